"""A published sheet as rows: ICE's workbook of any layout seen so far, or our own CSV.

Hidden rows are data. Dates typed as text are reported, never guessed. Cells keep their print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.agreements.columns import Columns, header_again, texts_of
from bot.agreements.container import SheetError
from bot.agreements.dates import day_first
from bot.agreements.importer import SheetRow
from bot.agreements.line import NO_VALUE, Line, rows_of
from bot.agreements.pages import ListPage, the_list
from bot.agreements.workbook import Cell, read_pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file. ``pending`` is True for a list of requests: it has no SIGNED column.

    ``undated`` is True where that column is there and empty: nobody knows which list it is.
    ``empty_rows`` counts rows that name nothing, below or between the data; ``notices`` say what
    of the file was not read, or read in another way than it stands there.
    """

    rows: tuple[SheetRow, ...]
    pending: bool
    empty_rows: int
    notices: tuple[str, ...] = ()
    undated: bool = False


def read_sheet(path: Path, name: str | None = None) -> Sheet:
    """Read a workbook or CSV list, known by its first bytes. Raises :class:`SheetError`.

    ``name`` is that of the sheet, where a workbook holds several lists.
    """
    found, notices = the_list(path, read_pages(path), name)
    try:
        return _sheet(found, (*found.page.said, *notices, *_about_header(found)))
    except _SecondTableError as error:
        raise SheetError(f"{path}: {error}") from error


class _SecondTableError(ValueError):
    """Below the list another one begins, with other headers."""


def _about_header(found: ListPage) -> list[str]:
    columns = found.columns
    above = sum(sum(bool(text) for text in texts_of(_values(row))) > _TITLE for row in found.above)
    said = [
        f'the column "{text}" is misspelt and was read as one of ours' for text in columns.respelled
    ]
    if above:
        said.append(f"rows above the header (row {columns.row + 1}) that were not read: {above}")
    if "county" not in columns.ours:
        said.append("no column COUNTY was found: counties are read from the agencies' names alone")
    unread = ", ".join(f'"{text}"' for text in columns.others.values() if text)
    if unread:
        said.append(f"columns that were not read: {unread}")
    return said


_TITLE = 2
"""A title, a date, a note fill so many cells at most; a row that fills more may be data."""


def _sheet(found: ListPage, notices: tuple[str, ...]) -> Sheet:
    rows: list[SheetRow] = []
    empty = 0
    columns, again = found.columns, []
    dates = [value for value in _signed(found) if value not in (None, "")]
    turned = day_first(dates)
    for number, cells in enumerate(found.below, start=columns.row + 2):
        if header := header_again(number - 1, _values(cells)):
            columns = _next_header(columns, header)
            again.append(number)
            continue
        read = rows_of(number, Line(cells, columns, turned))
        empty += not read
        rows += read
    pending = "signed" not in columns.ours
    said = (*notices, *_about_rows(rows, again, turned))
    return Sheet(tuple(rows), pending, empty, said, bool(rows) and not pending and not dates)


def _signed(found: ListPage) -> list[object]:
    places = found.columns.ours.get("signed", ())
    return [row[place][0] for row in found.below for place in places if place < len(row)]


def _about_rows(rows: Sequence[SheetRow], again: Sequence[int], turned: bool) -> list[str]:
    said = []
    formulas = sum(any(NO_VALUE in text for text in row.complaints) for row in rows)
    if formulas:
        said.append(
            f"rows with a formula that was never worked out: {formulas}; open the file in Excel or "
            "LibreOffice, save it, and import it again"
        )
    if again:
        where = ", ".join(str(number) for number in again)
        said.append(f"the header stands again in row {where}: what is below it was read as well")
    if turned:
        said.append(
            "dates of signing are written with the day first (31/12/2025): none of them was read; "
            "save that column as 2025-12-31, or as dates"
        )
    return said


def _next_header(columns: Columns, header: Columns) -> Columns:
    if set(header.ours) != set(columns.ours):
        raise _SecondTableError(
            f"row {header.row + 1} begins a second list with other headers; put each list on a "
            "sheet of its own, and say which with --sheet NAME"
        )
    return header


def _values(cells: Sequence[Cell]) -> list[object]:
    return [value for value, _ in cells]
