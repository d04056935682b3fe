"""A county cell as printed -> a county of its state, by steps, with each change in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.agreements.names import Names
from bot.agreements.spelling import county_key, fold, is_given, nearest, tidy, without_kind


@dataclass(frozen=True, slots=True)
class CellRead:
    """The county meant; ``changed`` says how it differs from the print, "" where it does not.

    ``sure`` is False where letters were put right: another witness should confirm it.
    """

    fips: str
    changed: str = ""
    sure: bool = True


Step = Callable[[Names, str, str], CellRead | None]


def read_cell(names: Names, state: str, cell: str) -> CellRead | None:
    """The county that ``cell`` means in ``state``; None where it means none, or two."""
    if not is_given(cell):
        return None
    bare = bare_cell(names, state, cell)
    for step in STEPS:
        read = step(names, state, bare)
        if read is None:
            continue
        if bare != cell and not read.changed:
            said = f'county written "{cell}": {names.county(read.fips).name}'
            return CellRead(read.fips, said)
        return read
    return None


def counties_in(names: Names, state: str, cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The counties of a cell that lists several ("Clay, Duval and Nassau Counties"), and its
    parts that are none; no county where the cell is one name ("King and Queen County")."""
    if names.county_printed(state, cell) or names.counties_named(state, cell):
        return (), ()
    listed = re.sub(r"\b(counties|parishes)( of)?\b", " ", cell, flags=re.IGNORECASE)
    parts = [part for part in _BETWEEN.split(listed) if part.strip(" ()")]
    named = {part: _one_county(names, state, bare_cell(names, state, part)) for part in parts}
    found = dict.fromkeys(fips for fips in named.values() if fips)
    others = tuple(tidy(part) for part, fips in named.items() if not fips)
    return (tuple(found), others) if len(found) > 1 else ((), ())


def _one_county(names: Names, state: str, words: str) -> str | None:
    found = names.counties_named(state, words)
    return names.county_printed(state, words) or (found[0] if len(found) == 1 else None)


_BETWEEN = re.compile(r"[,;/&+|()]|\band\b| - ", re.IGNORECASE)


def state_in(names: Names, cell: str) -> str | None:
    """The state that a cell names behind the county: "Jackson County, Michigan", "Duval (FL)"."""
    found = re.search(r"^(.+?)\s*[,(]\s*([a-z. ]+?)\)?$", tidy(cell), re.IGNORECASE)
    if found is None or fold(found[2]) == "co":  # "Wise, Co." is no Colorado
        return None
    code = names.state_called(found[2])
    return code if code and names.counties_named(code, found[1]) else None


def bare_cell(names: Names, state: str, cell: str) -> str:
    """The cell without what is not the county's name: "Wise Co., TX", "County of Wise (Texas)".

    The print is given back where nothing of the kind stands in it.
    """
    words = fold(cell)
    for tail in (fold(names.state_name(state)), state.lower()):
        rest = words.removesuffix(f" {tail}")
        if rest != words and not names.counties_named(state, words):
            words = rest
    words = re.sub(r"\b(co|cty|cnty)$", "county", words)
    if found := re.fullmatch(r"(?:city and )?(county|parish|borough) of (?:the )?(.+)", words):
        words = f"{found[2]} {found[1]}"
    return cell if words == fold(cell) else words


def as_printed(names: Names, state: str, cell: str) -> CellRead | None:
    """The official name, but for blanks, case, accents and "Saint" for "St."."""
    fips = names.county_printed(state, cell)
    return CellRead(fips) if fips else None


def with_its_kind(names: Names, state: str, cell: str) -> CellRead | None:
    """The kind left out or wrong: "Decatur", "Richland County" (a parish), "Hopewell County"."""
    found = names.counties_named(state, cell)
    if len(found) != 1:
        return None
    return CellRead(found[0], f'county written "{cell}": {names.county(found[0]).name}')


def one_part(names: Names, state: str, cell: str) -> CellRead | None:
    """A town and its county in one cell: "Sparta-White County"."""
    parts = [part for part in re.split(r"[-/,;]", cell) if part.strip()]
    if len(parts) < 2:
        return None
    found = [fips for part in parts for fips in names.counties_named(state, part)]
    if len(found) != 1:
        return None
    return CellRead(found[0], f'county taken from "{cell}": {names.county(found[0]).name}')


def respelled(names: Names, state: str, cell: str) -> CellRead | None:
    """A misspelt name that can mean one county of the state only: "Frankin County"."""
    # "Brown County" is right in other states: it is not lightly taken for a misspelt "Bronx".
    floor = _ELSEWHERE if names.states_with_county(cell) else _HERE
    key = nearest(county_key(_without_misspelt_kind(cell)), names.county_keys(state), floor)
    found = names.counties_with_key(state, key) if key else ()
    if len(found) != 1:
        return None
    county = names.county(found[0])
    return CellRead(found[0], f"county respelled: {cell} → {county.name}", sure=False)


_HERE, _ELSEWHERE = 0.8, 0.88


def _without_misspelt_kind(cell: str) -> str:
    """ "Lake Conty" -> "lake": the word for the kind is misspelt as well."""
    name = without_kind(cell)
    head, _, last = name.rpartition(" ")
    return head if head and nearest(last, ("county", "parish")) else name


STEPS: tuple[Step, ...] = (as_printed, with_its_kind, one_part, respelled)
