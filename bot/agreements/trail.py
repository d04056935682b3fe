"""What ICE's lists show of one agreement over time, from the first list that has it to the last.

ICE publishes no list of ended agreements and no end dates: only dated lists tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.agreements.agreement import AgencyKind, Scope


class End(StrEnum):
    """Why a trail stops before the newest list.

    ``LEFT``: on an older list and gone. ``UNSURE``: gone, and another body of the same county
    or day may be the same one; it is never told to people as having left.
    """

    LEFT = "left"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Span:
    """One name on a run of lists: the dates of the first and the last that show it."""

    agency: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Trail:
    """One agency and one model. ``spans`` are in order of time; a new name or a return begins one.

    ``gone`` is the date of the first list without it, None while the newest list has it.
    ``signed`` and the place are those of the newest list that shows it.
    """

    state: str
    model: str
    kind: AgencyKind
    scope: Scope
    fips: tuple[str, ...]
    signed: date | None
    spans: tuple[Span, ...]
    gone: date | None = None
    end: End | None = None

    @property
    def agency(self) -> str:
        """The name on the newest list that shows it."""
        return self.spans[-1].agency

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, oldest first, each once."""
        return tuple(dict.fromkeys(span.agency for span in self.spans))

    @property
    def first_seen(self) -> date:
        return self.spans[0].first

    @property
    def last_seen(self) -> date:
        return self.spans[-1].last


@dataclass(frozen=True, slots=True)
class ListSeen:
    """One of ICE's lists that we hold: its date and how many agreements of each model it has."""

    list_date: date
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)
