"""The names that a published sheet can mean: states, counties, towns and known bodies.

Built once from plain rows, so that this room needs no table of another room by path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.agreements.spelling import body_key, county_key, fold, operator_key, without_kind
from bot.places.place import County

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Town:
    """A city, town, township or village: ``fips`` are its counties, the main one first.

    ``kind`` is ``city``, ``town`` (also townships), ``cdp`` or another word of the Census.
    """

    name: str
    state: str
    kind: str
    fips: tuple[str, ...]
    population: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """An agency whose county is known from elsewhere: a police table, a list of members."""

    name: str
    state: str
    fips: tuple[str, ...]


class Names:
    """Look-ups by state (postal code) and name, whatever the spelling. Never changed once built.

    ``bodies`` are agencies with a known county (campuses, airports, police), ``members`` the
    bodies that run the jail of several counties, with those counties.
    """

    def __init__(
        self,
        counties: Iterable[County],
        towns: Iterable[Town] = (),
        bodies: Iterable[Body] = (),
        members: Iterable[Body] = (),
    ) -> None:
        self._counties = {county.fips: county for county in counties}
        self._states = {fold(c.state_name): c.state for c in self._counties.values()}
        self._state_names = {c.state: c.state_name for c in self._counties.values()}
        self._full = _index((c.state, county_key(c.name), c.fips) for c in self._counties.values())
        self._short = _index(
            (c.state, key, c.fips) for c in self._counties.values() for key in _short_keys(c)
        )
        self._towns = _index((t.state, county_key(t.name), t) for t in towns)
        self._bodies = _index((b.state, body_key(b.name), b) for b in bodies)
        self._members = _index((b.state, operator_key(b.name), b) for b in members)

    def state_called(self, printed: str) -> str | None:
        """The postal code of a state's full name or of the code itself, or None."""
        folded = fold(printed)
        if folded.upper() in self._state_names:
            return folded.upper()
        return self._states.get(folded)

    def state_names(self) -> tuple[str, ...]:
        """Every state's folded full name, sorted."""
        return tuple(sorted(self._states))

    def state_name(self, state: str) -> str:
        return self._state_names.get(state, state)

    def county(self, fips: str) -> County:
        return self._counties[fips]

    def county_printed(self, state: str, cell: str) -> str | None:
        """The county whose official name the cell holds, but for blanks, case and accents."""
        return _only(self._full.get((state, county_key(cell)), ()))

    def counties_named(self, state: str, words: str) -> tuple[str, ...]:
        """Counties whose name without its kind is these words, with or without a kind."""
        return self._short.get((state, county_key(without_kind(words))), ())

    def county_keys(self, state: str) -> tuple[str, ...]:
        """The keys of a state's counties without their kind, for nearness."""
        return tuple(sorted(key for of_state, key in self._short if of_state == state))

    def counties_with_key(self, state: str, key: str) -> tuple[str, ...]:
        return self._short.get((state, key), ())

    def towns_called(self, state: str, name: str) -> tuple[Town, ...]:
        """Towns of this name; larger first, then by county."""
        found = self._towns.get((state, county_key(name)), ())
        return tuple(sorted(found, key=lambda town: (-town.population, town.fips)))

    def town_keys(self, state: str) -> tuple[str, ...]:
        """The keys of a state's towns, for nearness."""
        return tuple(sorted(key for of_state, key in self._towns if of_state == state))

    def towns_with_key(self, state: str, key: str) -> tuple[Town, ...]:
        return self._towns.get((state, key), ())

    def body_counties(self, state: str, agency: str) -> tuple[str, ...]:
        """Counties of a known agency of this very name; several agencies may share one name."""
        return _united(self._bodies.get((state, body_key(agency)), ()))

    def members_of(self, state: str, agency: str) -> tuple[str, ...]:
        """The counties that a known jail of several counties serves, () where not known."""
        return _united(self._members.get((state, operator_key(agency)), ()))

    def states_with_county(self, cell: str) -> tuple[str, ...]:
        """The states that have a county whose official name the cell holds, sorted."""
        key = county_key(cell)
        return tuple(sorted({state for state, full in self._full if full == key}))

    def county_anywhere(self, cell: str) -> str | None:
        """The only county of this official name in the whole country, or None."""
        key = county_key(cell)
        found = [code for (_, full), codes in self._full.items() if full == key for code in codes]
        return found[0] if len(found) == 1 else None


def _short_keys(county: County) -> set[str]:
    return {county_key(without_kind(county.name)), county_key(county.short_name)}


def _index(rows: Iterable[tuple[str, str, _Value]]) -> Mapping[tuple[str, str], tuple[_Value, ...]]:
    found: dict[tuple[str, str], list[_Value]] = {}
    for state, key, value in rows:
        values = found.setdefault((state, key), [])
        if value not in values:
            values.append(value)
    return {key: tuple(values) for key, values in found.items()}


def _only(found: tuple[str, ...]) -> str | None:
    return found[0] if len(found) == 1 else None


def _united(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fips for body in bodies for fips in body.fips))
