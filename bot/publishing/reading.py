"""A sheet -> a placed list: by the rules, checked against itself and the list before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.agreements.agreement import Scope
from bot.agreements.case import ReviewedRows
from bot.agreements.identity import body_keys
from bot.agreements.importer import PlacedRow, SheetRow, place_row
from bot.agreements.moa import contradicts
from bot.agreements.names import Names
from bot.agreements.roster import Roster
from bot.agreements.sheet import Sheet
from bot.agreements.spelling import body_key
from bot.publishing.carrying import carried
from bot.publishing.documents import PlacedList

LATE_SHARE = 0.02
"""Single rows carry slips of the pen; lists of January have carried last year in their names."""

Progress = Callable[[Iterable[SheetRow]], Iterable[SheetRow]]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What rows are placed by: names of counties, towns and bodies, and the rows done by hand."""

    names: Names
    reviewed: ReviewedRows


def place_list(
    sheet: Sheet,
    list_date: date,
    witnesses: Witnesses,
    published: Roster,
    progress: Progress = iter,
) -> PlacedList:
    """Every row of ``sheet`` placed, none dropped. What the sheet lacks (TYPE, links, a date that
    can be read, small letters) is taken from what is published for the same body."""
    typed = _state_bodies(published) if not any(row.type for row in sheet.rows) else frozenset()
    rows = [
        checked(place_row(_typed(row, typed, witnesses), witnesses.names, witnesses.reviewed))
        for row in progress(sheet.rows)
    ]
    rows = carried([_after(row, list_date) for row in rows], published, dates=not sheet.pending)
    rows = _told_apart(rows, witnesses.names)
    return PlacedList(list_date, sheet.pending, tuple(rows))


def checked(row: PlacedRow) -> PlacedRow:
    """Without the link where the linked file is named for another model or body."""
    wrong = contradicts(row.moa_url, row.model, row.kind) if row.moa_url else None
    if not wrong:
        return row
    return replace(row, moa_url=None, complaints=(*row.complaints, wrong))


def date_in_name(name: str) -> date | None:
    """The date that a file's name carries (MMDDYYYY, MMDDYY, or an archive's YYYYMMDD…); None
    for a name with none, or with two.

    Three lists of January 2026 carried the year 2025: it is a proposal, not the truth.
    """
    joined = re.sub(r"(?<=\d)[-_. ](?=\d)", "", name)
    days = _days_in(name) or _days_in(joined)
    return days.pop() if len(days) == 1 else None


def _days_in(name: str) -> set[date]:
    return {day for digits in re.findall(r"\d+", name) if (day := _day_in(digits))}


def _day_in(digits: str) -> date | None:
    for length, shape in ((14, "ymd"), (8, "mdy"), (8, "ymd"), (6, "mdy")):
        if len(digits) == length and (day := _day(digits[:8], shape)):
            return day
    return None


def _day(digits: str, shape: str) -> date | None:
    if shape == "ymd":
        year, month, day = digits[:4], digits[4:6], digits[6:8]
    else:
        month, day, year = digits[:2], digits[2:4], digits[4:]
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


def _state_bodies(published: Roster) -> frozenset[tuple[str, str]]:
    rows = (row for row in published.agreements if row.scope is Scope.STATE)
    return frozenset((row.state, body_key(row.agency)) for row in rows)


def _typed(
    row: SheetRow, state_bodies: frozenset[tuple[str, str]], witnesses: Witnesses
) -> SheetRow:
    state = witnesses.names.state_called(row.state) or row.state
    known = (state, body_key(row.agency)) in state_bodies
    return replace(row, type="State Agency") if known else row


def share_signed_after(sheet: Sheet, list_date: date) -> float:
    """The share of rows that were signed after the list's date: many, and that date is wrong."""
    late = sum(row.signed is not None and row.signed > list_date for row in sheet.rows)
    return late / max(1, len(sheet.rows))


def _after(row: PlacedRow, list_date: date) -> PlacedRow:
    """A date after the list's own is said; one of another time (5025) is left out as well."""
    signed = row.signed
    if signed is None or (signed.year >= _FIRST_YEAR and signed <= list_date):
        return row
    if not _FIRST_YEAR <= signed.year <= list_date.year + 1:
        said = f"signed {signed} cannot be: left out, not guessed"
        return replace(row, signed=None, complaints=(*row.complaints, said))
    said = f"signed {signed}, after the list's own date {list_date}"
    return replace(row, complaints=(*row.complaints, said))


_FIRST_YEAR = 1996
"""The year of the law that made these agreements possible."""


def _told_apart(rows: list[PlacedRow], names: Names) -> list[PlacedRow]:
    """Two bodies of one name in different counties (two townships) are told apart by county;
    a pair of agency and model that stands twice is said, on its second row."""
    same: dict[tuple[str, ...], list[PlacedRow]] = {}
    for row in rows:
        same.setdefault(body_keys(row)[-1], []).append(row)
    return [_named_apart(row, same[body_keys(row)[-1]], names) for row in rows]


def _named_apart(row: PlacedRow, same: list[PlacedRow], names: Names) -> PlacedRow:
    """A row that nobody could place says nothing of where the others are: the placed ones are
    told apart as if it were not there, else one of them would be lost as its twin."""
    alike = [other for other in same if other.placed == row.placed]
    others = [other for other in alike if other is not row]
    apart = row.fips and all(other.fips and not set(other.fips) & set(row.fips) for other in others)
    if others and apart:
        county = names.county(row.fips[0]).name
        said = f"another body of this name is in another county: named with {county}"
        agency = f"{row.agency} ({county})"
        return replace(row, agency=agency, complaints=(*row.complaints, said))
    if row is not alike[0]:
        said = f"stands twice: row {alike[0].row} is the same agency and model"
        return replace(row, complaints=(*row.complaints, said))
    return row
