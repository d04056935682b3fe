"""Which contacts serve a county, and how they come to serve it. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

from bot.legal_aid.contact import Contact, Reach
from bot.legal_aid.directory import Directory
from bot.places.distance import miles_between
from bot.places.place import County

FARTHEST_MILES = 150.0
OWN_AREA_MILES = 75.0
"""How far a contact is taken to serve that names a part of its state ("Central Texas")."""

Key = TypeVar("Key", str, tuple[int, int])

_FAR_DEGREES = FARTHEST_MILES / 68.0
"""A degree of latitude is never shorter than 68 miles."""


class Nearness(IntEnum):
    """How a contact comes to serve a county, best first.

    "Same court" is missing: no table says which court hears which county's cases, so a contact
    that is listed by court comes in by the distance of its office.
    """

    NAMED_COUNTY = 1
    STATEWIDE = 2
    NEAR = 3
    NEAR_IN_OTHER_STATE = 4


class Served(NamedTuple):
    """A contact that serves a county, how it comes to, and over how many miles."""

    contact: Contact
    where: Nearness
    away: float

    @property
    def of_this_area(self) -> bool:
        return self.where is not Nearness.NEAR_IN_OTHER_STATE


def serves(contact: Contact, county: County) -> bool:
    """False for a national line, and for an office in another state that does not name this one."""
    return nearness(contact, county) not in (None, Nearness.NEAR_IN_OTHER_STATE)


def nearness(contact: Contact, county: County) -> Nearness | None:
    """How this contact serves the county; None where it does not, or lies too far away."""
    return _nearness(contact, county, miles(contact, county))


def _nearness(contact: Contact, county: County, away: float) -> Nearness | None:
    if contact.counties:
        return Nearness.NAMED_COUNTY if county.fips in contact.counties else None
    states = _states(contact)
    if states:
        return Nearness.STATEWIDE if county.state in states else None
    if contact.reach is Reach.NATIONAL:
        return None
    farthest = OWN_AREA_MILES if "other_areas" in contact.excludes else FARTHEST_MILES
    if away > farthest:
        return None
    return Nearness.NEAR if county.state == contact.state else Nearness.NEAR_IN_OTHER_STATE


def miles(contact: Contact, county: County) -> float:
    """From the county's middle to the office, over the ground; infinite where it has no place, or
    lies so far north or south that it is too far in any case."""
    if contact.lat is None or contact.lon is None:
        return math.inf
    if abs(contact.lat - county.lat) > _FAR_DEGREES:
        return math.inf
    return miles_between(county, contact.lat, contact.lon)


@lru_cache(maxsize=4096)
def serving(directory: Directory, county: County) -> tuple[Served, ...]:
    """All legal help that serves the county, whoever asks and when, in the directory's order:
    worked out once for each county."""
    offices = _offices(directory)
    places = sorted({*offices.of_county(county), *offices.of_state(county), *offices.near(county)})
    contacts = (directory.contacts[place] for place in places)
    measured = ((contact, miles(contact, county)) for contact in contacts)
    return tuple(
        Served(contact, where, away)
        for contact, away in measured
        if (where := _nearness(contact, county, away)) is not None
    )


@dataclass(frozen=True, slots=True)
class Offices:
    """Places in the directory's order, of those only that could serve: an answer does not look at
    the offices of the whole country. ``around`` has whole degrees of latitude and longitude."""

    by_county: Mapping[str, tuple[int, ...]]
    by_state: Mapping[str, tuple[int, ...]]
    around: Mapping[tuple[int, int], tuple[int, ...]]

    def of_county(self, county: County) -> tuple[int, ...]:
        return self.by_county.get(county.fips, ())

    def of_state(self, county: County) -> tuple[int, ...]:
        return self.by_state.get(county.state, ())

    def near(self, county: County) -> Iterator[int]:
        # Degrees of longitude are shortest at the end that is nearer to a pole.
        wide = _FAR_DEGREES / math.cos(math.radians(abs(county.lat) + _FAR_DEGREES))
        for lat in _degrees(county.lat, _FAR_DEGREES):
            for lon in _degrees(county.lon, wide):
                yield from self.around.get((lat, lon), ())


def _degrees(middle: float, away: float) -> range:
    return range(math.floor(middle - away), math.floor(middle + away) + 1)


@lru_cache(maxsize=4)
def _offices(directory: Directory) -> Offices:
    helping = [(n, one) for n, one in enumerate(directory.contacts) if one.legal_help]
    in_counties = ((fips, n) for n, one in helping for fips in one.counties)
    wide = [(n, one, _states(one)) for n, one in helping if not one.counties]
    in_states = ((state, n) for n, _, states in wide for state in states)
    cells = (
        ((math.floor(one.lat), math.floor(one.lon)), n)
        for n, one, states in wide
        if not states and one.lat is not None and one.lon is not None
    )
    return Offices(_listed(in_counties), _listed(in_states), _listed(cells))


def _states(contact: Contact) -> tuple[str, ...]:
    """The states that a contact serves as a whole; none where its office has to be near."""
    return contact.serves or ((contact.state,) if contact.reach is Reach.STATE else ())


def _listed(pairs: Iterable[tuple[Key, int]]) -> dict[Key, tuple[int, ...]]:
    found: dict[Key, list[int]] = {}
    for key, number in pairs:
        found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
