"""The roster: every agreement on ICE's list of one date, indexed by county and by state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from bot.agreements.agreement import Agreement, Departure, Request, Scope
from bot.agreements.tables import (
    read_agreements,
    read_departures,
    read_list_date,
    read_requests,
)

_DATA = Path(__file__).parent / "data"


class _Acts(Protocol):
    """What an agreement, a departure and a request share: where the body acts."""

    @property
    def state(self) -> str: ...
    @property
    def scope(self) -> Scope: ...
    @property
    def fips(self) -> tuple[str, ...]: ...


_Row = TypeVar("_Row", bound=_Acts)
_Index = Mapping[str, tuple[_Row, ...]]


@dataclass(frozen=True, slots=True)
class Roster:
    """ICE's list of ``list_date``, with what left it and what was pending.

    Look up by county (:meth:`in_county`, :meth:`left_in`, :meth:`pending_in`) and, for bodies
    that act across a state, by its postal code; the tuples keep the order in which they came.
    """

    list_date: date
    agreements: tuple[Agreement, ...]
    left: tuple[Departure, ...] = ()
    pending: tuple[Request, ...] = ()
    _agreements: _Index[Agreement] = field(init=False, repr=False, compare=False)
    _left: _Index[Departure] = field(init=False, repr=False, compare=False)
    _pending: _Index[Request] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_agreements", _index(self.agreements))
        object.__setattr__(self, "_left", _index(self.left))
        object.__setattr__(self, "_pending", _index(self.pending))

    def in_county(self, fips: str) -> tuple[Agreement, ...]:
        """Agreements of bodies that serve this county; statewide ones are not among them."""
        return self._agreements.get(fips, ())

    def statewide(self, state: str) -> tuple[Agreement, ...]:
        """Agreements of state agencies of this state (postal code)."""
        return self._agreements.get(state, ())

    def left_in(self, fips: str) -> tuple[Departure, ...]:
        """Bodies that served this county and left the list."""
        return self._left.get(fips, ())

    def left_statewide(self, state: str) -> tuple[Departure, ...]:
        """State agencies of this state that left the list."""
        return self._left.get(state, ())

    def pending_in(self, fips: str) -> tuple[Request, ...]:
        """Bodies of this county that have asked to join, on a list newer than the roster."""
        return self._pending.get(fips, ())

    def pending_statewide(self, state: str) -> tuple[Request, ...]:
        return self._pending.get(state, ())


def read_roster(directory: Path | None = None) -> Roster:
    """The roster of ``directory``: by default the one that travels with the program.

    Raises :class:`bot.agreements.tables.RosterTableError`, which says what to do.
    """
    source = directory or _DATA
    return Roster(
        list_date=read_list_date(source / "SOURCES.toml"),
        agreements=read_agreements(source / "agreements.csv"),
        left=read_departures(source / "left.csv"),
        pending=read_requests(source / "pending.csv"),
    )


def _index(rows: Iterable[_Row]) -> Mapping[str, tuple[_Row, ...]]:
    """By county code, and by postal code for a statewide body: the two never look alike."""
    found: dict[str, list[_Row]] = {}
    for row in rows:
        keys = (row.state,) if row.scope is Scope.STATE else row.fips
        for key in keys:
            found.setdefault(key, []).append(row)
    return {key: tuple(values) for key, values in found.items()}
