"""A published sheet as rows: ICE's workbook of any layout seen so far, or our own CSV.

Hidden rows are data. Dates typed as text are reported, never guessed. Cells keep their print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.agreements.columns import Columns, find_columns
from bot.agreements.container import SheetError
from bot.agreements.dates import read_date
from bot.agreements.importer import SheetRow
from bot.agreements.marks import about_cell, about_other_column, mark_in
from bot.agreements.moa import ice_address
from bot.agreements.models import models_apart
from bot.agreements.spelling import tidy
from bot.agreements.workbook import Cell, Table, read_tables

_NAMING = ("state", "agency", "county", "model")
"""A row with none of these is empty: nothing in it can be anybody's agreement."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file. ``pending`` is True for a list of requests: it has no SIGNED column.

    ``empty_rows`` counts rows that name nothing, below or between the data; ``notices`` say what
    of the file was not read.
    """

    rows: tuple[SheetRow, ...]
    pending: bool
    empty_rows: int
    notices: tuple[str, ...] = ()


def read_sheet(path: Path) -> Sheet:
    """Read a workbook or CSV list, known by its first bytes. Raises :class:`SheetError`."""
    tables = read_tables(path)
    found = {name: columns for name, table in tables.items() if (columns := _columns(table))}
    if not found:
        raise SheetError(
            f"{path}: is not ICE's list: one of its first rows must hold the headers STATE, LAW "
            "ENFORCEMENT AGENCY and SUPPORT TYPE (our own CSV: state, agency, model); look at "
            "the file"
        )
    first = next(iter(found))
    return _sheet(tables[first], found[first], _notices(list(found)))


def _columns(table: Table) -> Columns | None:
    return find_columns([[value for value, _ in cells] for cells in table])


def _notices(names: Sequence[str]) -> tuple[str, ...]:
    """Only the first list of a workbook is read; that others lie there is for a person to know."""
    read, *others = names
    said = [f'the sheet "{name}" has such headers, too, and was not read' for name in others]
    if mark_in(read):
        said.append(f'the sheet that was read is called "{read}": look at it')
    return tuple(said)


def _sheet(table: Table, columns: Columns, notices: tuple[str, ...]) -> Sheet:
    rows: list[SheetRow] = []
    empty = 0
    for number, cells in enumerate(table[columns.row + 1 :], start=columns.row + 2):
        found = _rows(number, _Line(cells, columns))
        empty += not found
        rows += found
    return Sheet(tuple(rows), "signed" not in columns.ours, empty, notices)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row's cells, by our names of the columns."""

    cells: Sequence[Cell]
    columns: Columns

    def cell(self, name: str) -> Cell:
        """Of two columns of one name, the first that is filled in this row."""
        filled = self.filled(name)
        return filled[0] if filled else (None, "")

    def text(self, name: str) -> str:
        return _text(self.cell(name))

    def filled(self, name: str) -> list[Cell]:
        places = self.columns.ours.get(name, ())
        there = [self.cells[place] for place in places if place < len(self.cells)]
        return [cell for cell in there if tidy(_text(cell)) or cell[1]]

    def others(self) -> list[tuple[str, str]]:
        """The headers that are none of ours, each with this row's text below it."""
        return [
            (header, tidy(_text(self.cells[place])))
            for place, header in self.columns.others.items()
            if place < len(self.cells) and self.cells[place][0] is not None
        ]


def _rows(number: int, line: _Line) -> list[SheetRow]:
    """The row, once for each model that its cell names; [] for an empty one."""
    if not any(tidy(line.text(name)) for name in _NAMING):
        return []
    signed, about_date = read_date(line.cell("signed")[0])
    url, about_link = _link(line.cell("moa_url"))
    models = models_apart(line.text("model"))
    apart = f'several models in one cell, a row for each: "{tidy(line.text("model"))}"'
    said = (about_date, about_link, apart if len(models) > 1 else None, *_about(line))
    row = SheetRow(
        row=number,
        state=line.text("state"),
        agency=line.text("agency"),
        type=line.text("type"),
        county=line.text("county"),
        model=models[0],
        signed=signed,
        moa_url=url,
        complaints=tuple(each for each in said if each),
    )
    return [replace(row, model=model) for model in models]


def _about(line: _Line) -> list[str | None]:
    """What else the row's cells say: an end, two values for one thing, an unreckoned formula."""
    return [
        *(about_cell(name, line.text(key)) for key, name in _SPEAKING.items()),
        *(about_other_column(header, text) for header, text in line.others()),
        *(_two_values(name, line.filled(name)) for name in line.columns.ours),
        *(_formula(name, line.text(name)) for name in line.columns.ours),
    ]


# The other cells are looked at where the row is placed.
_SPEAKING = {"signed": "SIGNED", "moa_url": "MOA", "addendum": "ADDENDUM"}


def _two_values(name: str, filled: Sequence[Cell]) -> str | None:
    values = list(dict.fromkeys(tidy(_text(cell)) for cell in filled))
    if len(values) < 2:
        return None
    return f'two columns for {name} differ: "{values[0]}" taken, "{values[1]}" left aside'


def _formula(name: str, text: str) -> str | None:
    return f"the {name} cell is a formula without a value: {text}" if text[:1] == "=" else None


def _text(cell: Cell) -> str:
    return "" if cell[0] is None else str(cell[0])


def _link(cell: Cell) -> tuple[str | None, str | None]:
    link = cell[1]
    return ice_address(link) if link else (None, None)
