"""The tables of ``data/`` as Python reads them: fast, because every start-up waits for it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.places.fold import words
from bot.places.place import County
from bot.places.vocabulary import PlaceDataError


@dataclass(frozen=True, slots=True)
class State:
    """``code`` is the postal code, ``fips`` two digits."""

    code: str
    fips: str
    name: str


def lines_of(path: Path) -> list[str]:
    """The data lines of a table, without its header.

    Raises :class:`PlaceDataError` where the file is missing.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PlaceDataError(f"{path}: cannot be read; run `bot data build`") from error
    return text.splitlines()[1:]


def by_name(lines: Iterable[str]) -> dict[str, list[str]]:
    """Unsplit rows by their first column; rows of one name stand together."""
    found: dict[str, list[str]] = {}
    last, here = None, []
    for line in lines:
        name = line.partition(",")[0]
        if name != last:
            last, here = name, found.setdefault(name, [])
        here.append(line)
    return found


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(line for line in lines_of(path) if not line.startswith("#")))


def read_states(path: Path) -> Mapping[str, State]:
    return {code: State(code, fips, name) for fips, code, name in rows_of(path)}


def read_counties(path: Path, states: Mapping[str, State]) -> Mapping[str, County]:
    return {
        fips: County(fips, state, states[state].name, name, short, kind, int(people),
                     float(lat or 0), float(lon or 0))
        for fips, state, kind, name, short, people, lat, lon in rows_of(path)
    }  # fmt: skip


def read_regions(path: Path) -> Mapping[str, tuple[str, ...]]:
    return {region: tuple(counties.split("|")) for region, _, counties in rows_of(path)}


def read_region_names(path: Path) -> Mapping[str, str]:
    """The official name of each planning region ("Capitol Planning Region") by its code."""
    return {region: name for region, name, _ in rows_of(path)}


def read_zips(path: Path) -> Mapping[str, str]:
    return {line[:5]: line[6:] for line in lines_of(path)}


def read_state_names(
    path: Path, states: Mapping[str, State]
) -> Mapping[tuple[str, ...], tuple[str, str]]:
    """Folded words of a state's name -> its code and the sort of name.

    ``name`` is sure, ``short`` an abbreviation, ``weak`` one that is also a word or a place,
    ``code`` the two letters.
    """
    found = {tuple(words(state.name)): (code, "name") for code, state in states.items()}
    for name, code, sort in rows_of(path):
        found[tuple(words(name))] = (code, sort)
    for code in states:
        found.setdefault((code.lower(),), (code, "code"))
    return found
