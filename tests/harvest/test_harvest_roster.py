from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

import bot
from bot.agreements.history_tables import read_history
from bot.agreements.importer import SheetRow
from bot.agreements.placements import read_placements
from bot.agreements.sheet import read_sheet
from bot.agreements.spelling import body_key
from bot.agreements.states import read_state
from bot.harvest.custody import build_custody
from bot.harvest.jails import readable
from bot.harvest.names import read_names
from bot.harvest.roster import build_pending, build_roster
from bot.harvest.tables import e164, read_table
from tests.agreements.ground import NAMES

PACKAGE = Path(bot.__file__ or "").parent
SHARED = Path(os.environ.get("BOT_SHARED_DIR", Path(__file__).parents[3] / "shared"))
SOURCE = SHARED / "data"
needs_sources = pytest.mark.skipif(
    not SOURCE.is_dir(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)
TABLES = (
    *("agreements/data/agreements.csv", "agreements/data/left.csv", "agreements/data/pending.csv"),
    *("agreements/data/bodies.csv", "agreements/data/SOURCES.toml"),
    *("agreements/data/history.csv", "agreements/data/lists.csv", "agreements/data/sightings.csv"),
    *("custody/data/operators.csv", "custody/data/jails.csv", "custody/data/facilities.csv"),
    *("custody/data/field_offices.csv", "custody/data/SOURCES.toml"),
)


def _package(folder: Path) -> Path:
    (folder / "agreements" / "data").mkdir(parents=True)
    hand = PACKAGE / "agreements" / "data" / "placements.csv"
    shutil.copy(hand, folder / "agreements" / "data" / "placements.csv")
    return folder


@needs_sources
def test_the_build_gives_the_bytes_that_travel(tmp_path: Path) -> None:
    package = _package(tmp_path)
    built = (*build_roster(SOURCE, package), *build_custody(SOURCE, package))
    for table in TABLES:
        same = (package / table).read_bytes() == (PACKAGE / table).read_bytes()
        assert same, f"{table}: run bot data build"
    agreements = built[0]
    assert agreements.rows == 2179
    assert any("not placed: 0" in note for note in agreements.notes)
    assert any("Frankin County → Franklin County" in note for note in agreements.notes)


@needs_sources
def test_every_departure_that_these_lists_can_show_is_found() -> None:
    """All 50 of the table; 9 of them stand on none of our lists and are curated."""
    names = read_names(SOURCE)
    found = {
        (gone.state, body_key(gone.agency), gone.model) for gone in read_history().departures()
    }
    rows = read_table(SOURCE / "287g" / "left_the_list.csv")
    left = [row for row in rows if row["confidence"] == "left"]
    assert len(left) == 50
    for row in left:
        state, _ = read_state(row["state"], names)
        assert (state, body_key(row["agency"]), row["model"]) in found, row


@needs_sources
def test_no_renamed_agency_counts_as_departed() -> None:
    names = read_names(SOURCE)
    found = {
        (gone.state, body_key(gone.agency), gone.model) for gone in read_history().departures()
    }
    rows = read_table(SOURCE / "287g" / "left_the_list.csv")
    renamed = [row for row in rows if row["confidence"] == "renamed_or_respelled"]
    assert len(renamed) == 81
    for row in renamed:
        state, _ = read_state(row["state"], names)
        assert (state, body_key(row["agency"]), row["model"]) not in found, row


@needs_sources
def test_renames_and_doubtful_departures_do_not_count_as_left() -> None:
    travelling = read_table(PACKAGE / "agreements" / "data" / "left.csv")
    taken = {(row["agency"], row["model"]) for row in travelling}
    for table in ("left_the_list.csv", "left_since_20260518.csv"):
        rows = read_table(SOURCE / "287g" / table)
        surely = {(r["agency"], r["model"]) for r in rows if "left" in r["confidence"]}
        for row in rows:
            pair = (row["agency"], row["model"])
            if row["confidence"].startswith(("renamed", "unsure")) and pair not in surely:
                assert pair not in taken or row["state"] != _state_of(travelling, pair)


def _state_of(rows: list[dict[str, str]], pair: tuple[str, str]) -> str:
    return next(row["state"] for row in rows if (row["agency"], row["model"]) == pair)


@needs_sources
@pytest.mark.parametrize(
    ("name", "rows", "pending"),
    [
        ("participatingAgencies05182026am.xlsx", 1843, False),
        ("participatingAgencies02272026am.xlsx", 1492, False),
        ("participatingAgencies03022026am.xlsx", 1499, False),
        ("participatingAgencies07092025am.xlsx", 807, False),
        ("participatingAgencies-20250327140009.xlsx", 425, False),
        ("participatingAgencies-20250221214937.xlsx", 151, False),
        ("pendingAgencies09222025pm.xlsx", 1000, False),
        ("pendingAgencies02272026am.xlsx", 2, True),
        ("pendingAgencies01232026am.xlsx", 57, True),
        ("pendingAgencies11062025pm.xlsx", 0, True),
        ("pendingAgencies08282025am.xlsx", 80, True),
    ],
)
def test_every_real_workbook_is_read_whole(name: str, rows: int, pending: bool) -> None:
    sheet = read_sheet(SOURCE / "287g" / name)
    assert (len(sheet.rows), sheet.pending) == (rows, pending)


@pytest.mark.parametrize(
    ("list_date", "rows"), [(date(2026, 2, 27), 0), (date(2026, 7, 24), 0), (date(2026, 8, 1), 1)]
)
def test_requests_are_taken_only_from_a_list_newer_than_the_roster(
    tmp_path: Path, list_date: date, rows: int
) -> None:
    row = SheetRow(2, "MI", "Wayne County Sheriff's Office", "County", "Wayne County", "WSO")
    built = build_pending(tmp_path, [row], list_date, NAMES, read_placements())
    assert built.rows == rows
    assert len(read_table(tmp_path / "pending.csv")) == rows


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("(517) 768-1609", "+15177681609"),
        ("", ""),
        ("(791) 228-3422", None),
        ("NOT AVAILABLE", None),
    ],
)
def test_a_phone_is_e164_or_nothing(printed: str, number: str | None) -> None:
    assert e164(printed) == number


@pytest.mark.parametrize(
    ("printed", "readable_name"),
    [
        ("JACKSON COUNTY JAIL", "Jackson County Jail"),
        ("MCLENNAN COUNTY JAIL", "McLennan County Jail"),
        ("EL PASO COUNTY DETENTION CENTER - ANNEX", "El Paso County Detention Center - Annex"),
        ("ISLE OF WIGHT JAIL", "Isle of Wight Jail"),
        ("BUFFALO (BATAVIA) ICE CENTER", "Buffalo (Batavia) ICE Center"),
        ("Already Mixed jail", "Already Mixed jail"),
    ],
)
def test_capitals_become_a_name_as_people_write_it(printed: str, readable_name: str) -> None:
    assert readable(printed) == readable_name
