"""Which of the states in a text a name belongs to: "jackson county jail, mi"."""

from __future__ import annotations

from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.vocabulary import Vocabulary

# Between a name and its state may stand "county jail in the state of": this many words at most.
FARTHEST_STATE = 6
ZIP_DIGITS = 5


def state_of(query: Query, name: NameSpan, outer: Span) -> StateSpan | None:
    """``outer`` is the name with its county or city word."""
    others = [s for s in query.states if not s.overlaps(outer)]
    return (
        _state_between(query, name, outer)
        or _state_after(query, name, outer, others)
        or _state_before(query, outer, others)
        or _only_state(name, others)
    )


def _state_between(query: Query, name: NameSpan, outer: Span) -> StateSpan | None:
    """ "Forsyth ga county"."""
    return next((s for s in query.states if s.start == name.end and s.end < outer.end), None)


def _state_after(
    query: Query, name: NameSpan, outer: Span, states: list[StateSpan]
) -> StateSpan | None:
    linking, start = query.gazetteer.vocabulary.before_a_state, outer.end
    while start - outer.end <= FARTHEST_STATE:
        for state in states:
            if state.start == start and (state.sort == "name" or _code_fits(query, name, state)):
                return state
        link = query.phrase_at(start, linking)
        if not link:
            return None
        start = link.end
    return None


def _code_fits(query: Query, name: NameSpan, state: StateSpan) -> bool:
    """ "jackson mi" ends here, and so does "jackson mi please"; "jackson mi esposo" does not: there
    "mi" is a word."""
    if not query.is_risky(state):
        return True
    known = query.gazetteer.vocabulary
    if state.end == len(query.words) or _is_zip(query.words[state.end]):
        return True
    if query.phrase_at(state.end, known.behind_a_state):
        return True
    is_here = any(r.state == state.code for r in name.readings)
    return is_here and _is_said_as_a_state(query, name, state)


def _is_said_as_a_state(query: Query, name: NameSpan, state: StateSpan) -> bool:
    """ "jackson mi please"; "Rockingham co. VA (the jail)"; "em Milford mass e a polícia"."""
    known = query.gazetteer.vocabulary
    if all((word,) in known.filler for word in query.words[state.end :]):
        return True
    if state.sort == "weak":
        return state.start == name.end and _is_placed(query, name)
    county = query.phrase_before(state.start, known.county_after)
    return county is not None and query.text(state) in known.foreign_codes


def _is_placed(query: Query, name: NameSpan) -> bool:
    """ "em Milford", "a polícia de Milford", "the jail in Milford"."""
    known = query.gazetteer.vocabulary
    start = skip_back(query, name.start, known)
    held = (query.phrase_before(start, listed) for listed in (known.police, known.jail))
    return bool(query.phrase_before(name.start, known.at)) or any(held)


def _is_zip(word: str) -> bool:
    """ "Lebanon in 2015" is no place in Indiana."""
    return word.isdigit() and len(word) == ZIP_DIGITS


def _state_before(query: Query, outer: Span, states: list[StateSpan]) -> StateSpan | None:
    known = query.gazetteer.vocabulary
    start = skip_back(query, outer.start, known)
    for state in states:
        if state.end in (start, outer.start) and not query.is_risky(state):
            return state
    return None


def _only_state(name: NameSpan, states: list[StateSpan]) -> StateSpan | None:
    """A state named elsewhere in the text counts where it is the only one and fits the name."""
    sure = [s for s in states if s.sort == "name"]
    if len({s.code for s in sure}) == 1 and any(r.state == sure[0].code for r in name.readings):
        return sure[0]
    return None


def state_of_jail(query: Query, span: Span) -> StateSpan | None:
    """Of a jail's name: a few words off, or the one state that the text names."""
    sure = [s for s in query.states if s.sort != "code" or s.end == len(query.words)]
    near = [s for s in sure if not s.overlaps(span) and -3 <= s.start - span.end <= 3]
    far = [s for s in sure if s.sort == "name" and not s.overlaps(span)]
    return next(iter([*near, *far]), None)


def skip_back(query: Query, start: int, known: Vocabulary) -> int:
    """To before the linking words ("of the") that end at ``start``."""
    for _ in range(3):
        linking = query.phrase_before(start, known.between)
        if not linking:
            break
        start = linking.start
    return start
