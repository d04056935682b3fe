"""A difference in words: one line for the diff, both sides for the person who decides."""

from __future__ import annotations

from collections.abc import Sequence

from bot.agreements.agreement import Agreement, Request, Scope
from bot.agreements.importer import PlacedRow
from bot.cli.roster_ground import Setting
from bot.publishing import hand
from bot.publishing.asking import RequestChange
from bot.publishing.deciding import Draft
from bot.publishing.differences import Difference

MARK = 8
"""Letters of the fingerprint that are shown: enough to name one change of a list."""

NOT_PLACED = "not placed"
"""The kind, beside those of the differences, of a row that no rule could place."""


def difference_line(each: Difference, prepared: Draft | None, setting: Setting) -> str:
    """``LEFT  TX Foo Police Department TFM (Bar County) [waits 1a2b3c4d]``"""
    row = each.row
    text = f"{each.kind.value}: {row.state} {row.agency} {row.model} ({_where(row, setting)})"
    if each.before and each.after and each.before.agency != each.after.agency:
        text += f", was {each.before.agency}"
    if each.before and each.after and each.before.signed != each.after.signed:
        text += f", signed {each.after.signed}, was {each.before.signed}"
    if each.before and each.after and each.before.fips != each.after.fips:
        text += f", was in {_where(each.before, setting)}"
    for flip in each.flips[:3]:
        text += f"; the jail of {setting.county(flip.fips)} "
        text += "is now listed" if flip.listed else "would not be listed any more"
    if each.waits:
        decision = prepared.verdict(each).decision if prepared else None
        text += f" [{decision or 'waits'} {each.fingerprint[:MARK]}]"
    return text


def side_by_side(each: Difference, setting: Setting, by: Sequence[str]) -> str:
    """What is published and what the list says, one above the other, field by field."""
    lines = [f"{each.kind.value.upper()}   mark {each.fingerprint[:MARK]}"]
    sides = (("published", each.before), ("new list", each.after), ("perhaps", each.perhaps))
    for label, row in sides:
        if row is None:
            if label == "new list":
                lines.append(f"  {label:10} not on it")
            continue
        signed = f"signed {row.signed}" if row.signed else "no date"
        lines.append(f"  {label:10} {row.state}  {row.agency}  {row.model}  {signed}")
        lines.append(f"  {'':10} {_where(row, setting)}  {row.kind.value}  {row.moa_url or ''}")
        if row.listed:
            lines.append(f"  {'':10} last on the list of {row.listed}")
    for flip in each.flips:
        verb = "becomes listed" if flip.listed else "is listed no more"
        lines.append(f"  people of {setting.county(flip.fips)} would read: the jail {verb}")
    if by:
        lines.append(f"  decided so far by {', '.join(by)}")
    return "\n".join(lines)


def difference_json(each: Difference, prepared: Draft | None) -> dict[str, object]:
    row = each.row
    return {
        "change": each.kind.value,
        "state": row.state,
        "agency": row.agency,
        "model": row.model,
        "fips": list(row.fips),
        "before": _side(each.before),
        "after": _side(each.after),
        "perhaps": _side(each.perhaps),
        "jail": [{"fips": flip.fips, "listed": flip.listed} for flip in each.flips],
        "waits": each.waits,
        "decision": prepared.verdict(each).decision if prepared and each.waits else None,
        "mark": each.fingerprint[:MARK],
    }


def unplaced_line(row: PlacedRow) -> str:
    """``not placed: MI Foo Police Department TFM (county cell "#N/A") [waits 1a2b3c4d]``"""
    cell = f'(county cell "{row.county_as_printed}")'
    mark = hand.fingerprint(row)[:MARK]
    return f"{NOT_PLACED}: {row.state} {row.agency} {row.model} {cell} [waits {mark}]"


def unplaced_json(row: PlacedRow) -> dict[str, object]:
    return {
        **_bare(NOT_PLACED, row),
        "after": _side(row.agreement()),
        "county_as_printed": row.county_as_printed,
        "waits": True,
        "mark": hand.fingerprint(row)[:MARK],
    }


def request_line(each: RequestChange, setting: Setting) -> str:
    """``asked for: MI Foo County Sheriff's Office WSO (Foo County, MI)``"""
    row = each.row
    return f"{each.kind.value}: {row.state} {row.agency} {row.model} ({_where(row, setting)})"


def request_json(each: RequestChange) -> dict[str, object]:
    return _bare(each.kind.value, each.row)


def _bare(kind: str, row: PlacedRow | Request) -> dict[str, object]:
    """The object of a difference, for what has no two sides."""
    return {
        "change": kind,
        "state": row.state,
        "agency": row.agency,
        "model": row.model,
        "fips": list(row.fips),
        "before": None,
        "after": None,
        "perhaps": None,
        "jail": [],
        "waits": False,
        "decision": None,
        "mark": None,
    }


def _side(row: Agreement | None) -> dict[str, object] | None:
    if row is None:
        return None
    return {
        "agency": row.agency,
        "signed": row.signed.isoformat() if row.signed else None,
        "fips": list(row.fips),
        "scope": row.scope.value,
        "moa_url": row.moa_url,
    }


def _where(row: Agreement | Request, setting: Setting) -> str:
    if row.scope is Scope.STATE:
        return "statewide"
    return "; ".join(setting.county(fips) for fips in row.fips) or "not placed"
