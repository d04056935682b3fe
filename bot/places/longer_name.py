"""A name that is only the rightly written half of a misspelt one: "Bufffalo Grove" is no Grove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.places.evidence import Evidence, evidence_for
from bot.places.fold import key
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Readings
from bot.places.standing_alone import largest

# Slips that the longer name may have: it must come nearer than a name on its own …
SLIPS = 1.5
# … and the letters beside the half that is written right bear but so many: "soo city" is not Sac.
LEAST = 0.3
LETTERS_A_SLIP = 4
MOST_NAMES = 4
NEAR = 2  # words
# A word that is a place of so many people itself is no part of another's name.
TOWN = 10_000


def with_longer_names(query: Query) -> Iterator[Query]:
    """The query with a name and its neighbours put right, where a state or a county word says
    that a name stands there and the neighbours are no signs themselves."""
    for name in query.names[:MOST_NAMES]:
        seen = evidence_for(query, name)
        if seen.colorado:
            continue
        sure = _is_beside(seen) or seen.county
        for span in _extended(query, name):
            state = seen.state or _state_behind(query, span)
            longer = _mended(query, seen, span, state) if sure or state else None
            if longer:
                others = tuple(n for n in query.names if not n.overlaps(longer))
                yield replace(query, names=(longer, *others))


def _is_beside(seen: Evidence) -> bool:
    """A state elsewhere in the text says nothing of the words around this name."""
    name, state = seen.name, seen.state
    return state is not None and (
        0 <= state.start - name.end <= NEAR or 0 <= name.start - state.end <= NEAR
    )


def _state_behind(query: Query, span: Span) -> StateSpan | None:
    """ "dodge citty ks": a state's code that is no word, right behind the longer name."""
    behind = (state for state in query.states if state.start == span.end)
    return next((state for state in behind if not query.is_risky(state)), None)


def _extended(query: Query, name: NameSpan) -> Iterator[Span]:
    before = _is_free(query, name.start - 1)
    if before:
        yield Span(name.start - 1, name.end)
        if _is_free(query, name.start - 2):
            yield Span(name.start - 2, name.end)
    if _is_free(query, name.end):
        yield Span(name.start, name.end + 1)
        if before:
            yield Span(name.start - 1, name.end + 1)


def _is_free(query: Query, place: int) -> bool:
    """A word that is no sign, no state, and not joined to something else."""
    if not 0 <= place < len(query.words) or query.words[place].isdigit():
        return False
    if len(query.words[place]) == 1 and query.words[place].isascii():
        return False
    known, word = query.gazetteer.vocabulary, query.words[place]
    span = Span(place, place + 1)
    if word in known.ordinary and word not in known.first_words and word not in known.last_words:
        return False
    if any(n.start == place and n.end == place + 1 and largest(n) >= TOWN for n in query.names):
        return False  # "not Dallas, Ellis county"
    return (
        not query.known_signs(span)
        and not any(span.overlaps(state) for state in query.states)
        and not any((word,) in signs for signs in (known.person, known.city_after, known.police))
    )


def _mended(query: Query, seen: Evidence, span: Span, beside: StateSpan | None) -> NameSpan | None:
    state = beside.code if beside else ""
    near = query.gazetteer.speller.near(
        key(query.text(span)), state=state, counties=seen.county is not None
    )
    best = min(near, key=lambda n: (n.cost, n.rank), default=None)
    if best is None or best.cost > _most_slips(query, seen.name, span):
        return None
    readings = Readings(
        r
        for r in query.gazetteer.readings(best.key)
        if (not state or r.state == state) and r not in seen.name.readings
    )
    return NameSpan(span.start, span.end, readings, fuzzy=True) if readings else None


def _most_slips(query: Query, half: Span, span: Span) -> float:
    letters = len(key(query.text(span))) - len(key(query.text(half)))
    return min(SLIPS, LEAST + letters / LETTERS_A_SLIP)
