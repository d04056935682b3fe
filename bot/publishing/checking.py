"""What speaks against a list before it becomes a draft, and against a roster before it is served.

Each fault is one sentence that says what to do. Pure: today's date is an argument.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from bot.agreements.agreement import JAIL_MODELS, TASK_FORCE, Scope
from bot.agreements.roster import Roster
from bot.publishing.documents import PlacedList

SHRUNK = 0.2
"""A list that lost this share of its rows is more likely cut off than true."""
_KNOWN_SHARE = 0.8
_MODELS = JAIL_MODELS | {TASK_FORCE}


def refusals(
    placed: PlacedList,
    *,
    name: str,
    today: date,
    published: Roster,
    states: Collection[str],
    named_kind: str | None = None,
    smaller: bool = False,
    undated: bool = False,
) -> list[str]:
    """Why this list cannot become a draft; [] where it can.

    ``name`` is the file's name, ``named_kind`` what the operator said it is (``participating``
    or ``pending``), ``smaller`` that a list which lost a fifth is right; ``undated``: its column
    of dates is empty.
    """
    kind = "pending" if placed.pending else "participating"
    return [
        *_wrong_kind(name, kind, named_kind),
        *([_UNDATED] if undated and not named_kind else []),
        *_wrong_day(placed, today),
        *_no_list(placed, states),
        *([] if placed.pending else _too_small(len(placed.rows), placed, published, smaller)),
    ]


_UNDATED = (
    "its column SIGNED is empty, and who only asked must not pass for one who signed: download it "
    "again; if ICE's page itself says so, import it with --kind participating"
)


def _wrong_kind(name: str, kind: str, named_kind: str | None) -> list[str]:
    says = named_kind or next(
        (word for word in ("pending", "participating") if word in name.lower()), kind
    )
    if says == kind:
        return []
    has = "dates of signing" if kind == "participating" else "no column SIGNED"
    if named_kind:
        return [f"you called it {says}, but it has {has}: it is a {kind} list; say --kind {kind}"]
    rename = "" if kind == "participating" else "; its column of dates must be called SIGNED"
    return [
        (
            f"its name says {says}, but it has {has}: it is a {kind} list. If it is the file "
            f"that you meant, import it with --kind {kind}; else download the right one{rename}"
        )
    ]


def _wrong_day(placed: PlacedList, today: date) -> list[str]:
    if placed.list_date > today:
        return [
            (
                f"the list's date {placed.list_date} is in the future (today is {today}): "
                "give the date printed on ICE's page with --list-date YYYY-MM-DD"
            )
        ]
    return []


def _no_list(placed: PlacedList, states: Collection[str]) -> list[str]:
    """Rows that name no state or no model that we know: some other table with our headers."""
    if not placed.rows:
        if placed.pending:
            return []  # ICE has published pending lists with a header only
        return ["it has no rows: download it again from ICE's page; the published list stays"]
    known = sum(row.state in states and row.model in _MODELS for row in placed.rows)
    if known >= _KNOWN_SHARE * len(placed.rows):
        return []
    return [
        (
            f"only {known} of its {len(placed.rows)} rows name a state and a model that we know: "
            "it is not ICE's list, or its columns have moved; look at the file"
        )
    ]


def _too_small(count: int, placed: PlacedList, published: Roster, smaller: bool) -> list[str]:
    before = len(published.agreements)
    older = placed.list_date < published.list_date
    if smaller or older or not count or count >= (1 - SHRUNK) * before:
        return []
    return [
        (
            f"it has {count} rows, the published list of {published.list_date} has {before}: it "
            "lost more than a fifth and is probably cut off. Download it again; if ICE's page "
            "itself says so, import it with --allow-smaller"
        )
    ]


def grown(placed: PlacedList, published: Roster) -> list[str]:
    """What to look at in a list that is half as large again: another may have been pasted into
    it. It is no refusal: new agreements must not wait."""
    count, before = len(placed.rows), len(published.agreements)
    if placed.pending or count < _GROWN * before:
        return []
    said = (
        f"it has {count} rows, the published list of {published.list_date} has {before}: look with "
        "`bot roster diff` whether another list stands in it, too"
    )
    return [said]


_GROWN = 1.5


def faults(
    roster: Roster,
    served: Roster,
    counties: Collection[str],
    smaller: bool = False,
    restored: bool = False,
) -> list[str]:
    """Why this roster must not be served in place of ``served``; [] where it may. ``smaller`` and
    ``restored`` are a person's word that it may have lost rows, or go back to an older list."""
    found = [] if restored else _less_than(served, roster, smaller)
    if not roster.agreements:
        found.append("it has no agreements")
    codes = {fips for row in roster.agreements for fips in row.fips}
    codes |= {fips for gone in roster.left for fips in gone.fips}
    codes |= {fips for asked in roster.pending for fips in asked.fips}
    unknown = sorted(codes - set(counties))
    if unknown:
        found.append(f"counties that nobody knows: {', '.join(unknown[:5])}")
    nowhere = [r.agency for r in roster.agreements if not r.fips and r.scope is not Scope.STATE]
    if nowhere:
        found.append(f"{len(nowhere)} rows without a county, the first: {nowhere[0]}")
    names = Counter((row.state, row.agency, row.model) for row in roster.agreements)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        found.append(f"rows that stand twice, the first: {' '.join(twice[0])}")
    return found


def _less_than(served: Roster, roster: Roster, smaller: bool) -> list[str]:
    found = []
    if roster.list_date < served.list_date:
        found.append(f"it is of {roster.list_date}, older than the one served")
    if len(roster.agreements) < (1 - SHRUNK) * len(served.agreements) and not smaller:
        found.append(f"it shrank from {len(served.agreements)} to {len(roster.agreements)} rows")
    return found
