"""Every participating list that we hold -> ``history.csv``, ``lists.csv``, ``sightings.csv``.

Lists of which we hold no file are known by the table of what left: it enters as curated history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from bot.agreements.agreement import Agreement
from bot.agreements.case import ReviewedRows
from bot.agreements.following import follow_all
from bot.agreements.history import History
from bot.agreements.history_tables import (
    LIST_COLUMNS,
    SIGHTING_COLUMNS,
    TRAIL_COLUMNS,
    list_rows,
    trail_rows,
)
from bot.agreements.importer import PlacedRow, SheetRow, place_row, place_rows
from bot.agreements.names import Names
from bot.agreements.sheet import read_sheet
from bot.agreements.sightings import Sighting, with_sightings
from bot.agreements.trail import End
from bot.harvest.built import Built
from bot.harvest.credits import LIST_DATE, WORKBOOK_DATE
from bot.harvest.tables import counted, read_table, write_table

# The participating lists older than the newest, by the date that each was published. The one
# that calls itself pending has dates of signing: it is a participating list.
OLDER_LISTS = (
    (date(2025, 2, 21), "participatingAgencies-20250221214937.xlsx"),
    (date(2025, 3, 27), "participatingAgencies-20250327140009.xlsx"),
    (date(2025, 7, 9), "participatingAgencies07092025am.xlsx"),
    (date(2025, 9, 22), "pendingAgencies09222025pm.xlsx"),
    (date(2026, 2, 27), "participatingAgencies02272026am.xlsx"),
    (date(2026, 3, 2), "participatingAgencies03022026am.xlsx"),
    (WORKBOOK_DATE, "participatingAgencies05182026am.xlsx"),
)

# What the table of departures says for sure; a rename is none, and what is unsure is not said.
_LEFT = frozenset({"left", "model_dropped_agency_still_listed", "left_seen_under_3_lists"})


def build_history(
    target: Path,
    lists: Path,
    newest: Iterable[PlacedRow],
    names: Names,
    reviewed: ReviewedRows,
) -> tuple[History, tuple[Built, ...]]:
    """Write the three tables below ``target``; ``newest`` are the rows of the newest list."""
    older: list[tuple[date, list[Agreement]]] = []
    for day, file in OLDER_LISTS:
        placed = place_rows(read_sheet(lists / file).rows, names, reviewed)
        older.append((day, [row.agreement() for row in placed]))
    followed = follow_all([*older, (LIST_DATE, [row.agreement() for row in newest])])
    sightings = read_curated(lists / "left_the_list.csv", names, reviewed)
    history = with_sightings(followed, sightings)
    write_table(target / "lists.csv", LIST_COLUMNS, list_rows(history))
    count = write_table(target / "history.csv", TRAIL_COLUMNS, trail_rows(history))
    curated = write_table(
        target / "sightings.csv", SIGHTING_COLUMNS, (_sighting_row(each) for each in sightings)
    )
    return history, (
        Built("history.csv", count, tuple(_notes(followed, history))),
        Built("sightings.csv", curated),
        Built("lists.csv", len(list_rows(history))),
    )


def read_curated(path: Path, names: Names, reviewed: ReviewedRows) -> tuple[Sighting, ...]:
    """The table of what was seen on lists until 2026-05-18, placed by the same rules."""
    found = []
    for number, row in enumerate(read_table(path), start=2):
        placed = place_row(_printed(number, row), names, reviewed)
        found.append(_sighting(placed, row))
    order = sorted(found, key=lambda each: (each.state, each.agency, each.model, each.first))
    return tuple(order)


def _printed(number: int, row: Mapping[str, str]) -> SheetRow:
    return SheetRow(
        row=number,
        state=row["state"],
        agency=row["agency"],
        type=row["type"],
        county=row["county_as_printed"],
        model=row["model"],
    )


def _sighting(placed: PlacedRow, row: Mapping[str, str]) -> Sighting:
    printed = row["signed_as_printed"].split("|")[0]
    return Sighting(
        state=placed.state,
        agency=placed.agency,
        model=placed.model,
        kind=placed.kind,
        scope=placed.scope,
        fips=placed.fips,
        signed=date.fromisoformat(printed) if printed else None,
        first=date.fromisoformat(row["first_list_seen"]),
        last=date.fromisoformat(row["last_list_seen"]),
        end=_end(row["confidence"]) if placed.placed else None,
    )


def _end(confidence: str) -> End | None:
    if confidence in _LEFT:
        return End.LEFT
    return End.UNSURE if confidence.startswith("unsure") else None


def _sighting_row(each: Sighting) -> dict[str, str]:
    return {
        "state": each.state,
        "agency": each.agency,
        "model": each.model,
        "kind": each.kind.value,
        "scope": each.scope.value,
        "fips": "|".join(each.fips),
        "signed": each.signed.isoformat() if each.signed else "",
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "end": each.end.value if each.end else "",
    }


def _notes(followed: History, history: History) -> Iterable[str]:
    ends = Counter(trail.end.value if trail.end else "listed" for trail in history.trails)
    yield f"history: {len(history.lists)} lists; {counted(ends)}"
    yield f"history: {len(history.trails) - len(followed.trails)} left between two of our lists"
    for trail in history.trails:
        for old, new in zip(trail.names, trail.names[1:], strict=False):
            yield f"history: {trail.state} {trail.model}: {old} → {new}"
        if trail.end is End.UNSURE:
            yield f"history: {trail.state} {trail.agency} {trail.model}: gone, unsure whether left"
