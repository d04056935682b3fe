"""Which of the places of one name are meant: the shares of people that decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.places.place import MatchKind
from bot.places.reading import Reading

# A county with fewer people than this share of the likeliest is not worth a question where the
# text is plain (the same 5 % as for ZIPs); across states even a small one is.
SMALL_SHARE = 0.05
TINY_SHARE = 0.025
TINY_COUNTY = 0.01
TINY_CITY = 0.005
# A town of this many people is asked about, however large the county of the same name; so is a
# smaller one with a jail (Lumpkin, Georgia).
SMALL_TOWN = 1_000
# "Houston" is the city, although some small places share the name.
FAMOUS = 50_000
TOWN = 5_000
# The Census numbers independent cities from here.
INDEPENDENT = "510"
# … but a city of this size elsewhere always asks: Manhattan, Kansas.
RIVAL = 40_000
RIVAL_SHARE = 0.02
# Cities of this size come before a county of their name.
LARGE = 100_000
LARGE_SHARE = 0.08
# A city of this size is meant although a county of its state has its name (Tyler, Texas).
ABOVE_ITS_COUNTY = 80_000
# A county with so many times the people of every other place of the name is meant by the bare
# name ("westchester").
ALL_BUT_ALL = 0.07
# A city of this size stands before the townships of its name in its state.
CITY = 20_000
# The nickname of a place of far more people than any other of the name: Manhattan.
NICKNAME = 0.05
# Who means a county or a township says so: without the word a city of that name comes first …
BARE = 0.3
# … but in these states towns are what cities are elsewhere.
TOWN_STATES = frozenset({"CT", "MA", "ME", "NH", "NJ", "NY", "RI", "VT", "WI"})


@dataclass(frozen=True, slots=True)
class Candidate:
    fips: str
    weight: float
    reading: Reading


def is_bare_township(reading: Reading) -> bool:
    return reading.sort == "town" and reading.state not in TOWN_STATES


def worth_asking(candidates: list[Candidate], one_state: bool) -> list[Candidate]:
    if not candidates:
        return []
    top = candidates[0]
    if one_state:
        candidates = [c for c in candidates if not _is_overshadowed(c, top)]
        candidates = [c for c in candidates if not _is_below_its_city(c, top)]
    tiny = TINY_SHARE if top.reading.kind is MatchKind.CITY else TINY_COUNTY
    share = SMALL_SHARE if one_state else tiny
    return [
        c
        for c in candidates
        if c is top
        or c.weight >= share * top.weight
        or (_is_real_city(c) and c.weight >= TINY_CITY * top.weight)
        or _is_town_of_name(c, one_state)
        or (one_state and _is_county_of_name(c, top))
        or (not one_state and _is_namesake(c, top))
    ]


def _is_overshadowed(candidate: Candidate, top: Candidate) -> bool:
    """A township beside a city of its name in the same state: Springfield, Ohio."""
    best = top.reading
    is_city = best.sort == "city" and best.people >= CITY
    return is_city and candidate is not top and is_bare_township(candidate.reading)


def _is_below_its_city(candidate: Candidate, top: Candidate) -> bool:
    """ "Des Moines, Iowa", "Tyler, Texas": a large city, and elsewhere a county of far fewer
    people than it; not Jackson, Mississippi, nor Richmond."""
    best, other = top.reading, candidate.reading
    if best.sort != "city" or best.people < ABOVE_ITS_COUNTY or _is_independent(top):
        return False
    return other.kind is MatchKind.COUNTY and other.people <= BARE * best.people


def _is_independent(candidate: Candidate) -> bool:
    return candidate.reading.sort == "city" and candidate.fips[2:] >= INDEPENDENT


def _is_town_of_name(candidate: Candidate, one_state: bool) -> bool:
    reading = candidate.reading
    large = reading.sort == "city" and reading.people >= SMALL_TOWN
    return one_state and (large or (reading.held and reading.sort != "town"))


def _is_county_of_name(candidate: Candidate, top: Candidate) -> bool:
    """A county is asked about beside a town of its name, however few live in it; beside a large
    city only where that city is a county of its own (Richmond)."""
    if candidate.reading.kind is not MatchKind.COUNTY:
        return False
    return _is_independent(top) or top.reading.people < ABOVE_ITS_COUNTY


def _is_namesake(candidate: Candidate, top: Candidate) -> bool:
    """A county's name in two states is always asked about, however few live in the other
    (docs/rules.md, 28): Cook County is in Illinois, Georgia and Minnesota."""
    both = {candidate.reading.kind, top.reading.kind}
    return both == {MatchKind.COUNTY} and candidate.reading.sort == "county"


def _is_real_city(candidate: Candidate) -> bool:
    """A part of a city that we know by its name stands back behind a city so called."""
    reading = candidate.reading
    return reading.sort == "city" and reading.people >= TOWN


def is_meant(candidates: Sequence[Candidate]) -> bool:
    """Whether the first is meant by its bare name, although there are others."""
    first, *others = candidates
    if first.reading.kind is MatchKind.COUNTY:
        return not any(
            c.reading.kind is MatchKind.COUNTY or c.weight > ALL_BUT_ALL * first.weight
            for c in others
        )
    if first.reading.sort == "alias":
        return not any(
            c.reading is first.reading or c.weight > NICKNAME * first.weight for c in others
        )
    return _is_famous(candidates)


def is_part_of(candidate: Candidate, first: Candidate) -> bool:
    """The second county of a city that is meant: Atlanta lies in two."""
    return candidate.reading is first.reading and first.reading.sort == "city"


def _is_famous(candidates: Sequence[Candidate]) -> bool:
    """One large city, all others of the name together a twentieth of it; its own second county is
    the same reading ("Atlanta")."""
    first = candidates[0]
    others = [c for c in candidates if c.reading is not first.reading]
    if first.reading.kind is MatchKind.COUNTY or first.reading.people < FAMOUS:
        return False
    rival = any(c.reading.sort != "county" and c.weight >= max(RIVAL, RIVAL_SHARE * first.weight)
                for c in others)  # fmt: skip
    share = LARGE_SHARE if first.reading.people >= LARGE else SMALL_SHARE
    return not rival and sum(c.weight for c in others) <= share * first.weight
