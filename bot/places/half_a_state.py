""" "Carolina", "Dakota": a name that two states share, of which only the half was said."""

from __future__ import annotations

from collections.abc import Sequence

from bot.places.name_steps import by_name_alone, by_name_in_sentence
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query
from bot.places.settle import settle


def by_half_a_state(query: Query) -> PlaceAnswer | None:
    """Which of the two states? What else bears the name ("Carolina", Puerto Rico) is offered as
    well. None where no such half is meant as a place."""
    halves = query.gazetteer.halves_of_states
    half = next((query.text(name) for name in query.names if query.text(name) in halves), "")
    inside = _inside(query, halves.get(half, ()))
    if inside:
        return inside
    found = (by_name_alone(query) or by_name_in_sentence(query)) if half else None
    if found is None or half not in found.places[0].matched.name.split():
        return None
    matched = Matched(half, MatchKind.STATE)
    states = (query.gazetteer.states[code] for code in halves[half])
    places = [Place(state.fips, state.name, "state", matched) for state in states]
    return PlaceAnswer(Outcome.ASK, (*places, *found.places), rest=found.rest)


def _inside(query: Query, codes: Sequence[str]) -> PlaceAnswer | None:
    """ "Forsyth, Carolina": what has that name in either of the two."""
    for name in query.names if codes else ():
        here = [reading for reading in name.readings if reading.state in codes]
        if here and query.text(name) not in query.gazetteer.halves_of_states:
            matched = Matched(query.text(name), here[0].kind)
            return settle(query, here, matched, spans=[name], explicit=True, one_state=True)
    return None
