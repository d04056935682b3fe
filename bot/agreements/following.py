"""Following agreements from list to list: the next list in, a longer history out. Pure.

A name is not an identity: an agency that is respelled, renamed or moved to its right state goes
on under its new name, and only what no row of the next list can be has left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.agreements.agreement import Agreement
from bot.agreements.history import EMPTY, History, trail_order
from bot.agreements.identity import Key, Listed, Match, body_keys, closeness, is_unplaced, match
from bot.agreements.spelling import fold
from bot.agreements.trail import End, ListSeen, Span, Trail

Apart = Collection[tuple[Key, Key]]
"""Pairs of which a person said that they are two bodies: (name key of the one gone, of the new)."""


class OrderError(ValueError):
    """A list was to be followed that is not newer than those before it."""


def follow_all(
    lists: Iterable[tuple[date, Sequence[Agreement]]], apart: Apart = frozenset()
) -> History:
    """The history of lists in date order, from nothing."""
    history = EMPTY
    for list_date, rows in lists:
        history = follow(history, list_date, rows, apart)
    return history


def follow(
    history: History, list_date: date, rows: Sequence[Agreement], apart: Apart = frozenset()
) -> History:
    """``history`` with one more list, which must be newer than all before it."""
    if history.lists and list_date <= history.lists[-1].list_date:
        raise OrderError(f"{list_date} is not after {history.lists[-1].list_date}")
    rows = once(rows)
    trails = list(history.trails)
    went_on = same_body(trails, rows)
    gone = [n for n, trail in enumerate(trails) if trail.gone is None and n not in went_on]
    new = set(range(len(rows))) - set(went_on.values())
    moved, unsure = pair([trails[n] for n in gone], rows, new, apart)
    went_on |= {gone[n]: row for n, row in moved.items()}
    for n, row in went_on.items():
        trails[n] = _longer(trails[n], rows[row], list_date)
    for place, n in enumerate(gone):
        if place not in moved:
            end = End.UNSURE if place in unsure or is_unplaced(trails[n]) else End.LEFT
            trails[n] = replace(trails[n], gone=list_date, end=end)
    taken = set(went_on.values())
    trails = _united(trails, went_on)
    trails += [_begun(rows[n], list_date) for n in range(len(rows)) if n not in taken]
    counts = sorted(Counter(row.model for row in rows).items())
    seen = (*history.lists, ListSeen(list_date, tuple(counts)))
    return History(seen, tuple(sorted(trails, key=trail_order)))


def pair(
    gone: Sequence[Listed],
    rows: Sequence[Agreement],
    new: Collection[int],
    apart: Apart = frozenset(),
) -> tuple[dict[int, int], dict[int, int]]:
    """Which row each gone body goes on as: (sure ones, unsure ones), by position in each.

    The closest pair is taken first, and each row that the older list did not have once.
    """
    found: list[tuple[bool, tuple[bool, float], int, int]] = []
    for n, left in enumerate(gone):
        for m, row in enumerate(rows):
            how = match(left, row, m in new)
            if how and (body_keys(left)[-1], body_keys(row)[-1]) not in apart:
                found.append((how is Match.RENAMED, closeness(left, row), -n, -m))
    sure: dict[int, int] = {}
    unsure: dict[int, int] = {}
    used: set[int] = set()
    for renamed, _, minus_n, minus_m in sorted(found, reverse=True):
        n, m = -minus_n, -minus_m
        if n in sure or n in unsure or (m in used and m in new):
            continue
        (sure if renamed else unsure)[n] = m
        if renamed:
            used.add(m)
    return sure, unsure


def once(rows: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """One row a body and model: lists have repeated a pair with two dates; the later stands."""
    kept: dict[Key, Agreement] = {}
    for row in rows:
        key = body_keys(row)[0]
        if key not in kept or (kept[key].signed or date.min) < (row.signed or date.min):
            kept[key] = row
    return tuple(kept.values())


def same_body(older: Sequence[Listed], rows: Sequence[Listed]) -> dict[int, int]:
    """Which row each older one goes on as under its own name or its county's one sheriff."""
    by_key = {key: n for n, row in enumerate(rows) for key in body_keys(row)}
    found: dict[int, int] = {}
    for n, row in enumerate(older):
        keys = [key for key in reversed(body_keys(row)) if key in by_key]
        if keys:
            found[n] = by_key[keys[0]]
    return found


def _longer(trail: Trail, row: Agreement, list_date: date) -> Trail:
    last = trail.spans[-1]
    if trail.gone is None and fold(row.agency) == fold(last.agency):
        spans = (*trail.spans[:-1], Span(row.agency, last.first, list_date))
    else:
        spans = (*trail.spans, Span(row.agency, list_date, list_date))
    place = trail if is_unplaced(row) else row
    return replace(
        trail,
        state=place.state,
        kind=place.kind,
        scope=place.scope,
        fips=place.fips,
        signed=row.signed or trail.signed,
        spans=spans,
        gone=None,
        end=None,
    )


def _begun(row: Agreement, list_date: date) -> Trail:
    span = Span(row.agency, list_date, list_date)
    return Trail(row.state, row.model, row.kind, row.scope, row.fips, row.signed, (span,))


def _united(trails: Sequence[Trail], went_on: Mapping[int, int]) -> list[Trail]:
    """A slip that stood beside its own correction, and now is gone, is one body with it."""
    groups: dict[int, list[int]] = {}
    for n, row in went_on.items():
        groups.setdefault(row, []).append(n)
    dropped: set[int] = set()
    kept = list(trails)
    for members in groups.values():
        first, *others = sorted(members)
        if others:
            spans = {span for n in members for span in trails[n].spans}
            ordered = tuple(sorted(spans, key=lambda span: (span.last, span.first, span.agency)))
            kept[first] = replace(trails[first], spans=ordered)
            dropped |= set(others)
    return [trail for n, trail in enumerate(kept) if n not in dropped]
