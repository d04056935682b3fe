"""Curated history: what was seen on lists that are not kept here, written down with its dates.

An agreement that joined and left between two of our lists stands on none of them; it enters by
this table, as do first and last dates closer than our own lists can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.history import History, trail_order
from bot.agreements.identity import body_keys
from bot.agreements.spelling import fold
from bot.agreements.trail import End, Span, Trail


@dataclass(frozen=True, slots=True)
class Sighting:
    """One agency and model on lists from ``first`` to ``last``. ``end`` says how it went on: gone
    for good, nobody is sure, or (None) under another name."""

    state: str
    agency: str
    model: str
    kind: AgencyKind
    scope: Scope
    fips: tuple[str, ...]
    signed: date | None
    first: date
    last: date
    end: End | None


def with_sightings(history: History, sightings: Iterable[Sighting]) -> History:
    """``history`` with the dates of ``sightings``, and those that left and that no list shows.

    What ends after the newest list of ``history`` is not yet known to it and is passed over.
    """
    trails = list(history.trails)
    dates = [seen.list_date for seen in history.lists]
    near: dict[tuple[str, str], list[int]] = {}
    for n, trail in enumerate(trails):
        near.setdefault((trail.state, trail.model), []).append(n)
    for sighting in sightings:
        there = near.get((sighting.state, sighting.model), ())
        places = [n for n in there if _shows(trails[n], sighting)]
        missing = next((day for day in dates if day > sighting.last), None)
        if places:
            trails[places[0]] = _widened(trails[places[0]], sighting, dates)
        elif sighting.end is End.LEFT and missing is not None:
            trails.append(_trail(sighting, missing))
    return replace(history, trails=tuple(sorted(trails, key=trail_order)))


def _shows(trail: Trail, sighting: Sighting) -> bool:
    by_name = any(fold(name) == fold(sighting.agency) for name in trail.names)
    return by_name or (
        sighting.end is End.LEFT and bool(set(body_keys(trail)) & set(body_keys(sighting)))
    )


def _widened(trail: Trail, sighting: Sighting, dates: Sequence[date]) -> Trail:
    """Closer dates for the span of this name: never past a list that we know to be without it."""
    spans = list(trail.spans)
    for n, span in enumerate(spans):
        if fold(span.agency) != fold(sighting.agency):
            continue
        earlier = max((day for day in dates if day < span.first), default=date.min)
        later = min((day for day in dates if day > span.last), default=date.max)
        first, last = span.first, span.last
        if earlier < sighting.first < span.first:
            first = sighting.first
        if span.last < sighting.last < later:
            last = sighting.last
        spans[n] = Span(span.agency, first, last)
    doubted = (
        sighting.end is End.UNSURE and trail.end and fold(trail.agency) == fold(sighting.agency)
    )
    return replace(trail, spans=tuple(spans), end=End.UNSURE if doubted else trail.end)


def _trail(sighting: Sighting, missing: date) -> Trail:
    return Trail(
        state=sighting.state,
        model=sighting.model,
        kind=sighting.kind,
        scope=sighting.scope,
        fips=sighting.fips,
        signed=sighting.signed,
        spans=(Span(sighting.agency, sighting.first, sighting.last),),
        gone=missing,
        end=End.LEFT,
    )
