"""The history of ICE's lists: what a page, a feed or a chart asks of it. Pure look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.agreements.agreement import AgencyKind, Agreement, Departure, Scope
from bot.agreements.identity import is_unplaced
from bot.agreements.spelling import body_key
from bot.agreements.trail import End, ListSeen, Trail


class What(StrEnum):
    """What a list changed against the one before it."""

    JOINED = "joined"
    RETURNED = "returned"
    RENAMED = "renamed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Change:
    """One change that ICE's list of ``list_date`` shows.

    ``before`` is the list it is measured against (the agreement may have changed on any day
    between the two); ``formerly`` is the former name of a body that was renamed, "" otherwise.
    """

    list_date: date
    before: date
    what: What
    agency: str
    formerly: str
    state: str
    model: str
    kind: AgencyKind
    scope: Scope
    fips: tuple[str, ...]
    signed: date | None


@dataclass(frozen=True, slots=True)
class History:
    """``lists`` in order of date; ``trails`` sorted. Ask :meth:`of_county`, :meth:`of_state`,
    :meth:`changes` (newest first) and :meth:`series`."""

    lists: tuple[ListSeen, ...]
    trails: tuple[Trail, ...]
    _where: Mapping[str, tuple[Trail, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Trail]] = {}
        for trail in self.trails:
            for key in (trail.state,) if trail.scope is Scope.STATE else trail.fips:
                found.setdefault(key, []).append(trail)
        object.__setattr__(self, "_where", {key: tuple(each) for key, each in found.items()})

    def of_county(self, fips: str) -> tuple[Trail, ...]:
        """The trails of bodies that serve this county; statewide ones are not among them."""
        return self._where.get(fips, ())

    def of_state(self, state: str) -> tuple[Trail, ...]:
        """The trails of this state's own agencies (postal code)."""
        return self._where.get(state, ())

    def series(self) -> tuple[ListSeen, ...]:
        """How many agreements of each model each list had, by date: for a chart."""
        return self.lists

    def listing(self, list_date: date) -> tuple[Agreement, ...]:
        """The agreements on one of our lists, under the names of that day."""
        return tuple(
            Agreement(
                agency=span.agency,
                state=trail.state,
                model=trail.model,
                signed=trail.signed,
                moa_url=None,
                scope=trail.scope,
                kind=trail.kind,
                fips=trail.fips,
            )
            for trail in self.trails
            for span in trail.spans
            if span.first <= list_date <= span.last
        )

    def departures(self) -> tuple[Departure, ...]:
        """What left and can be placed, sorted by state, agency and model."""
        return tuple(
            Departure(
                agency=trail.agency,
                state=trail.state,
                model=trail.model,
                scope=trail.scope,
                kind=trail.kind,
                fips=trail.fips,
                last_seen=trail.last_seen,
                first_missing=trail.gone,
            )
            for trail in self.trails
            if trail.end is End.LEFT and trail.gone and not is_unplaced(trail)
        )

    def changes(self, since: date = date.min) -> tuple[Change, ...]:
        """What each list after ``since`` changed against the one before, newest list first.

        The first list of all changes nothing: what stands on it may be older than it.
        """
        dates = [seen.list_date for seen in self.lists]
        before = dict(zip(dates[1:], dates, strict=False))
        found = [
            change
            for trail in self.trails
            for change in _changes_of(trail, before)
            if change.list_date > since
        ]
        return tuple(sorted(found, key=_newest_first))


def _changes_of(trail: Trail, before: Mapping[date, date]) -> Iterable[Change]:
    def change(day: date, what: What, agency: str, formerly: str = "") -> Change:
        return Change(
            list_date=day,
            before=before[day],
            what=what,
            agency=agency,
            formerly=formerly,
            state=trail.state,
            model=trail.model,
            kind=trail.kind,
            scope=trail.scope,
            fips=trail.fips,
            signed=trail.signed,
        )

    for n, span in enumerate(trail.spans):
        if span.first not in before:
            continue
        if n == 0:
            yield change(span.first, What.JOINED, span.agency)
        elif trail.spans[n - 1].last < before[span.first]:
            yield change(span.first, What.RETURNED, span.agency)
        elif body_key(trail.spans[n - 1].agency) != body_key(span.agency):
            yield change(span.first, What.RENAMED, span.agency, trail.spans[n - 1].agency)
    if trail.gone in before and trail.end is End.LEFT and trail.gone is not None:
        yield change(trail.gone, What.LEFT, trail.agency)


def trail_order(trail: Trail) -> tuple[object, ...]:
    return (
        trail.state,
        trail.agency,
        trail.model,
        trail.first_seen,
        trail.last_seen,
        trail.names,
        trail.fips,
    )


def _newest_first(change: Change) -> tuple[object, ...]:
    return (-change.list_date.toordinal(), change.state, change.agency, change.model, change.what)


EMPTY = History((), ())
