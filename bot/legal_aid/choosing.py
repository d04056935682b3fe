"""Which two or three contacts a county's answer names: surest first, never padded. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from functools import lru_cache

from bot.legal_aid.contact import Contact, Reach, RunBy
from bot.legal_aid.directory import Directory
from bot.places.distance import miles_between
from bot.places.place import County

FARTHEST_MILES = 150.0
BAND_MILES = 50.0
"""Within a band the language, the second source and the renewal decide before the distance."""
OWN_AREA_MILES = 75.0
"""How far a contact is taken to serve that names a part of its state ("Central Texas")."""

NEVER = frozenset({"children_only", "one_facility", "other_cases"})
NOT_WHEN_DETAINED = frozenset({"no_detained", "asylum_only", "no_criminal", "survivors_only"})
NOT_WHEN_FREE = frozenset({"only_detained"})
SOME_PEOPLE_ONLY = frozenset({"haitian_cases", "some_cases"})
NARROW = SOME_PEOPLE_ONLY | {"ask_if_area", "calls_from_detention", "held_by_ice"}


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


def choose(
    directory: Directory,
    county: County,
    detained: bool | None,
    language: str,
    on: date,
    *,
    most: int = 3,
) -> tuple[Contact, ...]:
    """At most ``most`` contacts for this county on this day, best first; perhaps none.

    ``detained`` None (not known) keeps only what fits both. ICE-run and government lines are never
    among them. With fewer than two, one national line that fits the language is added, labelled by
    its ``limit``; where the directory has none that may be sent, none is.
    """
    near = [one for one in _near(directory, county) if _fits(one[0], detained, on)]
    near.sort(key=lambda one: _rank(one[0], one[1], county, detained, language))
    ordered = _spread(contact for contact, _ in near)
    chosen = [_labelled(c, county, detained) for c in _own_kept(ordered, county, most)]
    if len(chosen) < min(2, most):
        chosen += [c for c in directory.national(on) if _national_fits(c, detained, language)][:1]
    return tuple(chosen)


@lru_cache(maxsize=4096)
def _near(directory: Directory, county: County) -> tuple[tuple[Contact, Nearness], ...]:
    """All legal help that serves the county, whoever asks and when: worked out once for each."""
    helping = (contact for contact in directory.contacts if contact.legal_help)
    found = ((contact, nearness(contact, county)) for contact in helping)
    return tuple((contact, where) for contact, where in found if where is not None)


def _own_kept(ordered: Sequence[Contact], county: County, most: int) -> list[Contact]:
    """The first ones, the last of them the best of the person's own area where all the others lie
    in another state: those may have to refuse."""
    kept = list(ordered[:most])
    if kept and not any(serves(contact, county) for contact in kept):
        own = next((contact for contact in ordered if serves(contact, county)), None)
        kept = [*kept[:-1], own] if own else kept
    return kept


def aged_out(directory: Directory, county: County, detained: bool | None, on: date) -> bool:
    """Whether numbers for this county are known, all of them past their last day."""
    fitting = [c for c, _ in _near(directory, county) if _takes(c, detained)]
    return bool(fitting) and not any(c.sendable(on) for c in fitting)


def serves(contact: Contact, county: County) -> bool:
    """False for a national line, and for an office in another state that does not name this one."""
    return nearness(contact, county) not in (None, Nearness.NEAR_IN_OTHER_STATE)


def nearness(contact: Contact, county: County) -> Nearness | None:
    """How this contact serves the county; None where it does not, or lies too far away."""
    if contact.counties:
        return Nearness.NAMED_COUNTY if county.fips in contact.counties else None
    if contact.serves:
        return Nearness.STATEWIDE if county.state in contact.serves else None
    if contact.reach is Reach.NATIONAL:
        return None
    if contact.reach is Reach.STATE:
        return Nearness.STATEWIDE if county.state == contact.state else None
    farthest = OWN_AREA_MILES if "other_areas" in contact.excludes else FARTHEST_MILES
    if miles(contact, county) > farthest:
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


def _fits(contact: Contact, detained: bool | None, on: date) -> bool:
    return contact.sendable(on) and _takes(contact, detained)


def _takes(contact: Contact, detained: bool | None) -> bool:
    refused = NEVER
    if detained is not False:
        refused |= NOT_WHEN_DETAINED
    if detained is not True:
        refused |= NOT_WHEN_FREE
    return not contact.excludes & refused


def _rank(
    contact: Contact, where: Nearness, county: County, detained: bool | None, language: str
) -> tuple[object, ...]:
    away = miles(contact, county)
    by_distance = where in (Nearness.NEAR, Nearness.NEAR_IN_OTHER_STATE)
    return (
        _tier(contact, detained, where),
        where,
        away // BAND_MILES if by_distance else 0,
        contact.limit in NARROW,
        not _speaks(contact, language),
        not contact.two_sources,
        contact.renewing,
        away,
        not contact.hours,
        contact.org,
        contact.phone,
    )


def _tier(contact: Contact, detained: bool | None, where: Nearness) -> int:
    """Help for people in custody, then help in court, then forms and advice.

    An office in another state comes after the court help of this one: a legal-aid office often
    may not work across the line, and its listing does not say.
    """
    away = where is Nearness.NEAR_IN_OTHER_STATE
    for_many = "detained" in contact.services and contact.limit not in SOME_PEOPLE_ONLY
    if detained is not False and for_many:
        return 2 if away else 0
    if contact.services & {"detained", "removal_defense", "bond"}:
        return 3 if away else 1
    return 5 if away else 4


def _speaks(contact: Contact, language: str) -> bool:
    """Every office answers in English; a blank list means that its languages are not known."""
    spoken = language.partition("-")[0]
    return spoken == "en" or spoken in {code.partition("-")[0] for code in contact.languages}


def _spread(contacts: Iterable[Contact]) -> list[Contact]:
    """The same order with one line of each organisation, and one for calls from detention."""
    seen: set[tuple[str, bool]] = set()
    kept = []
    for contact in contacts:
        organisation = contact.website or contact.org.partition(" - ")[0]
        line = (organisation, contact.limit == "calls_from_detention")
        if line not in seen:
            seen.add(line)
            kept.append(contact)
    return kept


def _labelled(contact: Contact, county: County, detained: bool | None) -> Contact:
    """Where the listing is silent on this place or on people in custody, the label says: ask."""
    if contact.limit not in ("", "ask_if_court"):
        return contact
    if nearness(contact, county) is Nearness.NEAR_IN_OTHER_STATE:
        return replace(contact, limit="ask_if_area")
    if contact.limit:
        return contact
    if detained is not False and "detained" not in contact.services:
        return replace(contact, limit="ask_if_detained")
    return contact


def _national_fits(contact: Contact, detained: bool | None, language: str) -> bool:
    if contact.run_by in (RunBy.ICE, RunBy.IMMIGRATION_COURT):
        return False
    if detained is False and "detained" in contact.services and not contact.legal_help:
        return False
    return not contact.languages or language == "en" or _speaks(contact, language)
