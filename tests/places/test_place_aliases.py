"""The files that an advocate may extend: each row means one thing, and leads where it says."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from bot.places.finder import find
from bot.places.fold import key
from bot.places.gazetteer import Gazetteer
from bot.places.names import ALIASES
from bot.places.place import Outcome
from bot.places.vocabulary import DATA

KINDS = {"city", "county", "jail", "ice", "police"}
CUSTODY = DATA.parent.parent / "custody" / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def aliases() -> list[dict[str, str]]:
    return [row for name in ALIASES for row in rows(name)]


def ids(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"] for row in csv.DictReader(file)}


def test_no_alias_is_written_twice() -> None:
    count = Counter(row["alias"] for row in aliases())
    assert [alias for alias, times in count.items() if times > 1] == []


def test_names_of_jails_have_their_own_file() -> None:
    assert {row["kind"] for row in rows("aliases.csv")} == {"city", "county"}
    assert {row["kind"] for row in rows("jail_names.csv")} == {"jail", "ice", "police"}


def test_aliases_of_one_spelling_agree_on_the_place() -> None:
    meant: dict[str, set[str]] = {}
    for row in aliases():
        meant.setdefault(key(row["alias"]), set()).add(row["counties"])
    assert {name: places for name, places in meant.items() if len(places) > 1} == {}


@pytest.mark.parametrize("row", aliases(), ids=lambda row: row["alias"])
def test_an_alias_leads_to_its_place_or_asks_about_it(
    gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    counties = row["counties"].split("|")
    assert row["kind"] in KINDS
    assert set(counties) <= set(gazetteer.counties)
    answer = find(row["alias"], gazetteer)
    got = [place.fips for place in answer.places]
    assert answer.outcome is not Outcome.NONE
    assert counties[0] in got
    if answer.outcome is Outcome.FOUND:
        assert got == counties


def test_records_of_jails_are_ids_of_the_custody_tables() -> None:
    known = ids(CUSTODY / "jails.csv") | ids(CUSTODY / "facilities.csv")
    written = {row["record"] for row in (*aliases(), *rows("jails.csv"))} - {""}
    assert written <= known


def test_a_name_of_a_state_means_one_state() -> None:
    meant: dict[str, set[str]] = {}
    for row in rows("state_names.csv"):
        meant.setdefault(key(row["name"]), set()).add(row["code"])
    assert {name: codes for name, codes in meant.items() if len(codes) > 1} == {}


def test_sorts_of_state_names_are_known() -> None:
    assert {row["sort"] for row in rows("state_names.csv")} <= {"name", "short", "weak"}


def test_names_in_other_scripts_lead_to_a_name_of_ours(gazetteer: Gazetteer) -> None:
    strange = [
        row["name"]
        for row in rows("exonyms_more.csv")
        if find(row["means"], gazetteer).outcome is Outcome.NONE
        and not gazetteer.readings(key(row["means"]))
    ]
    assert strange == []


def test_cities_said_to_lie_in_one_county_are_cities_of_it(gazetteer: Gazetteer) -> None:
    for row in rows("one_county_cities.csv"):
        readings = gazetteer.readings(key(row["name"]))
        assert any(r.state == row["state"] and r.counties == (row["county"],) for r in readings)
