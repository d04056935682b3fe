"""The last step: a state, and nothing smaller."""

from __future__ import annotations

from collections.abc import Iterable

from bot.places.fold import fold
from bot.places.people import has_a_surname, is_a_second_name, is_somebody
from bot.places.phrases import Phrases
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
OF = Phrases({("de",), ("of",)})
# A state whose name is also a city of this size elsewhere asks: Washington.
LARGE_CITY = 100_000


def by_state(query: Query) -> PlaceAnswer | None:
    """A state and nothing smaller: the conversation asks for the county."""
    for state in _surest(query.states):
        if _is_meant(query, state):
            return _state_answer(query, state)
    return None


def by_asked_state(query: Query) -> PlaceAnswer | None:
    """Behind a question for the state two letters alone are one, whatever else they mean: "mi",
    "in", "me"."""
    whole = len(query.words)
    alone = next((state for state in query.states if state.end - state.start == whole), None)
    return _state_answer(query, alone) if alone else None


def _state_answer(query: Query, state: StateSpan) -> PlaceAnswer:
    at = query.phrase_before(state.start, query.gazetteer.vocabulary.at)
    mended = state is query.mended
    right = fold(query.gazetteer.states[state.code].name) if mended else ""
    matched = Matched(query.text(state), MatchKind.STATE, mended, corrected=right)
    places: tuple[Place, ...] = (_state_place(query, state.code, matched),)
    if not _is_said_to_be_a_state(query, state):
        places += tuple(_cities_of_name(query, state, matched))
    outcome = Outcome.FOUND if len(places) == 1 else Outcome.ASK
    rest = query.rest([state, *([at] if at else [])])
    return PlaceAnswer(outcome, places, state.sort != "code" or not at, rest)


def _state_place(query: Query, code: str, matched: Matched) -> Place:
    state = query.gazetteer.states[code]
    only = query.gazetteer.only_counties.get(code)
    if only:  # the District of Columbia, Guam: one county, so the answer is it
        return Place(only.fips, only.full_name, "county", matched)
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
    if _is_a_person(query, state, word) or _is_abroad(query, state):
        return False
    if len(query.words) == state.end - state.start:
        return word not in known.never_alone
    if state.sort == "name":
        return True
    if is_filler(query, [state]):
        return word not in known.code_words
    return _is_placed(query, state, word)


def _is_a_person(query: Query, state: StateSpan, word: str) -> bool:
    """ "my daughter Georgia", "Georgia is 4", "the lawyer Virginia Ortiz"."""
    known = query.gazetteer.vocabulary
    may_be_a_name = state.sort != "name" or word in known.person_states
    if may_be_a_name and query.phrase_before(state.start, known.person):
        return True
    if query.phrase_at(state.end, known.brands):
        return True  # "kentucky fried chicken"
    if word not in known.person_states:
        return False
    return bool(is_somebody(query, state) or is_a_second_name(query, state)) or has_a_surname(
        query, state
    )


def _is_abroad(query: Query, state: StateSpan) -> bool:
    """ "Georgia the country", "Tbilisi, Georgia"."""
    abroad = query.gazetteer.vocabulary.countries
    behind = (query.words[state.start : state.end + size] for size in (1, 2))
    runs = (*behind, query.words[max(0, state.start - 1) : state.end])
    return any(" ".join(said) in abroad for said in runs)


def _is_placed(query: Query, state: StateSpan, word: str) -> bool:
    """Behind "in"; and a state's short name behind "of" as well ("condados de Cali")."""
    known = query.gazetteer.vocabulary
    if state.sort == "short" and query.phrase_before(state.start, OF):
        return True
    is_word = word in known.code_words or word in known.rare_code_words
    sure = state.sort == "short" or (state.sort == "code" and not is_word)
    return sure and bool(query.phrase_before(state.start, known.at))
