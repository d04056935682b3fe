"""What two rosters ask for: the requests that came, and those that are gone. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.agreements.agreement import Agreement, Request
from bot.agreements.roster import Roster
from bot.agreements.spelling import body_key


class Asked(StrEnum):
    NOW = "asked for"
    NO_MORE = "asked for no more"


@dataclass(frozen=True, slots=True)
class RequestChange:
    kind: Asked
    row: Request


def request_changes(before: Roster, after: Roster) -> tuple[RequestChange, ...]:
    """By state, agency and model. What was asked for and is agreed on now has joined: that is a
    difference of the agreements, and said there."""
    was = {_key(row): row for row in before.pending}
    now = {_key(row): row for row in after.pending}
    agreed = {_key(row) for row in after.agreements}
    found = [RequestChange(Asked.NOW, now[key]) for key in now.keys() - was.keys()]
    gone = was.keys() - now.keys() - agreed
    found += [RequestChange(Asked.NO_MORE, was[key]) for key in gone]
    return tuple(sorted(found, key=lambda one: (_key(one.row), one.kind)))


def _key(row: Agreement | Request) -> tuple[str, ...]:
    return (row.state, body_key(row.agency), row.model, *row.fips)
