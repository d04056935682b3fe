"""A file -> tables of cells: each cell its value and its link, as a person sees them in Excel."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from bot.agreements.container import SheetError, is_text_table
from bot.agreements.csv_rows import csv_rows
from bot.agreements.csv_text import decoded, delimiter

Cell = tuple[Any, str]
"""A cell's value and the address that it links to, "" for none."""
Table = list[list[Cell]]
_OTHER_EPOCH = 1904


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook, or a CSV (``name`` ""); ``said``: how it had to be read."""

    name: str
    table: Table
    hidden: bool = False
    said: tuple[str, ...] = ()


def read_pages(path: Path) -> list[Page]:
    """Every sheet of the file, in its order. Raises :class:`SheetError`."""
    return [_csv_page(path)] if is_text_table(path) else _workbook_pages(path)


def _csv_page(path: Path) -> Page:
    try:
        text, said = decoded(path.read_bytes())
        rows = csv_rows(StringIO(text, newline=""), delimiter(text))
        table: Table = [[(value, "") for value in row] for _, row in rows]
        _check_end(table)
    except csv.Error as error:
        raise SheetError(f"{path}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(
            f"{path}: cannot be read as a CSV ({error}); save it as CSV in UTF-8"
        ) from error
    return Page("", table, said=(said,) if said else ())


def _check_end(table: Table) -> None:
    """Raises :class:`csv.Error` where the last line breaks off: whoever would stand below it is
    not "not listed"."""
    widths = [len(row) for row in table if row]
    if len(widths) > 2 and widths[-1] < min(widths[-3:-1]):
        raise csv.Error(
            "the last line has fewer cells than those above it: the file is cut off, or a note "
            "stands there; save it again, or take the note out"
        )


def _workbook_pages(path: Path) -> list[Page]:
    # By its bytes: openpyxl refuses a workbook whose name does not end like one.
    body = path.read_bytes()
    try:
        book = _opened(body, stored=False)
        stored = _opened(body, stored=True) if _has_formulas(body) else book
        # Charts on a sheet of their own have no cells.
        return [_page(sheet, stored[sheet.title]) for sheet in book.worksheets]
    except Exception as error:  # it lets out whatever its zip, XML and style readers raise
        raise SheetError(
            f"{path}: cannot be opened as a workbook ({type(error).__name__}); download it again "
            "from ICE's page, or open it in Excel and save the sheet of the list alone as .xlsx"
        ) from error


def _page(sheet: Any, stored: Any) -> Page:
    return Page(sheet.title, _cells(sheet, stored), hidden=sheet.sheet_state != "visible")


def _opened(body: bytes, *, stored: bool) -> Any:
    """openpyxl costs a second: it is loaded here only. ``stored``: what a formula came to."""
    from openpyxl import load_workbook

    return load_workbook(BytesIO(body), data_only=stored)


def _has_formulas(body: bytes) -> bool:
    """Looked for in the bytes: only such a workbook has to be opened twice."""
    with ZipFile(BytesIO(body)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(rb"<f[ >/]", packed.read(name)) for name in sheets)


def _cells(sheet: Any, stored: Any) -> Table:
    height, width = _filled(sheet)
    rows = list(sheet.iter_rows(max_row=height, max_col=width))
    kept = rows if stored is sheet else list(stored.iter_rows(max_row=height, max_col=width))
    table = [
        [_cell(cell, value) for cell, value in zip(row, values, strict=True)]
        for row, values in zip(rows, kept, strict=True)
    ]
    for merge in sheet.merged_cells.ranges:
        _fill_down(table, merge)
    return table


def _filled(sheet: Any) -> tuple[int, int]:
    """The last row and column that hold something: a colour in the last row of Excel makes the
    sheet say that it has a million rows, and openpyxl makes a cell of each that is asked for."""
    filled = [at for at, cell in sheet._cells.items() if cell.value is not None or cell.hyperlink]
    return max((row for row, _ in filled), default=1), max((col for _, col in filled), default=1)


_LINKING = re.compile(r'=HYPERLINK\(\s*"([^"]+)"\s*(?:,\s*"([^"]*)"\s*)?\)', re.IGNORECASE)
"""A formula that is an address and the words to show for it."""


def _cell(cell: Any, kept: Any) -> Cell:
    """A formula that Excel has not worked out yet stays as its text, for the row to complain of.

    A bare number counts days from 1900, in some workbooks from 1904: there it says so.
    """
    link = cell.hyperlink.target if cell.hyperlink is not None else ""
    value = cell.value if kept.value is None else kept.value
    if found := _LINKING.match(str(cell.value)):
        link = link or found[1]
        value = (found[2] or found[1]) if value == cell.value else value
    if isinstance(value, int | float) and cell.parent.parent.epoch.year == _OTHER_EPOCH:
        value = f"{value} (counted from {_OTHER_EPOCH})"
    return value, link or ""


def _fill_down(table: Table, merge: Any) -> None:
    """The value of vertically merged cells stands in the first of them and holds for all."""
    column, top = merge.min_col - 1, merge.min_row - 1
    if top >= len(table) or column >= len(table[top]):
        return
    for row in table[top + 1 : merge.max_row]:
        row[column] = table[top][column]
