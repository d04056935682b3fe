"""The header row of a list: which of its columns is which of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.agreements.spelling import fold, tidy

# Our name of a column -> the header cells, folded, that lists and our own CSV use for it.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "state": ("state", "state territory"),
    "agency": (
        *("law enforcement agency", "agency", "agency name", "law enforcement agency name"),
        *("law enforcement agency lea", "lea"),
    ),
    "type": ("type", "agency type"),
    "county": ("county", "county as printed"),
    "model": ("support type", "model", "support model", "model type", "287 g model"),
    "signed": ("signed",),
    "moa_url": ("moa", "moa url", "moa link"),
    "addendum": ("addendum", "addenda"),
}
_NEEDED = ("state", "agency", "model")

# Without their plain names: a SIGNED column that is missed would make the list one of requests.
_LOOSE: Mapping[str, re.Pattern[str]] = {
    "signed": re.compile(r"\b(signed|signature|signing)\b"),
    "county": re.compile(r"\b(county|counties|parish|parishes)\b"),
}
_FIRST_ROWS = 15
"""A title and a line with the date may stand above the header."""


@dataclass(frozen=True, slots=True)
class Columns:
    """``row`` is the header's place in the table, from 0; a name may have several columns.

    ``others`` are the columns that are none of ours, with their header cells.
    """

    row: int
    ours: Mapping[str, tuple[int, ...]]
    others: Mapping[int, str]


def find_columns(table: Sequence[Sequence[object]]) -> Columns | None:
    """The first of the first rows that holds the headers which a list needs, or None."""
    for row, cells in enumerate(table[:_FIRST_ROWS]):
        texts = ["" if value is None else tidy(str(value)) for value in cells]
        ours = _ours([fold(text) for text in texts])
        if all(name in ours for name in _NEEDED):
            taken = {position for positions in ours.values() for position in positions}
            others = {n: text for n, text in enumerate(texts) if n not in taken}
            return Columns(row, ours, others)
    return None


def _ours(folded: Sequence[str]) -> dict[str, tuple[int, ...]]:
    found = {
        name: tuple(n for n, text in enumerate(folded) if text in spellings)
        for name, spellings in _HEADERS.items()
    }
    taken = {position for positions in found.values() for position in positions}
    for name, shape in _LOOSE.items():
        if not found[name]:
            found[name] = tuple(
                n for n, text in enumerate(folded) if n not in taken and shape.search(text)
            )
    return {name: positions for name, positions in found.items() if positions}
