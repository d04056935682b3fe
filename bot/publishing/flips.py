"""Which counties' jails a list would add to people's answers, or take from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.agreements.agreement import TASK_FORCE, Agreement, Scope
from bot.agreements.roster import Roster
from bot.custody.custody import Custody
from bot.places.place import County
from bot.publishing.differences import Difference, Flip
from bot.standing import standing


def with_flips(
    differences: Iterable[Difference],
    published: Roster,
    listed: Roster,
    custody: Custody,
    counties: Mapping[str, County],
) -> tuple[Difference, ...]:
    """Each difference with the counties of its bodies whose jail answer would turn."""
    verdicts: dict[str, bool | None] = {}

    def turned(fips: str) -> bool | None:
        if fips not in verdicts:
            was, now = (
                bool(standing(counties[fips], roster, custody).jail)
                for roster in (published, listed)
            )
            verdicts[fips] = None if was == now else now
        return verdicts[fips]

    return tuple(_with(each, _touched(each, counties), turned) for each in differences)


def _touched(difference: Difference, counties: Mapping[str, County]) -> tuple[str, ...]:
    """The counties in whose jail answer the rows of this difference can stand."""
    found: dict[str, None] = {}
    for row in (difference.before, difference.after):
        if row is not None and row.model != TASK_FORCE:
            found |= dict.fromkeys(_served(row, counties))
    return tuple(found)


def _served(row: Agreement, counties: Mapping[str, County]) -> Iterable[str]:
    if row.scope is not Scope.STATE:
        return [fips for fips in row.fips if fips in counties]
    return [fips for fips, county in counties.items() if county.state == row.state]


def _with(
    difference: Difference, touched: Iterable[str], turned: Callable[[str], bool | None]
) -> Difference:
    found = [(fips, turned(fips)) for fips in touched]
    flips = tuple(Flip(fips, now) for fips, now in found if now is not None)
    return replace(difference, flips=flips)
