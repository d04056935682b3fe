"""Rows that no rule could place, placed by people. Pure.

A decision is the county codes parted by ``|``, the main one first, or ``state`` for a body that
acts across its state. It holds for that agency and that county cell on every list to come.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.agreements.agreement import Scope
from bot.agreements.importer import PlacedRow
from bot.agreements.spelling import body_key, tidy
from bot.publishing.approvals import ROSTER, Approval, verdict
from bot.publishing.documents import PlacedList

STATEWIDE = "state"


class PlaceError(ValueError):
    """What a person gave is no place; the message says what to give."""


def subject(row: PlacedRow) -> str:
    return f"place:{row.state}:{body_key(row.agency)}"


def fingerprint(row: PlacedRow) -> str:
    shown = "|".join((row.state, body_key(row.agency), tidy(row.county_as_printed)))
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def place_given(text: str, counties: Collection[str]) -> str:
    """The decision that a person typed, checked. Raises :class:`PlaceError`."""
    if text.strip().lower() == STATEWIDE:
        return STATEWIDE
    codes = [code.strip() for code in text.replace(",", "|").split("|") if code.strip()]
    wrong = [code for code in codes if code not in counties]
    if not codes or wrong:
        raise PlaceError(
            f"{', '.join(wrong) or 'nothing'}: give five-digit county codes, as 26075 or "
            "26075|26091 (see `bot places find`), or the word state"
        )
    return "|".join(dict.fromkeys(codes))


def placed_by_hand(
    placed: PlacedList,
    approvals: Sequence[Approval],
    needed: int,
    counties: Mapping[str, object],
) -> PlacedList:
    """The list with people's places for its unplaced rows."""
    rows = tuple(
        row if row.placed else _by_hand(row, approvals, needed, counties) for row in placed.rows
    )
    return replace(placed, rows=rows)


def _by_hand(
    row: PlacedRow, approvals: Sequence[Approval], needed: int, counties: Mapping[str, object]
) -> PlacedRow:
    found = verdict(approvals, ROSTER, subject(row), fingerprint(row), needed)
    if found.decision is None:
        return row
    said = (*row.complaints, f"placed by hand: {', '.join(found.by)}")
    if found.decision == STATEWIDE:
        return replace(row, scope=Scope.STATE, complaints=said)
    codes = tuple(code for code in found.decision.split("|") if code in counties)
    scope = Scope.REGIONAL if len(codes) > 1 and row.scope is Scope.COUNTY else row.scope
    return replace(row, fips=codes, scope=scope, complaints=said)
