"""The roster's desk: a list comes in, people look, a roster goes out. Errands, no rules of its own.

Rules are in :mod:`bot.publishing`; each write is one transaction of :mod:`bot.store`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from bot.agreements.history_tables import read_history, read_sightings
from bot.agreements.roster import Roster, read_roster
from bot.publishing.approvals import ROSTER, Approval
from bot.publishing.checking import faults
from bot.publishing.deciding import Draft, Ground, decided, draft, told_apart, with_requests
from bot.publishing.documents import PlacedList, Snapshot
from bot.publishing.hand import placed_by_hand
from bot.publishing.rebuilding import rebuilt
from bot.store import approvals as store_approvals
from bot.store import rosters
from bot.store.database import Database
from bot.store.rosters import Published, StoredList


class NotPublishedError(Exception):
    """The roster that would be published must not be served; the message says why."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``version`` is that of what is published, 0 while it is the roster that travels with the
    program; ``listed`` the newest list, ``prepared`` what it changes, both None where no list
    waits; ``asked`` a newer list of requests."""

    version: int
    current: Snapshot
    lists: tuple[StoredList, ...]
    approvals: tuple[Approval, ...]
    listed: StoredList | None = None
    prepared: Draft | None = None
    asked: PlacedList | None = None

    @property
    def unplaced(self) -> int:
        """Rows of the newest list that no county's answer can show."""
        rows = self.prepared.placed.unplaced() if self.prepared else self.current.unplaced
        return len(rows)


@lru_cache(maxsize=1)
def seed() -> Snapshot:
    """The roster and the history that travel with the program."""
    return Snapshot(read_roster(), read_history())


async def current(database: Database) -> tuple[int, Snapshot]:
    """What is published; the seed where nothing is, or where the release brings a newer list."""
    version, travelling = await rosters.newest_version(database), seed()
    if not version:
        return 0, travelling
    snapshot = await rosters.load_roster(database, version)
    newer = travelling.roster.list_date > snapshot.roster.list_date
    return version, travelling if newer else snapshot


async def look(database: Database, ground: Ground, needed: int) -> Desk:
    """Everything that lies on the desk; ``needed`` people must agree on what waits."""
    version, snapshot = await current(database)
    kept = await rosters.kept_lists(database)
    said = await store_approvals.recorded(database, ROSTER)
    desk = Desk(version, snapshot, kept, said)
    day = snapshot.roster.list_date
    newer = [each for each in kept if not each.pending and each.list_date >= day]
    if newer:
        placed = await _load(database, newer[-1], said, needed, ground)
        prepared = draft(snapshot.roster, placed, said, needed, ground)
        desk = replace(desk, listed=newer[-1], prepared=prepared)
    requests = [each for each in kept if each.pending and each.list_date > day]
    if requests:
        desk = replace(desk, asked=await _load(database, requests[-1], said, needed, ground))
    return desk


def following(desk: Desk) -> Roster:
    """The roster that would be published of what is on the desk."""
    roster = decided(desk.current.roster, desk.prepared) if desk.prepared else desk.current.roster
    return with_requests(roster, desk.asked) if desk.asked is not None else roster


async def publish(
    database: Database, desk: Desk, ground: Ground, who: str, now: datetime
) -> Published | None:
    """Make what is on the desk live; None where that changes nothing.

    Raises :class:`NotPublishedError`, or
    :class:`~bot.store.rosters.PublishedMeanwhileError` where somebody else was quicker.
    """
    if desk.asked is None and all(each.pending for each in desk.lists):
        return None
    roster = following(desk)
    smaller = desk.listed.smaller if desk.listed else desk.current.smaller
    wrong = faults(roster, desk.current.roster, ground.counties, smaller)
    if wrong:
        raise NotPublishedError("; ".join(wrong))
    made = await _made(database, desk, roster, smaller)
    if desk.version and replace(made, restored=desk.current.restored) == desk.current:
        return None
    return await rosters.publish(database, made, desk.version, who, now)


async def _made(database: Database, desk: Desk, roster: Roster, smaller: bool) -> Snapshot:
    """The roster with the history up to it, from every list that was taken in."""
    unplaced = desk.current.unplaced
    if desk.prepared:
        unplaced = tuple(row.agreement() for row in desk.prepared.placed.unplaced())
    kept = [await rosters.load_list(database, each.id) for each in desk.lists]
    past = await rosters.published(database)
    history = rebuilt(
        desk.current.history,
        kept,
        {each.list_date for each in past},
        roster,
        unplaced,
        read_sightings(),
        told_apart(desk.approvals),
    )
    return Snapshot(roster, history, unplaced, smaller)


async def publish_again(
    database: Database, desk: Desk, version: int, ground: Ground, who: str, now: datetime
) -> Published | None:
    """Undo: an earlier version goes out once more, as the newest one; 0 is the roster that travels
    with the program. None where it is what is live. Raises as :func:`publish` does."""
    earlier = await _earlier(database, version)
    if replace(earlier, restored=desk.current.restored) == desk.current:
        return None
    wrong = faults(earlier.roster, desk.current.roster, ground.counties, restored=True)
    if wrong:
        raise NotPublishedError("; ".join(wrong))
    made = replace(earlier, restored=True)
    return await rosters.publish(database, made, desk.version, who, now)


async def _earlier(database: Database, version: int) -> Snapshot:
    days = {0: seed().roster.list_date}
    days |= {each.version: each.list_date for each in await rosters.published(database)}
    if version not in days:
        there = ", ".join(f"{number} (list of {day})" for number, day in days.items())
        raise NotPublishedError(f"there is no version {version}; there are {there}")
    if days[version] < days[0]:
        raise NotPublishedError(f"version {version} is older than the list of this release")
    return await rosters.load_roster(database, version) if version else seed()


async def _load(
    database: Database,
    stored: StoredList,
    said: Sequence[Approval],
    needed: int,
    ground: Ground,
) -> PlacedList:
    placed = await rosters.load_list(database, stored.id)
    return placed_by_hand(placed, said, needed, ground.counties)
