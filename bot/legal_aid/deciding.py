"""Decisions of people on what waits, and the list that follows from them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.legal_aid.contact import Contact
from bot.legal_aid.differences import Difference, Kind

AREA = "legal_aid"
ACCEPT, KEEP = "accept", "keep"
"""Accept the new issue's word, or keep what is sent now (for a new number: leave it out)."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What ``reviewer`` decided about one subject; the same record as for the roster.

    ``fingerprint`` is that of the difference shown: another difference needs another decision.
    """

    area: str
    subject: str
    fingerprint: str
    decision: str
    reviewer: str
    decided_at: datetime
    evidence: str = ""


def decided(approvals: Iterable[Approval]) -> Mapping[tuple[str, str], str]:
    """The last decision for each subject and fingerprint."""
    return {(one.subject, one.fingerprint): one.decision for one in approvals if one.area == AREA}


def undecided(
    differences: Iterable[Difference], decisions: Mapping[tuple[str, str], str]
) -> tuple[Difference, ...]:
    return tuple(
        one for one in differences if one.waits and (one.subject, one.fingerprint) not in decisions
    )


def next_list(
    differences: Iterable[Difference],
    decisions: Mapping[tuple[str, str], str],
    issued: date,
) -> tuple[Contact, ...]:
    """The list to send from now on; what is undecided stays as it is. Never fewer by one slip."""
    found = (
        _outcome(one, decisions.get((one.subject, one.fingerprint), KEEP), issued)
        for one in differences
    )
    return tuple(sorted((one for one in found if one), key=lambda c: (c.state, c.org, c.phone)))


def _outcome(one: Difference, decision: str, issued: date) -> Contact | None:
    if one.kind is Kind.MISSING and one.before:
        return replace(one.before, missing_since=one.before.missing_since or issued)
    if one.waits and decision == KEEP:
        return one.before
    return one.after
