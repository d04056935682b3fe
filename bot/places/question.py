"""The reply to "which Washington County?": a state, a county, a city that picks a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.places.place import Outcome, Place, PlaceAnswer
from bot.places.query import Query, Span


def among(query: Query, choices: Sequence[Place]) -> PlaceAnswer | None:
    """The choices that this text leaves; None where it says nothing about them.

    A choice by its number is the conversation's to read.
    """
    for narrowed in (_by_state(query, choices), _by_name(query, choices), _by_kind(query, choices)):
        if narrowed:
            left, spans = narrowed
            return _answer(query, left, spans)
    return None


def _answer(query: Query, left: list[Place], spans: list[Span]) -> PlaceAnswer:
    said = query.text(*spans)
    places = tuple(replace(p, matched=replace(p.matched, name=said, corrected="")) for p in left)
    outcome = Outcome.FOUND if len(places) == 1 else Outcome.ASK
    return PlaceAnswer(outcome, places, True, query.rest(spans))


def _by_state(query: Query, choices: Sequence[Place]) -> tuple[list[Place], list[Span]] | None:
    """The question asked for a state, so even "in" or "OR" alone is one; in a sentence not."""
    states = query.gazetteer.states
    for state in query.states:
        alone = len(query.words) == state.end - state.start
        if query.is_risky(state) and not alone:
            continue
        left = [p for p in choices if p.fips.startswith(states[state.code].fips)]
        if left and len(left) < len(choices):
            return left, [state]
    return None


def _by_name(query: Query, choices: Sequence[Place]) -> tuple[list[Place], list[Span]] | None:
    for name in query.names:
        codes = {
            query.gazetteer.county(c).fips for reading in name.readings for c in reading.counties
        }
        left = [p for p in choices if p.fips in codes]
        if left and len(left) < len(choices):
            return left, [name]
    return None


def _by_kind(query: Query, choices: Sequence[Place]) -> tuple[list[Place], list[Span]] | None:
    """ "the city", "el condado": Baltimore city or Baltimore County."""
    known = query.gazetteer.vocabulary
    cities = query.gazetteer.independent_cities
    of_city = {word for phrase in known.city_after for word in phrase}
    of_county = {phrase[0] for phrase in known.county_after | known.county_before} - of_city
    wants_city, wants_county = _said(query, of_city), _said(query, of_county)
    if bool(wants_city) == bool(wants_county):
        return None
    left = [p for p in choices if (p.fips in cities) == bool(wants_city)]
    return (left, wants_city or wants_county) if 0 < len(left) < len(choices) else None


def _said(query: Query, signs: set[str]) -> list[Span]:
    return [Span(i, i + 1) for i, word in enumerate(query.words) if word in signs]
