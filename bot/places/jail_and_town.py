"""The step for a jail's name beside the town where it stands: each says which the other is."""

from __future__ import annotations

from bot.places.jail_step import jail_answer
from bot.places.place import PlaceAnswer
from bot.places.query import NameSpan, Query, Span
from bot.places.reading import Reading
from bot.places.standing_alone import is_before_a_country

# Letters of a jail's name; a shorter one is an everyday word or initials.
SHORTEST = 5
# A town or county of so many people elsewhere ("Washington Jackson") may be meant instead.
LARGE_ELSEWHERE = 20_000
# Of more words than this (jail, town and state, and "jail" itself) something else is said as well.
MOST_WORDS = 16


def by_jail_and_town(query: Query) -> PlaceAnswer | None:
    """ "Diamondback Watonga", "Elmwood Milpitas": nothing else is said, and the jails of that
    name that stand in a county of that town are in one county."""
    if len(query.strange) > MOST_WORDS:
        return None
    for town in query.names:
        if is_before_a_country(query, town):
            continue
        span = _beside(query, town)
        readings = _jails_there(query, span, town) if span else []
        if span and len({r.counties for r in readings}) == 1:
            return jail_answer(query, span, readings, [span, town, *_states(query, town)], None)
    return None


def _beside(query: Query, town: NameSpan) -> Span | None:
    """All words but the town, its state and fillers, where they stand together."""
    known = query.gazetteer.vocabulary
    said_before = query.phrase_at(0, known.jail)  # "nhà tù elmwood milpitas"
    taken = [town, *_states(query, town), *([said_before] if said_before else [])]
    said = [i for i in query.strange if not any(s.start <= i < s.end for s in taken)]
    together = said and said[-1] - said[0] == len(said) - 1
    return Span(said[0], said[-1] + 1) if together else None


def _states(query: Query, town: NameSpan) -> list[Span]:
    return [s for s in query.states if s.start == town.end]


def _jails_there(query: Query, span: Span, town: NameSpan) -> list[Reading]:
    common = query.gazetteer.vocabulary.jail_common
    name = "".join(w for w in query.words[span.start : span.end] if w not in common)
    if len(name) < SHORTEST or not query.gazetteer.jails.has(name):
        return []
    states = {s.code for s in query.states if s.start == town.end}
    towns = [r for r in town.readings if not states or r.state in states]
    counties = {county for r in towns for county in r.counties}
    named = (r for r in query.gazetteer.readings(name) if r.people >= LARGE_ELSEWHERE)
    if any(not counties.issuperset(r.counties) for r in named):
        return []
    return [r for r in query.gazetteer.jails.readings(name) if counties.issuperset(r.counties)]
