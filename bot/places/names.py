"""The index of names: counties, cities, aliases, jails, each under its key."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.places.fold import key
from bot.places.place import HELD, County, MatchKind
from bot.places.reading import Reading, Readings
from bot.places.tables import by_name, lines_of, rows_of
from bot.places.vocabulary import PlaceDataError

# Splitting a row costs microseconds; what was asked for once is kept, up to this many names.
MOST_KEPT = 20_000
NO_READINGS = Readings()

ALIASES = ("aliases.csv", "jail_names.csv")
"""Written by hand, open to advocates."""

_KINDS = {
    "county": MatchKind.COUNTY, "jail": MatchKind.JAIL, "ice": MatchKind.ICE_FACILITY,
    "police": MatchKind.SHERIFF,
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """``lines`` are unsplit rows of places.csv; the others are few enough to be read at start.

    ``main`` names the one county that counts for a large city of several; ``spelt`` leads from
    a spelling in full ("fortbend") to the key under which the name is filed.
    """

    lines: Mapping[str, list[str]]
    others: Mapping[str, list[Reading]]
    main: Mapping[tuple[str, str], str]
    spelt: Mapping[str, str]
    kept: dict[str, Readings] = field(default_factory=dict)

    @cached_property
    def every(self) -> frozenset[str]:
        """All keys and spellings: most words of a text are none, and are looked up here only."""
        return frozenset().union(self.lines, self.others, self.spelt)

    def has(self, name: str) -> bool:
        return name in self.every

    def readings(self, name: str) -> Readings:
        if name not in self.every:
            return NO_READINGS
        known = self.kept.get(name)
        if known is not None:
            return known
        filed = name if name in self.lines or name in self.others else self.spelt[name]
        rows = csv.reader(self.lines.get(filed, ()))
        known = Readings((*self.others.get(filed, ()), *map(self._city, rows)))
        if len(self.kept) < MOST_KEPT:
            self.kept[name] = known
        return known

    @cached_property
    def jails(self) -> Sequence[str]:
        """The keys of the short forms of jails and ICE facilities, in our letters."""
        return [
            name
            for name, readings in self.others.items()
            if name.isascii() and all(r.kind in HELD for r in readings)
        ]

    def _city(self, row: list[str]) -> Reading:
        name, label, state, sort, counties, people, held = row
        main = self.main.get((name, state), "") if sort == "city" else ""
        codes = (main,) if main else tuple(counties.split("|"))
        return Reading(MatchKind.CITY, sort, label, state, codes, int(people), held=held == "1")


def read_names(folder: Path, counties: Mapping[str, County], spelt: Mapping[str, str]) -> Names:
    lines = by_name(lines_of(folder / "places.csv"))
    others: defaultdict[str, list[Reading]] = defaultdict(list)
    for county in counties.values():
        others[key(county.short_name)].append(_county(county))
    for _, name, codes in rows_of(folder / "ct_regions.csv"):
        held = tuple(codes.split("|"))
        people = sum(counties[code].population for code in held)
        region = Reading(MatchKind.COUNTY, "county", "", "CT", held, people)
        others[key(name)] = [region]
    for file in ALIASES:
        for name, reading in _aliases(folder / file, counties):
            others[name].append(reading)
    main = {(key(n), s): county for n, s, county in rows_of(folder / "one_county_cities.csv")}
    return Names(lines, dict(others), main, spelt)


def _county(county: County) -> Reading:
    city = county.kind == "city"
    return Reading(
        MatchKind.CITY if city else MatchKind.COUNTY,
        "city" if city else "county",
        county.short_name if city else "",
        county.state,
        (county.fips,),
        county.population,
    )


def _aliases(path: Path, counties: Mapping[str, County]) -> list[tuple[str, Reading]]:
    """One reading a state: "KC" is Missouri's and Kansas's."""
    found = []
    for row in rows_of(path):
        try:
            alias, label, kind, codes, people, record = row
            held_in = [(counties[code].state, code) for code in codes.split("|")]
            size = int(people)
        except (ValueError, KeyError) as error:
            raise PlaceDataError(
                f"{path}: the row {','.join(row)}: six columns, county codes of five digits parted "
                "by |, a whole number of people; mend it"
            ) from error
        states: defaultdict[str, list[str]] = defaultdict(list)
        for state, code in held_in:
            states[state].append(code)
        for place, (state, held) in enumerate(states.items()):
            weight = size // (1 + place)
            found.append((key(alias), Reading(_KINDS.get(kind, MatchKind.CITY), "alias", label,
                                              state, tuple(held), weight, record)))  # fmt: skip
    return found


@dataclass(frozen=True)
class Jails:
    """Jails and ICE facilities by what is left of their names; county jails by ``=FIPS``."""

    lines: Mapping[str, list[str]]

    def has(self, core: str) -> bool:
        return core in self.lines

    def readings(self, core: str) -> tuple[Reading, ...]:
        """ICE facilities first: where ICE holds the person matters more than who built it."""
        rows = sorted(csv.reader(self.lines.get(core, ())), key=lambda row: row[3] != "ice")
        return tuple(_jail(row) for row in rows)

    @cached_property
    def cores(self) -> Sequence[str]:
        """What is left of the names of jails but those called after their county."""
        return [core for core in self.lines if core[0] not in "=~" and core.isascii()]

    def of_county(self, fips: str) -> Reading | None:
        """The county's jail, where it has exactly one."""
        rows = self.readings(f"={fips}")
        return rows[0] if len(rows) == 1 else None


# People held, about: they only order the choices of a question, and tell a state's prison.
_HELD_THERE = {"ice": 3_000, "federal": 1_500, "state": 1_000}
STATE_PRISON = 1_000


def _jail(row: list[str]) -> Reading:
    _, label, state, sort, counties, record = row
    kind = MatchKind.ICE_FACILITY if sort == "ice" else MatchKind.JAIL
    return Reading(kind, "jail", label, state, (counties,), _HELD_THERE.get(sort, 500), record)


def read_jails(path: Path) -> Jails:
    return Jails(by_name(lines_of(path)))
