"""A list against what is published: what each row changes, and what must wait for a person.

Joins flow: to hold back a "yes" would be a wrong "no". What takes an agreement, a name or a
county's jail away from people waits, because a slip in a file must never reach them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.agreements.agreement import Agreement
from bot.agreements.following import Apart, once, pair, same_body
from bot.agreements.identity import body_keys
from bot.agreements.spelling import body_key


class Kind(StrEnum):
    JOINED = "joined"
    MODEL_ADDED = "model added"
    RESPELLED = "respelled"
    REDATED = "re-dated"
    MOVED = "county changed"
    RENAMED = "renamed"
    LEFT = "left"
    MODEL_DROPPED = "model dropped"


_NEW = frozenset({Kind.JOINED, Kind.MODEL_ADDED})
_TAKES_AWAY = frozenset({Kind.LEFT, Kind.MODEL_DROPPED, Kind.RENAMED})


@dataclass(frozen=True, slots=True)
class Flip:
    """A county whose jail is listed and would not be any more, or the other way round."""

    fips: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """``before`` is what is published (None: it joins), ``after`` the list's row (None: gone).

    ``perhaps``, of something gone, is a row that may be the same body under another name.
    """

    kind: Kind
    before: Agreement | None
    after: Agreement | None
    perhaps: Agreement | None = None
    flips: tuple[Flip, ...] = ()

    @property
    def waits(self) -> bool:
        """True where nothing changes for people before a person has looked."""
        return self.kind in _TAKES_AWAY or (bool(self.flips) and self.kind not in _NEW)

    @property
    def row(self) -> Agreement:
        """The row by which the difference is named: the newer one where there is one."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a difference has a row on one side at least")
        return found

    @property
    def subject(self) -> str:
        """What an approval is about: the same for the same body and model on every list."""
        row = self.before or self.row
        return f"{self.kind.value}:{row.state}:{body_key(row.agency)}:{row.model}"

    @property
    def fingerprint(self) -> str:
        """The evidence: an approval holds for this very change and no other."""
        sides = [_evidence(row) for row in (self.before, self.after)]
        flips = [[flip.fips, flip.listed] for flip in self.flips]
        return hashlib.sha256(json.dumps([sides, flips]).encode()).hexdigest()[:16]


def compare(
    published: Sequence[Agreement], listed: Sequence[Agreement], apart: Apart = frozenset()
) -> tuple[Difference, ...]:
    """Every difference, sorted by state, agency and model. Without flips: see ``with_flips``."""
    rows = once(listed)
    went_on = same_body(published, rows)
    gone = [n for n in range(len(published)) if n not in went_on]
    taken = set(went_on.values())
    new = {n for n in range(len(rows)) if n not in taken}
    sure, unsure = pair([published[n] for n in gone], rows, new, apart)
    pairs = {**went_on, **{gone[n]: m for n, m in sure.items()}}
    found = [_changed(published[n], rows[m]) for n, m in pairs.items()]
    left_names = {(row.state, body_key(row.agency)) for row in rows}
    old_names = {(row.state, body_key(row.agency)) for row in published}
    for place, n in enumerate(gone):
        if place not in sure:
            perhaps = rows[unsure[place]] if place in unsure else None
            found.append(_gone(published[n], left_names, perhaps))
    for m in sorted(new - set(sure.values())):
        known = (rows[m].state, body_key(rows[m].agency)) in old_names
        found.append(Difference(Kind.MODEL_ADDED if known else Kind.JOINED, None, rows[m]))
    return tuple(sorted((each for each in found if each is not None), key=_order))


def _changed(before: Agreement, after: Agreement) -> Difference | None:
    if body_key(before.agency) != body_key(after.agency) or before.state != after.state:
        return Difference(Kind.RENAMED, before, after)
    if (before.fips, before.scope, before.kind) != (after.fips, after.scope, after.kind):
        return Difference(Kind.MOVED, before, after)
    if before.signed != after.signed:
        return Difference(Kind.REDATED, before, after)
    if before.agency != after.agency:
        return Difference(Kind.RESPELLED, before, after)
    return None


def _gone(
    before: Agreement, listed: Collection[tuple[str, str]], perhaps: Agreement | None
) -> Difference:
    still = (before.state, body_key(before.agency)) in listed
    return Difference(Kind.MODEL_DROPPED if still else Kind.LEFT, before, None, perhaps)


def _evidence(row: Agreement | None) -> object:
    if row is None:
        return None
    plain = replace(row, listed=None)
    signed = plain.signed.isoformat() if plain.signed else ""
    return [*body_keys(plain)[-1], plain.agency, signed, plain.scope, plain.kind, *plain.fips]


def _order(each: Difference) -> tuple[object, ...]:
    row = each.before or each.row
    return (row.state, row.agency, row.model, each.kind.value)
