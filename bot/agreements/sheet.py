"""A published sheet as rows: ICE's workbook of any layout seen so far, or our own CSV.

Hidden rows are data. Dates typed as text are reported, never guessed. Cells keep their print.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.agreements.container import SheetError, is_text_table
from bot.agreements.importer import SheetRow
from bot.agreements.moa import ice_address
from bot.agreements.spelling import fold, tidy

# Our name of a column -> the header cells, folded, that lists and our own CSV use for it.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "state": ("state",),
    "agency": ("law enforcement agency", "agency"),
    "type": ("type",),
    "county": ("county", "county as printed"),
    "model": ("support type", "model"),
    "signed": ("signed",),
    "moa_url": ("moa", "moa url"),
}
_NEEDED = ("state", "agency", "model")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file. ``pending`` is True for a list of requests: it has no SIGNED column.

    ``empty_rows`` counts rows without a state and an agency below or between the data.
    """

    rows: tuple[SheetRow, ...]
    pending: bool
    empty_rows: int


Cell = tuple[Any, str]
"""A cell's value and the address that it links to, "" for none."""


def read_sheet(path: Path) -> Sheet:
    """Read a workbook or CSV list, known by its first bytes. Raises :class:`SheetError`."""
    table = _csv_cells(path) if is_text_table(path) else _workbook_cells(path)
    return _sheet(path, table)


def _csv_cells(path: Path) -> list[list[Cell]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [[(value, value) for value in row] for row in csv.reader(lines)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SheetError(
            f"{path}: cannot be read as a CSV ({error}); save it as CSV in UTF-8"
        ) from error


def _workbook_cells(path: Path) -> list[list[Cell]]:
    """The first sheet that has our header. openpyxl costs a second: it is loaded here only."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path)
    except Exception as error:  # it lets out whatever its zip, XML and style readers raise
        raise SheetError(
            f"{path}: cannot be opened as a workbook ({type(error).__name__}: it is cut off or "
            "damaged); download it again from ICE's page"
        ) from error
    tables = [[[_cell(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book]
    for table in tables:
        if table and _columns(table[0]):
            return table
    return tables[0] if tables else []


def _cell(cell: Any) -> Cell:
    link = cell.hyperlink.target if cell.hyperlink is not None else ""
    return cell.value, link or ""


def _columns(header: Sequence[Cell]) -> dict[str, int]:
    """Our column names -> positions; {} where a needed one is missing."""
    folded = [fold(str(value)) if value is not None else "" for value, _ in header]
    found = {
        name: folded.index(spelling)
        for name, spellings in _HEADERS.items()
        for spelling in spellings
        if spelling in folded
    }
    return found if all(name in found for name in _NEEDED) else {}


def _sheet(path: Path, table: Sequence[Sequence[Cell]]) -> Sheet:
    columns = _columns(table[0]) if table else {}
    if not columns:
        raise SheetError(
            f"{path}: is not ICE's list: row 1 must hold the headers STATE, LAW ENFORCEMENT AGENCY "
            "and SUPPORT TYPE (our own CSV: state, agency, model); look at the file"
        )
    rows, empty = [], 0
    for number, cells in enumerate(table[1:], start=2):
        row = _row(number, cells, columns)
        if row is None:
            empty += 1
        else:
            rows.append(row)
    return Sheet(tuple(rows), "signed" not in columns, empty)


def _row(number: int, cells: Sequence[Cell], columns: Mapping[str, int]) -> SheetRow | None:
    def cell(name: str) -> Cell:
        position = columns.get(name)
        missing = position is None or position >= len(cells)
        return (None, "") if missing or position is None else cells[position]

    state, agency = _text(cell("state")), _text(cell("agency"))
    if not state.strip() and not agency.strip():
        return None
    signed, about_date = _date(cell("signed"))
    url, about_link = _link(cell("moa_url"))
    return SheetRow(
        row=number,
        state=state,
        agency=agency,
        type=_text(cell("type")),
        county=_text(cell("county")),
        model=_text(cell("model")),
        signed=signed,
        moa_url=url,
        complaints=tuple(said for said in (about_date, about_link) if said),
    )


def _text(cell: Cell) -> str:
    return "" if cell[0] is None else str(cell[0])


def _date(cell: Cell) -> tuple[date | None, str | None]:
    value = cell[0]
    if isinstance(value, datetime):
        return value.date(), None
    if isinstance(value, date):
        return value, None
    text = tidy(_text(cell))
    if not text:
        return None, None
    for shape in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            read = datetime.strptime(text, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
        said = f'signed "{text}" is text, read as {read}' if shape != "%Y-%m-%d" else None
        return read, said
    return None, f'signed "{text}" is no date: left out, not guessed'


def _link(cell: Cell) -> tuple[str | None, str | None]:
    link = cell[1]
    return ice_address(link) if link else (None, None)
