"""What a placing rule is given, and what it may answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.names import Names


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row placed by hand: ``reason`` says why, and is printed with the row.

    ``kind`` is None where the name says it well enough.
    """

    fips: tuple[str, ...]
    scope: Scope
    kind: AgencyKind | None
    reason: str


ReviewedRows = Mapping[tuple[str, str], Reviewed]


@dataclass(frozen=True, slots=True)
class Case:
    """One printed row, made ready: postal ``state``, tidy ``agency`` and county ``cell``."""

    state: str
    agency: str
    cell: str
    kind: AgencyKind
    names: Names
    reviewed: ReviewedRows


@dataclass(frozen=True, slots=True)
class Placing:
    """The counties served, main one first, and what was changed or doubted on the way.

    ``state`` is set where the row's own state was wrong.
    """

    fips: tuple[str, ...]
    scope: Scope
    complaints: tuple[str, ...] = ()
    state: str = ""


Rule = Callable[[Case], Placing | None]
