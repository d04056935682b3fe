"""The last step: a state, and nothing smaller."""

from __future__ import annotations

from collections.abc import Iterable

from bot.places.people import is_a_second_name, is_somebody
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query, StateSpan
from bot.places.standing_alone import is_filler

STATE_WORDS = frozenset(
    {
        "state",
        "estado",
        "etat",
        "eta",
        "leta",
        "штат",
        "штате",
        "штата",
        "州",
        "주",
        "ولايه",
        "bang",
        "estadong",
    }
)
OF = frozenset({("de",), ("of",)})
# A state whose name is also a city of this size elsewhere asks: Washington.
LARGE_CITY = 100_000


def by_state(query: Query) -> PlaceAnswer | None:
    """A state and nothing smaller: the conversation asks for the county."""
    for state in _surest(query.states):
        if _is_meant(query, state):
            return _state_answer(query, state)
    return None


def _state_answer(query: Query, state: StateSpan) -> PlaceAnswer:
    at = query.phrase_before(state.start, query.gazetteer.vocabulary.at)
    matched = Matched(query.text(state), MatchKind.STATE, fuzzy=state is query.mended)
    places: tuple[Place, ...] = (_state_place(query, state.code, matched),)
    if not _is_said_to_be_a_state(query, state):
        places += tuple(_cities_of_name(query, state, matched))
    outcome = Outcome.FOUND if len(places) == 1 else Outcome.ASK
    rest = query.rest([state, *([at] if at else [])])
    return PlaceAnswer(outcome, places, state.sort != "code" or not at, rest)


def _state_place(query: Query, code: str, matched: Matched) -> Place:
    state = query.gazetteer.states[code]
    counties = [f for f in query.gazetteer.counties if f.startswith(state.fips)]
    if len(counties) == 1:  # the District of Columbia, Guam: one county, so the answer is it
        return Place(counties[0], query.gazetteer.county(counties[0]).full_name, "county", matched)
    return Place(state.fips, state.name, "state", matched)


def _is_said_to_be_a_state(query: Query, state: StateSpan) -> bool:
    """ "в штате Вашингтон", "estado de Washington": not the city."""
    said = (
        query.words[max(0, state.start - 2) : state.start] + query.words[state.end : state.end + 1]
    )
    return not STATE_WORDS.isdisjoint(said)


def _cities_of_name(query: Query, state: StateSpan, matched: Matched) -> Iterable[Place]:
    for reading in query.gazetteer.readings("".join(query.words[state.start : state.end])):
        if reading.sort == "city" and reading.state != state.code and reading.people >= LARGE_CITY:
            county = query.gazetteer.county(reading.counties[0])
            yield Place(county.fips, county.full_name, "county", matched)


def _surest(states: Iterable[StateSpan]) -> list[StateSpan]:
    order = ("name", "short", "weak", "code")
    return sorted(states, key=lambda s: (order.index(s.sort), s.start))


def _is_meant(query: Query, state: StateSpan) -> bool:
    known = query.gazetteer.vocabulary
    word = query.text(state)
    may_be_a_name = state.sort != "name" or word in known.person_states
    if may_be_a_name and query.phrase_before(state.start, known.person):
        return False
    if word in known.person_states and (
        is_somebody(query, state) or is_a_second_name(query, state)
    ):
        return False
    if len(query.words) == state.end - state.start:
        return word not in known.never_alone
    if state.sort == "name":
        return True
    if is_filler(query, [state]):
        return word not in known.code_words
    words = known.code_words | known.rare_code_words
    sure = state.sort == "short" or (state.sort == "code" and word not in words)
    beside = known.at | OF if state.sort == "short" else known.at
    return sure and bool(query.phrase_before(state.start, beside))
