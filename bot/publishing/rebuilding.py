"""The history anew from every list that is known, in the order of their dates. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bot.agreements.agreement import Agreement
from bot.agreements.following import Apart, follow_all
from bot.agreements.history import History
from bot.agreements.roster import Roster
from bot.agreements.sightings import Sighting, with_sightings
from bot.publishing.documents import PlacedList


def rebuilt(
    base: History,
    kept: Iterable[PlacedList],
    published_dates: Collection[date],
    roster: Roster,
    unplaced: Sequence[Agreement],
    sightings: Iterable[Sighting],
    apart: Apart,
) -> History:
    """The history up to ``roster``. For each date what was published counts, else an imported
    list, else what ``base`` remembers of it."""
    known: dict[date, Sequence[Agreement]] = {
        seen.list_date: base.listing(seen.list_date) for seen in base.lists
    }
    for placed in kept:
        if not placed.pending and placed.list_date not in published_dates:
            known[placed.list_date] = [row.agreement() for row in placed.rows]
    known[roster.list_date] = (*roster.agreements, *unplaced)
    dates = sorted(day for day in known if day <= roster.list_date)
    return with_sightings(follow_all([(day, known[day]) for day in dates], apart), sightings)
