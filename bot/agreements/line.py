"""One line of a list -> its rows: a row for each model that it names, with what its cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.agreements.columns import Columns
from bot.agreements.dates import read_date
from bot.agreements.importer import SheetRow
from bot.agreements.marks import about_cell, about_other_column
from bot.agreements.moa import ice_address
from bot.agreements.models import models_apart
from bot.agreements.spelling import tidy
from bot.agreements.workbook import Cell

_NAMING = ("state", "agency", "county", "model")
"""A row with none of these is empty: nothing in it can be anybody's agreement."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row's cells, by our names of the columns. ``day_first``: see :func:`read_date`."""

    cells: Sequence[Cell]
    columns: Columns
    day_first: bool = False

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

    def beyond(self) -> str | None:
        """A comma in a name that stands in no quotes moves the cells behind it, in a CSV."""
        if not any(tidy(_text(cell)) for cell in self.cells[self.columns.width :]):
            return None
        return "more cells than the header has: does a name hold a comma without quotes?"


def rows_of(number: int, line: Line) -> list[SheetRow]:
    """The row, once for each model that its cell names; [] for an empty one."""
    if not any(tidy(line.text(name)) for name in _NAMING):
        return []
    signed, about_date = read_date(line.cell("signed")[0], line.day_first)
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


def _about(line: Line) -> list[str | None]:
    """What else the row's cells say: an end, two values for one thing, an unreckoned formula."""
    return [
        line.beyond(),
        *(about_cell(name, line.text(key)) for key, name in _SPEAKING.items()),
        *(about_other_column(header, text) for header, text in line.others()),
        *(_two_values(name, line.filled(name)) for name in line.columns.ours),
        *(_formula(name, line.text(name)) for name in line.columns.ours),
    ]


# The other cells are looked at where the row is placed.
_SPEAKING = {"signed": "SIGNED", "moa_url": "MOA", "addendum": "ADDENDUM"}


NO_VALUE = "a formula without a value"


def _two_values(name: str, filled: Sequence[Cell]) -> str | None:
    values = list(dict.fromkeys(tidy(_text(cell)) for cell in filled))
    if len(values) < 2:
        return None
    return f'two columns for {name} differ: "{values[0]}" taken, "{values[1]}" left aside'


def _formula(name: str, text: str) -> str | None:
    return f"the {name} cell is {NO_VALUE}: {text}" if text[:1] == "=" else None


def _text(cell: Cell) -> str:
    return "" if cell[0] is None else str(cell[0])


def _link(cell: Cell) -> tuple[str | None, str | None]:
    link = cell[1] or (_text(cell) if _ADDRESS.match(tidy(_text(cell))) else "")
    return ice_address(link) if link else (None, None)


_ADDRESS = re.compile(r"[a-z][a-z+.-]*:\S|www\.", re.IGNORECASE)
"""An address typed as text; "link" is the usual word in such a cell."""
