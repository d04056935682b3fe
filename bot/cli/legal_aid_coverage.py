"""The page of docs/ that says where there is legal help to send, and where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.places.gazetteer import read_gazetteer

HEAD = """# Where there is legal help to send

Written by `bot legal-aid status --markdown` as of {day}. "Can be sent": the number is valid, comes
from an official list, and is not past its date. Nobody has called these numbers. "Detained": its
list says that it takes people in detention.

| state | can be sent | detained | past their date | languages | next to expire |
| --- | --- | --- | --- | --- | --- |"""

GAP = """
**No number of a group in the state itself:** {states}. People there are given offices of a
neighbouring state within 150 miles where there are any, the court's own line, and the address of
the official list, and are told so."""


def coverage_page(accounts: Sequence[Mapping[str, object]], day: date) -> str:
    """``accounts`` are those of `bot legal-aid status`: one a state, "national" for the lines of
    the whole country."""
    known = {str(account["state"]): account for account in accounts}
    states = sorted({county.state for county in read_gazetteer().counties.values()})
    lines = [HEAD.format(day=day.isoformat())]
    lines += [_row(state, known.get(state, {})) for state in [*states, "national"]]
    without = [state for state in states if not known.get(state, {}).get("sendable")]
    return "\n".join([*lines, GAP.format(states=", ".join(without))])


def _row(state: str, account: Mapping[str, object]) -> str:
    languages = account.get("languages")
    spoken = " ".join(languages) if isinstance(languages, list) else ""
    cells = (
        state,
        account.get("sendable", 0),
        account.get("detained", 0),
        account.get("expired", 0),
        spoken or "-",
        account.get("next_expiry") or "-",
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"
