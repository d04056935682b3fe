"""What left ICE's list -> ``left.csv``. ICE publishes no list of ends; only dated lists tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from bot.agreements.agreement import AgencyKind, Departure
from bot.agreements.importer import PlacedRow, SheetRow, place_row
from bot.agreements.names import Names
from bot.agreements.placing import ReviewedRows
from bot.agreements.spelling import body_key
from bot.harvest.built import Built
from bot.harvest.credits import LIST_DATE, WORKBOOK_DATE
from bot.harvest.tables import counted, read_table, write_table

LEFT_COLUMNS = ("agency", "state", "model", "scope", "kind", "fips", "last_seen", "first_missing")

# Only these count: a rename is no departure, and what is unsure is not said to people.
LEFT = frozenset({"left", "model_dropped_agency_still_listed", "left_seen_under_3_lists"})

# Each table, and the first list known to be without its rows where it does not say so itself.
_TABLES = (("left_the_list.csv", WORKBOOK_DATE), ("left_since_20260518.csv", LIST_DATE))


def build_departures(
    target: Path, lists: Path, listed: Iterable[PlacedRow], names: Names, reviewed: ReviewedRows
) -> Built:
    """Write ``left.csv``: never a body that has the same model on the newest list.

    ``lists`` is the folder of the two tables, ``listed`` the newest list's rows.
    """
    newest = {key for row in listed for key in same_body(row)}
    notes: list[str] = []
    latest: dict[tuple[str, ...], Departure] = {}
    for table, missing in _TABLES:
        rows = read_table(lists / table)
        counts = counted(Counter(row["confidence"] for row in rows))
        notes.append(f"left: {table}: {counts}; taken: {', '.join(sorted(LEFT))}")
        for number, row in enumerate(rows, start=2):
            if row["confidence"] in LEFT:
                placed = place_row(_printed(number, row), names, reviewed)
                notes += _add(latest, placed, _departure(placed, row, missing), newest)
    gone = sorted(latest.values(), key=lambda left: (left.state, left.agency, left.model))
    count = write_table(target / "left.csv", LEFT_COLUMNS, (_table_row(row) for row in gone))
    return Built("left.csv", count, tuple(notes))


def same_body(row: PlacedRow) -> tuple[tuple[str, ...], ...]:
    """Keys of which any in common makes two rows one body's: its name, a county's one sheriff."""
    keys: tuple[tuple[str, ...], ...] = ((row.state, body_key(row.agency), row.model),)
    if row.kind is AgencyKind.SHERIFF and len(row.fips) == 1:
        keys = ((*row.fips, "", row.model), *keys)
    return keys


def _add(
    latest: dict[tuple[str, ...], Departure],
    placed: PlacedRow,
    gone: Departure,
    newest: set[tuple[str, ...]],
) -> list[str]:
    """Keep the later of two departures of one body; the notes say what was not taken."""
    name = f"left: {placed.state} {placed.agency} {placed.model}"
    if any(key in newest for key in same_body(placed)):
        return [f"{name}: is on the newest list, not taken"]
    notes = [f"{name}: {said}" for said in placed.complaints]
    if not placed.placed:
        return notes
    key = same_body(placed)[0]
    if key in latest:
        notes.append(f"{name}: stands in the tables twice, the later kept")
    if key not in latest or latest[key].last_seen < gone.last_seen:
        latest[key] = gone
    return notes


def _printed(number: int, row: Mapping[str, str]) -> SheetRow:
    return SheetRow(
        row=number,
        state=row["state"],
        agency=row["agency"],
        type=row["type"],
        county=row["county_as_printed"],
        model=row["model"],
    )


def _departure(placed: PlacedRow, row: Mapping[str, str], missing: date) -> Departure:
    named = row.get("first_list_missing")
    return Departure(
        agency=placed.agency,
        state=placed.state,
        model=placed.model,
        scope=placed.scope,
        kind=placed.kind,
        fips=placed.fips,
        last_seen=date.fromisoformat(row["last_list_seen"]),
        first_missing=date.fromisoformat(named) if named else missing,
    )


def _table_row(row: Departure) -> dict[str, str]:
    return {
        "agency": row.agency,
        "state": row.state,
        "model": row.model,
        "scope": row.scope.value,
        "kind": row.kind.value,
        "fips": "|".join(row.fips),
        "last_seen": row.last_seen.isoformat(),
        "first_missing": row.first_missing.isoformat(),
    }
