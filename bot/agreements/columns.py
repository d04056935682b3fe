"""The header row of a list: which of its columns is which of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

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
    "state": re.compile(r"^state name$"),
    "agency": re.compile(r"^(participating )?(law enforcement )?agency( name)?$"),
    # Not the model itself, in a row below: "Task Force Model".
    "model": re.compile(r"^(?!.*\b(jail|warrant|task)\b).*\b(model|support)\b"),
    "signed": re.compile(r"\b(signed|signature|signing)\b"),
    "county": re.compile(r"\b(county|counties|parish|parishes)\b"),
}
_FIRST_ROWS = 50
"""A header of two rows ("LAW ENFORCEMENT" above "AGENCY") is looked for so far down only."""


@dataclass(frozen=True, slots=True)
class Columns:
    """``row`` is the header's place in the table, from 0; a name may have several columns.

    ``others`` are the columns that are none of ours, with their header cells; ``respelled`` are
    header cells that were taken for one of ours although they are misspelt; ``width`` is the
    number of columns under the header, ``height`` that of its rows.
    """

    row: int
    ours: Mapping[str, tuple[int, ...]]
    others: Mapping[int, str]
    respelled: tuple[str, ...] = ()
    width: int = 0
    height: int = 1


def find_columns(table: Sequence[Sequence[object]]) -> Columns | None:
    """The first row that holds the headers which a list needs, or two rows that do together."""
    for row, cells in enumerate(table):
        if found := columns_in(row, texts_of(cells)):
            return found
    for row in range(1, min(len(table), _FIRST_ROWS)):
        if found := columns_in(row, _joined(table[row - 1], table[row])):
            return replace(found, height=2)
    return None


def columns_in(row: int, texts: Sequence[str]) -> Columns | None:
    """The columns under these header cells, or None where one that a list needs is missing."""
    ours, respelled = _ours([fold(text) for text in texts])
    if not all(name in ours for name in _NEEDED):
        return None
    taken = {position for positions in ours.values() for position in positions}
    others = {n: text for n, text in enumerate(texts) if n not in taken}
    return Columns(row, ours, others, tuple(texts[n] for n in respelled), len(texts))


def header_again(row: int, cells: Sequence[object]) -> Columns | None:
    """The columns from here on, where the header stands again below the first one."""
    known = any(isinstance(cell, str) and fold(cell) in _HEADERS["agency"] for cell in cells)
    return columns_in(row, texts_of(cells)) if known else None


def texts_of(cells: Sequence[object]) -> list[str]:
    return ["" if value is None else tidy(str(value)) for value in cells]


def what_is_missing(table: Sequence[Sequence[object]]) -> str:
    """Which header is not there, of the row that is the most like one; "" where none is like it."""
    best: tuple[int, int, list[str]] = (1, 0, [])
    for row, cells in enumerate(table[:_FIRST_ROWS]):
        texts = texts_of(cells)
        known = len(_ours([fold(text) for text in texts])[0])
        if known > best[0]:
            best = (known, row, texts)
    _, row, texts = best
    ours = _ours([fold(text) for text in texts])[0]
    lacking = [_HEADERS[name][0].upper() for name in _NEEDED if name not in ours]
    printed = ", ".join(text for text in texts if text)
    if not printed:
        return ""
    return (
        f"row {row + 1} looks like its header, but no column is called {' or '.join(lacking)}; "
        f"there are: {printed}. Give the right one that name in the file, then import it again"
    )


def _joined(above: Sequence[object], below: Sequence[object]) -> list[str]:
    pairs = zip(texts_of(above), texts_of(below), strict=False)
    return [one if one == other else f"{one} {other}".strip() for one, other in pairs]


def _ours(folded: Sequence[str]) -> tuple[dict[str, tuple[int, ...]], list[int]]:
    """Our names with their columns, and those columns whose header is misspelt."""
    found = {
        name: tuple(n for n, text in enumerate(folded) if text in spellings)
        for name, spellings in _HEADERS.items()
    }
    for name, shape in _LOOSE.items():
        if not found[name]:
            found[name] = tuple(n for n in _free(folded, found) if shape.search(folded[n]))
    respelled: list[int] = []
    for name, spellings in _HEADERS.items():
        if not found[name]:
            near = [n for n in _free(folded, found) if _slip(folded[n], spellings)]
            found[name] = tuple(near[:1])
            respelled += near[:1]
    return {name: positions for name, positions in found.items() if positions}, respelled


def _slip(text: str, spellings: Sequence[str]) -> bool:
    """Of a long header two letters may be wrong, of a short one one: "STATUS" is no STATE."""
    return any(
        OSA.distance(text, right) <= (1 if len(right) < _LONG else 2)
        for right in spellings
        if len(right) >= _SHORTEST and text[:1] == right[:1]
    )


_SHORTEST, _LONG = 4, 8


def _free(folded: Sequence[str], found: Mapping[str, tuple[int, ...]]) -> list[int]:
    taken = {position for positions in found.values() for position in positions}
    return [n for n, text in enumerate(folded) if text and n not in taken]
