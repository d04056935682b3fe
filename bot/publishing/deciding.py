"""What is published + a list + people's decisions -> what is published next. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.agreements.agreement import Agreement, Departure, Request
from bot.agreements.following import once
from bot.agreements.identity import Key, body_keys
from bot.agreements.roster import Roster
from bot.custody.custody import Custody
from bot.places.place import County
from bot.publishing.approvals import ACCEPT, APART, ROSTER, Approval, Verdict, verdict
from bot.publishing.differences import Difference, Kind, compare
from bot.publishing.documents import PlacedList
from bot.publishing.flips import with_flips


@dataclass(frozen=True, slots=True)
class Ground:
    """What a comparison stands on: all counties, and who runs which jail."""

    counties: Mapping[str, County]
    custody: Custody


@dataclass(frozen=True, slots=True)
class Draft:
    """A list beside what is published, each difference with what people have said about it."""

    placed: PlacedList
    differences: tuple[Difference, ...]
    verdicts: Mapping[str, Verdict]

    def verdict(self, difference: Difference) -> Verdict:
        return self.verdicts.get(difference.fingerprint, Verdict(None))

    def waiting(self) -> tuple[Difference, ...]:
        """What nobody has decided, or too few."""
        return tuple(
            each for each in self.differences if each.waits and self.verdict(each).decision is None
        )

    def flowing(self) -> tuple[Difference, ...]:
        """What changes for people without anybody's word, or with enough of them."""
        return tuple(
            each
            for each in self.differences
            if not each.waits or self.verdict(each).decision in (ACCEPT, APART)
        )


def draft(
    published: Roster,
    placed: PlacedList,
    approvals: Sequence[Approval],
    needed: int,
    ground: Ground,
) -> Draft:
    """Compare a participating list with what is published."""
    listed = placed.agreements()
    bare = compare(published.agreements, listed)
    differences = with_flips(
        bare,
        published,
        Roster(placed.list_date, listed),
        ground.custody,
        ground.counties,
    )
    verdicts = {
        each.fingerprint: verdict(approvals, ROSTER, each.subject, each.fingerprint, needed)
        for each in differences
        if each.waits
    }
    return Draft(placed, differences, verdicts)


def decided(published: Roster, prepared: Draft) -> Roster:
    """The next roster. What waits, or is to be kept, stays as it is published; what is gone but
    not decided says on which list it last stood (``Agreement.listed``)."""
    day = prepared.placed.list_date
    agreements = {body_keys(row)[0]: row for row in once(prepared.placed.agreements())}
    left: list[Departure] = []
    for each in prepared.differences:
        if each.waits:
            decision = prepared.verdict(each).decision
            left += _apply(each, decision, agreements, published.list_date, day)
    kept = tuple(sorted(agreements.values(), key=agreement_order))
    listed = {key for row in kept for key in body_keys(row)}
    older = [gone for gone in published.left if not listed & set(_departure_keys(gone))]
    return Roster(
        list_date=day,
        agreements=kept,
        left=tuple(sorted({*older, *left}, key=departure_order)),
        pending=tuple(asked for asked in published.pending if asked.list_date > day),
    )


def with_requests(published: Roster, placed: PlacedList) -> Roster:
    """The roster with the requests of a pending list, none where that list is not newer. What is
    on the participating list already is not asked for any more."""
    if placed.list_date <= published.list_date:
        return published
    listed = {key for row in published.agreements for key in body_keys(row)}
    rows = [row for row in placed.rows if row.placed and not listed & set(body_keys(row))]
    asked = [
        Request(
            agency=row.agency,
            state=row.state,
            model=row.model,
            scope=row.scope,
            kind=row.kind,
            fips=row.fips,
            list_date=placed.list_date,
        )
        for row in rows
    ]
    asked.sort(key=lambda row: (row.state, row.agency, row.model, row.fips))
    return replace(published, pending=tuple(asked))


def evidence(difference: Difference) -> str:
    """What was looked at, as JSON: the two sides, with the key of each body."""
    sides = {"before": difference.before, "after": difference.after}
    return json.dumps(
        {name: _side(row) for name, row in sides.items() if row is not None},
        ensure_ascii=False,
        sort_keys=True,
    )


def told_apart(approvals: Iterable[Approval]) -> frozenset[tuple[Key, Key]]:
    """Pairs of bodies that a person told apart, from the evidence of the approvals."""
    found = set()
    for each in approvals:
        if each.area == ROSTER and each.decision == APART and each.evidence:
            sides = json.loads(each.evidence)
            found.add((tuple(sides["before"]["key"]), tuple(sides["after"]["key"])))
    return frozenset(found)


def _side(row: Agreement) -> dict[str, object]:
    return {
        "agency": row.agency,
        "state": row.state,
        "model": row.model,
        "signed": row.signed.isoformat() if row.signed else None,
        "fips": list(row.fips),
        "key": list(body_keys(row)[-1]),
    }


def _apply(
    each: Difference,
    decision: str | None,
    agreements: dict[Key, Agreement],
    published: date,
    day: date,
) -> list[Departure]:
    """Undo the list's change where it is not decided; return what then has left."""
    before, after = each.before, each.after
    if before is None:
        return []
    gone_on = before.listed or published
    if each.kind in (Kind.LEFT, Kind.MODEL_DROPPED):
        if decision == ACCEPT:
            return [_departure(before, gone_on, day)]
        agreements[body_keys(before)[0]] = replace(before, listed=gone_on)
        return []
    if decision == APART:
        return [_departure(before, gone_on, day)]
    if decision != ACCEPT and after is not None:
        agreements.pop(body_keys(after)[0], None)
        agreements[body_keys(before)[0]] = before
    return []


def _departure(row: Agreement, last_seen: date, missing: date) -> Departure:
    return Departure(
        agency=row.agency,
        state=row.state,
        model=row.model,
        scope=row.scope,
        kind=row.kind,
        fips=row.fips,
        last_seen=last_seen,
        first_missing=missing,
    )


def _departure_keys(gone: Departure) -> tuple[Key, ...]:
    return body_keys(
        Agreement(
            *(gone.agency, gone.state, gone.model, None, None, gone.scope, gone.kind, gone.fips)
        )
    )


def agreement_order(row: Agreement) -> tuple[object, ...]:
    return (row.state, row.agency, row.model, row.signed or date.min, row.fips)


def departure_order(row: Departure) -> tuple[object, ...]:
    return (row.state, row.agency, row.model, row.last_seen, row.fips)
