"""A place that a text says is not meant: "not maricopa county, pinal"."""

from __future__ import annotations

from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.query import NameSpan, Query, Span
from bot.places.reading_text import read_query


def without_denied(text: str, gazetteer: Gazetteer) -> str | None:
    """What is left of a text without the place that it denies; None where it denies none.

    To be asked behind an answer or a question only: "not" stands in many a first text.
    """
    folded = fold(text)
    if not any(word in folded for word in gazetteer.vocabulary.denied.begin):
        return None  # as nearly always: no name need be looked up
    query = read_query(text, gazetteer)
    for name in sorted(query.names, key=lambda one: one.start - one.end):
        denied = _denied(query, name)
        if denied is not None:
            return query.rest([denied])
    return None


def _denied(query: Query, name: NameSpan) -> Span | None:
    """From the word that denies to the end of the name, its county word and its state."""
    known = query.gazetteer.vocabulary
    before = query.phrase_before(name.start, known.denied)
    if before is None:
        return None
    behind = query.phrase_at(name.end, known.county_after)
    end = behind.end if behind else name.end
    state = next((one for one in query.states if one.start == end), None)
    return Span(before.start, state.end if state else end)
