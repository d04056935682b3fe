"""ICE's list of 2026-07-24 -> ``bot/agreements/data``: agreements, departures, requests.

The list's facts come flattened, without TYPE and MOA: both are taken from the workbook of
2026-05-18 for the same state, agency and model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.agreements.case import ReviewedRows
from bot.agreements.importer import PlacedRow, SheetRow, place_rows
from bot.agreements.moa import contradicts
from bot.agreements.models import read_model
from bot.agreements.names import Names
from bot.agreements.placements import read_placements
from bot.agreements.sheet import Sheet, read_sheet
from bot.agreements.spelling import body_key
from bot.harvest.built import Built
from bot.harvest.credits import LIST_DATE, PENDING_DATE, ROSTER_SOURCES, WORKBOOK_DATE
from bot.harvest.departures import build_departures
from bot.harvest.history import build_history
from bot.harvest.names import police_bodies, read_names
from bot.harvest.tables import counted, write_table

AGREEMENT_COLUMNS = ("agency", "state", "model", "signed", "moa_url", "scope", "kind", "fips")
PENDING_COLUMNS = ("agency", "state", "model", "scope", "kind", "fips", "list_date")

Key = tuple[str, str, str]
"""Postal state, key of the agency's name, model."""


def build_roster(source: Path, package: Path) -> tuple[Built, ...]:
    """Write the tables and SOURCES.toml below ``package``/agreements/data.

    ``source`` is the folder of the shared facts' data; the hand-made ``placements.csv`` of the
    target folder is read, never written.
    """
    target, lists = package / "agreements" / "data", source / "287g"
    names, reviewed = read_names(source), read_placements(target / "placements.csv")
    workbook = read_sheet(lists / "participatingAgencies05182026am.xlsx")
    rows, notes = _joined(read_sheet(lists / "ice_287g-20260724.csv"), workbook, names)
    placed, about_links = _checked_links(place_rows(rows, names, reviewed))
    pending = read_sheet(lists / "pendingAgencies02272026am.xlsx").rows
    history, tables = build_history(target, lists, placed, names, reviewed)
    built = (
        _build_agreements(target, placed, [*notes, *about_links]),
        *tables,
        build_departures(target, history),
        build_pending(target, pending, PENDING_DATE, names, reviewed),
        build_bodies(target, source / "places/police_departments.csv"),
    )
    (target / "SOURCES.toml").write_text(ROSTER_SOURCES, encoding="utf-8", newline="\n")
    return built


def _joined(newest: Sheet, workbook: Sheet, names: Names) -> tuple[list[SheetRow], list[str]]:
    """The newest list's rows with TYPE and MOA of the workbook's row of the same key."""
    older = {_key(row, names): row for row in workbook.rows}
    types = {key[:2]: row.type for key, row in older.items()}
    rows = [
        _with_twin(row, older.get(_key(row, names)), types.get(_key(row, names)[:2], ""))
        for row in newest.rows
    ]
    typed = sum(bool(row.type) for row in rows)
    linked = sum(bool(row.moa_url) for row in rows)
    lengths = f"{len(rows)} rows on {LIST_DATE}, {len(workbook.rows)} on {WORKBOOK_DATE}"
    return rows, [
        f"agreements: {lengths}",
        f"agreements: {typed} rows have a TYPE and {linked} a link from the older list",
    ]


def _key(row: SheetRow, names: Names) -> Key:
    state = names.state_called(row.state) or row.state
    return state, body_key(row.agency), read_model(row.model)[0]


def _with_twin(row: SheetRow, twin: SheetRow | None, printed_type: str) -> SheetRow:
    if twin is None:
        return replace(row, type=printed_type)
    about_link = tuple(said for said in twin.complaints if said.startswith("link"))
    return replace(
        row,
        type=printed_type,
        moa_url=twin.moa_url,
        complaints=(*row.complaints, *about_link),
    )


def _checked_links(placed: Iterable[PlacedRow]) -> tuple[tuple[PlacedRow, ...], list[str]]:
    kept, notes = [], []
    for row in placed:
        wrong = contradicts(row.moa_url, row.model, row.kind) if row.moa_url else None
        if wrong:
            notes.append(f"{_name(row)}: {wrong}")
        kept.append(replace(row, moa_url=None) if wrong else row)
    return tuple(kept), notes


def _build_agreements(target: Path, placed: Iterable[PlacedRow], notes: Sequence[str]) -> Built:
    rows = sorted(
        placed, key=lambda row: (row.state, row.agency, row.model, row.signed or date.min)
    )
    missing = sum(not row.placed for row in rows)
    scopes = counted(Counter(row.scope.value for row in rows))
    said = (
        *notes,
        f"agreements by scope: {scopes}; not placed: {missing}",
        f"agreements by model: {counted(Counter(row.model for row in rows))}",
        f"agreements by kind: {counted(Counter(row.kind.value for row in rows))}",
        *(f"{_name(row)}: {text}" for row in rows for text in row.complaints),
    )
    table = (
        {
            **_common(row),
            "signed": row.signed.isoformat() if row.signed else "",
            "moa_url": row.moa_url or "",
        }
        for row in rows
    )
    count = write_table(target / "agreements.csv", AGREEMENT_COLUMNS, table)
    return Built("agreements.csv", count, said)


def build_pending(
    target: Path, rows: Sequence[SheetRow], list_date: date, names: Names, reviewed: ReviewedRows
) -> Built:
    """Write ``pending.csv``: requests only from a list newer than the roster, older are history."""
    notes = [f"pending: {len(rows)} rows on the list of {list_date}"]
    placed: tuple[PlacedRow, ...] = ()
    if list_date <= LIST_DATE:
        notes.append(f"pending: that list is older than the roster of {LIST_DATE}: none taken")
    else:
        placed = place_rows(rows, names, reviewed)
        notes += [f"{_name(row)}: {text}" for row in placed for text in row.complaints]
    table = [{**_common(row), "list_date": list_date.isoformat()} for row in placed]
    table.sort(key=lambda row: (row["state"], row["agency"], row["model"]))
    count = write_table(target / "pending.csv", PENDING_COLUMNS, table)
    return Built("pending.csv", count, tuple(notes))


def build_bodies(target: Path, path: Path) -> Built:
    """Write ``bodies.csv``: police agencies by the key of their name, for lists still to come."""
    bodies = police_bodies(path)
    rows = sorted({(body.state, body_key(body.name), body.fips[0]) for body in bodies})
    table = [{"state": state, "key": key, "fips": fips} for state, key, fips in rows]
    count = write_table(target / "bodies.csv", ("state", "key", "fips"), table)
    said = f"bodies: {len(bodies)} police agencies with a county, state agencies left out"
    return Built("bodies.csv", count, (said,))


def _common(row: PlacedRow) -> dict[str, str]:
    return {
        "agency": row.agency,
        "state": row.state,
        "model": row.model,
        "scope": row.scope.value,
        "kind": row.kind.value,
        "fips": "|".join(row.fips),
    }


def _name(row: PlacedRow) -> str:
    return f"{row.state} {row.agency} {row.model}"
