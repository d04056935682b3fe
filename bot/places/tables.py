"""The tables of ``data/`` as Python reads them: fast, because every start-up waits for it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.places.fold import key, words
from bot.places.place import County, MatchKind
from bot.places.reading import Reading
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


@dataclass(frozen=True)
class Index:
    """Names by key. A row is split only when somebody asks for it."""

    lines: Mapping[str, list[str]]
    counties: Mapping[str, list[Reading]]
    seen: dict[str, tuple[Reading, ...]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.lines or name in self.counties

    def readings(self, name: str) -> tuple[Reading, ...]:
        known = self.seen.get(name)
        if known is None:
            rows = csv.reader(self.lines.get(name, ()))
            known = (*self.counties.get(name, ()), *map(_reading, rows))
            if known and len(self.seen) < 20_000:
                self.seen[name] = known
        return known


_KIND = {"jail": MatchKind.JAIL, "ice": MatchKind.ICE_FACILITY, "county": MatchKind.COUNTY}


def _reading(row: list[str]) -> Reading:
    _, label, state, sort, counties, people = row
    return Reading(_KIND.get(sort, MatchKind.CITY), sort, label, state,
                   tuple(counties.split("|")), int(people))  # fmt: skip


def read_names(folder: Path, counties: Mapping[str, County]) -> Index:
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines_of(folder / "places.csv"):
        lines[line[: line.index(",")]].append(line)
    return Index(dict(lines), _county_readings(counties))


def _county_readings(counties: Mapping[str, County]) -> Mapping[str, list[Reading]]:
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for county in counties.values():
        city = county.kind == "city"
        reading = Reading(
            MatchKind.CITY if city else MatchKind.COUNTY,
            "city" if city else "county",
            county.short_name if city else "",
            county.state,
            (county.fips,),
            county.population,
        )
        found[key(county.short_name)].append(reading)
    return dict(found)
