"""Who agreed to what: a record for the roster, with room for other areas. Pure.

An approval is bound to a subject and to a fingerprint of the evidence that was looked at: when
the evidence changes, it no longer holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

ROSTER = "roster"
"""The area of a decision. The record has room for others: of content, of releases."""

ACCEPT = "accept"
"""The change is right."""
KEEP = "keep"
"""It is not, or not yet: people go on reading what is published."""
APART = "two bodies"
"""Of a rename: the one gone and the one new are two, so one left and one joined."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What ``reviewer`` decided about one subject. ``evidence`` is what was looked at, as JSON."""

    area: str
    subject: str
    fingerprint: str
    decision: str
    reviewer: str
    decided_at: datetime
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``decision`` is None while too few have agreed; ``by`` are those who agree so far."""

    decision: str | None
    by: tuple[str, ...] = ()


def verdict(
    approvals: Iterable[Approval], area: str, subject: str, fingerprint: str, needed: int
) -> Verdict:
    """What ``needed`` different people agree on. Of one person the latest word counts, and the
    names count without regard to case and blanks: one person is not two."""
    latest: dict[str, Approval] = {}
    for each in sorted(approvals, key=lambda one: one.decided_at):
        if (each.area, each.subject, each.fingerprint) == (area, subject, fingerprint):
            latest[" ".join(each.reviewer.casefold().split())] = each
    by_decision: dict[str, list[str]] = {}
    for each in latest.values():
        by_decision.setdefault(each.decision, []).append(each.reviewer)
    agreed = [decision for decision, by in by_decision.items() if len(by) >= needed]
    if len(agreed) == 1:
        return Verdict(agreed[0], tuple(by_decision[agreed[0]]))
    return Verdict(None, tuple(each.reviewer for each in latest.values()))
