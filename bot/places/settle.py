"""From what a name can mean to an answer: found, or one short question, likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.places.fold import key
from bot.places.meant import (
    BARE,
    LARGE,
    Candidate,
    is_bare_township,
    is_meant,
    is_part_of,
    worth_asking,
)
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading

# At most so many numbered choices fit one text message.
MOST_CHOICES = 5
# More people than live anywhere: what is put before all others.
FIRST = 1e9


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
                      for c in worth_asking(name, one_state)]  # fmt: skip
        if len(candidates) > 1 and not one_state and is_meant(candidates):
            candidates = [
                c for c in candidates if c is candidates[0] or is_part_of(c, candidates[0])
            ]
    if not candidates:
        return PlaceAnswer(Outcome.NONE)
    return answer(query, candidates, matched, spans=spans, explicit=explicit)


def _is_in(candidate: Candidate, state: str) -> bool:
    return candidate.reading.state == state


def answer(
    query: Query, candidates: Sequence[Candidate], matched: Matched, *, spans: Sequence[Span],
    explicit: bool,
) -> PlaceAnswer:  # fmt: skip
    if len(candidates) > 1:
        candidates = sorted(candidates, key=lambda c: (not _hinted(query, c), -c.weight, c.fips))
    places = tuple([_place(query, c, matched) for c in candidates[:MOST_CHOICES]])
    outcome = Outcome.FOUND if len(places) == 1 else Outcome.ASK
    return PlaceAnswer(outcome, places, explicit, query.rest(spans))


def asking(answers: Sequence[PlaceAnswer]) -> PlaceAnswer:
    """Which of several places that a text names: the first of each before the others of any."""
    in_turn = [p for row in zip_longest(*(a.places for a in answers)) for p in row if p]
    places = tuple({place.fips: place for place in reversed(in_turn)}.values())[::-1]
    return PlaceAnswer(Outcome.ASK, places[:MOST_CHOICES], rest=answers[0].rest)


def _hinted(query: Query, candidate: Candidate) -> bool:
    return bool(query.hint_state) and candidate.reading.state == query.hint_state


def _place(query: Query, candidate: Candidate, matched: Matched) -> Place:
    county = query.gazetteer.county(candidate.fips)
    reading = candidate.reading
    kind = reading.kind if matched.kind in (MatchKind.CITY, MatchKind.COUNTY) else matched.kind
    label = "" if reading.kind is MatchKind.COUNTY else reading.label
    shown = Matched(matched.name, kind, matched.fuzzy, label or matched.label,
                    reading.record or matched.record, matched.corrected)  # fmt: skip
    return Place(county.fips, county.full_name, "county", shown)


def _weighed(query: Query, readings: list[Reading]) -> list[Candidate]:
    """One candidate a county, heaviest first; a city's second county weighs a fifth."""
    cities = any(r.kind is MatchKind.CITY and r.people >= LARGE for r in readings)
    best: dict[str, Candidate] = {}
    for reading in readings:
        weight = float(max(reading.people, 1))
        if (cities and reading.kind is MatchKind.COUNTY) or is_bare_township(reading):
            weight *= BARE
        for place, fips in enumerate(_counties(query, reading)):
            candidate = Candidate(fips, weight if place == 0 else weight / (4 + place), reading)
            if fips not in best or _preferred(candidate, best[fips]):
                best[fips] = candidate
    return sorted(best.values(), key=lambda c: (-c.weight, c.fips)) if best else []


def _preferred(new: Candidate, old: Candidate) -> bool:
    return new.weight > old.weight


def _counties(query: Query, reading: Reading) -> tuple[str, ...]:
    if query.gazetteer.regions.keys().isdisjoint(reading.counties):
        return reading.counties
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
