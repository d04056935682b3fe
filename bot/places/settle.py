"""From what a name can mean to an answer: found, or one short question, likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.places.fold import key
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading

# At most so many numbered choices fit one text message.
MOST_CHOICES = 5
# A county with fewer people than this share of the likeliest is not worth a question where the
# text is plain (the same 5 % as for ZIPs); across states even a small one is.
SMALL_SHARE = 0.05
TINY_SHARE = 0.025
TINY_COUNTY = 0.01
TINY_CITY = 0.005
# A town of this many people is asked about, however large the county of the same name.
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


# More people than live anywhere: what is put before all others.
FIRST = 1e9


@dataclass(frozen=True, slots=True)
class Candidate:
    fips: str
    weight: float
    reading: Reading


def settle(
    query: Query, readings: Iterable[Reading], matched: Matched, *, spans: Sequence[Span],
    explicit: bool, one_state: bool, first_state: str = "",
) -> PlaceAnswer:  # fmt: skip
    """The answer for one name. ``one_state``: the text itself named the state; ``first_state``:
    it may have, so that this state comes first and nothing is found without asking."""
    weighed = _weighed(query, list(readings))
    if first_state:
        here = [replace(c, weight=c.weight + FIRST) for c in weighed if _is_in(c, first_state)]
        candidates = here + [c for c in weighed if not _is_in(c, first_state)][:MOST_CHOICES]
    else:
        candidates = [c for name in _by_name(query, weighed, matched.fuzzy)
                      for c in _worth_asking(name, one_state)]  # fmt: skip
        if len(candidates) > 1 and not one_state and _is_meant(candidates):
            candidates = candidates[:1]
    if not candidates:
        return PlaceAnswer(Outcome.NONE)
    return answer(query, candidates, matched, spans=spans, explicit=explicit)


def _is_in(candidate: Candidate, state: str) -> bool:
    return candidate.reading.state == state


def answer(
    query: Query, candidates: Sequence[Candidate], matched: Matched, *, spans: Sequence[Span],
    explicit: bool,
) -> PlaceAnswer:  # fmt: skip
    ordered = sorted(candidates, key=lambda c: (not _hinted(query, c), -c.weight, c.fips))
    places = tuple(_place(query, c, matched) for c in ordered[:MOST_CHOICES])
    outcome = Outcome.FOUND if len(places) == 1 else Outcome.ASK
    return PlaceAnswer(outcome, places, explicit, query.rest(spans))


def _hinted(query: Query, candidate: Candidate) -> bool:
    return bool(query.hint_state) and candidate.reading.state == query.hint_state


def _place(query: Query, candidate: Candidate, matched: Matched) -> Place:
    county = query.gazetteer.county(candidate.fips)
    reading = candidate.reading
    kind = reading.kind if matched.kind in (MatchKind.CITY, MatchKind.COUNTY) else matched.kind
    label = "" if reading.kind is MatchKind.COUNTY else reading.label
    shown = Matched(matched.name, kind, matched.fuzzy, label or matched.label,
                    reading.record or matched.record)  # fmt: skip
    return Place(county.fips, county.full_name, "county", shown)


def _weighed(query: Query, readings: list[Reading]) -> list[Candidate]:
    """One candidate a county, heaviest first; a city's second county weighs a fifth."""
    cities = any(r.kind is MatchKind.CITY and r.people >= LARGE for r in readings)
    best: dict[str, Candidate] = {}
    for reading in readings:
        weight = float(max(reading.people, 1))
        if (cities and reading.kind is MatchKind.COUNTY) or _is_bare_township(reading):
            weight *= BARE
        for place, fips in enumerate(_counties(query, reading)):
            candidate = Candidate(fips, weight if place == 0 else weight / (4 + place), reading)
            if fips not in best or _preferred(candidate, best[fips]):
                best[fips] = candidate
    return sorted(best.values(), key=lambda c: (-c.weight, c.fips))


def _is_bare_township(reading: Reading) -> bool:
    return reading.sort == "town" and reading.state not in TOWN_STATES


def _preferred(new: Candidate, old: Candidate) -> bool:
    return new.weight > old.weight


def _counties(query: Query, reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(query.gazetteer.county(code).fips for code in reading.counties))


def _by_name(query: Query, weighed: list[Candidate], fuzzy: bool) -> list[list[Candidate]]:
    """A misspelt name may come near several: each is weighed among places of its own name."""
    if not fuzzy:
        return [weighed]
    names: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in weighed:
        county = query.gazetteer.county(candidate.fips)
        names[key(candidate.reading.label or county.short_name)].append(candidate)
    return list(names.values())


def _worth_asking(candidates: list[Candidate], one_state: bool) -> list[Candidate]:
    if not candidates:
        return []
    top = candidates[0]
    if one_state:
        candidates = [c for c in candidates if not _is_overshadowed(c, top)]
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
    return is_city and candidate is not top and _is_bare_township(candidate.reading)


def _is_independent(candidate: Candidate) -> bool:
    return candidate.reading.sort == "city" and candidate.fips[2:] >= INDEPENDENT


def _is_town_of_name(candidate: Candidate, one_state: bool) -> bool:
    reading = candidate.reading
    return one_state and reading.sort == "city" and reading.people >= SMALL_TOWN


def _is_county_of_name(candidate: Candidate, top: Candidate) -> bool:
    """A county is asked about beside a town of its name, however few live in it; beside a large
    city only where that city is a county of its own (Richmond)."""
    if candidate.reading.kind is not MatchKind.COUNTY:
        return False
    return _is_independent(top) or top.reading.people < LARGE


def _is_namesake(candidate: Candidate, top: Candidate) -> bool:
    """A county's name in two states is always asked about, however few live in the other
    (danger rule 28): Cook County is in Illinois, Georgia and Minnesota."""
    both = {candidate.reading.kind, top.reading.kind}
    return both == {MatchKind.COUNTY} and candidate.reading.sort == "county"


def _is_real_city(candidate: Candidate) -> bool:
    """A part of a city that we know by its name stands back behind a city so called."""
    reading = candidate.reading
    return reading.sort == "city" and reading.people >= TOWN


def _is_meant(candidates: Sequence[Candidate]) -> bool:
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


def _is_famous(candidates: Sequence[Candidate]) -> bool:
    """One large city, all others of the name together a twentieth of it, and it asks nothing
    else: its own second county would be the same reading."""
    first, *others = candidates
    if any(c.reading is first.reading for c in others):
        return False
    if first.reading.kind is MatchKind.COUNTY or first.reading.people < FAMOUS:
        return False
    rival = any(c.reading.sort != "county" and c.weight >= max(RIVAL, RIVAL_SHARE * first.weight)
                for c in others)  # fmt: skip
    share = LARGE_SHARE if first.reading.people >= LARGE else SMALL_SHARE
    return not rival and sum(c.weight for c in others) <= share * first.weight
