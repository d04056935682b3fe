"""A newly published roster -> checked -> swapped, by one background task a process.

One assignment is the swap: a reply in flight keeps the snapshot that it began with. What fails
the checks is not served, and the last refusal is shown by ``/health``.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime

import structlog

from bot.knowledge import Holder
from bot.publishing.checking import faults
from bot.store import rosters
from bot.store.database import Database
from bot.store.looks import FAILED, past_looks
from bot.trouble import trouble

EVERY_SECONDS = 15
"""Twice within the half minute after which every worker must answer from a new roster."""

log = structlog.get_logger()


@dataclass(slots=True)
class Refresh:
    """What this process serves. ``version`` 0 is the roster that travels with the program,
    ``travelling`` the date of its list; ``refusal`` is why a newer one is not served, "" where
    there is none."""

    version: int = 0
    travelling: date | None = None
    refused_version: int = 0
    refusal: str = ""
    refused_at: datetime | None = None
    complained_at: datetime | None = None

    async def once(self, holder: Holder, database: Database) -> bool:
        """Swap if something newer is published and sound. Raises what the database raises."""
        version = await rosters.newest_version(database)
        if version in (self.version, self.refused_version) or version == 0:
            return False
        known = holder.current
        if self.travelling is None:
            self.travelling = known.roster.list_date
        newest = await rosters.newest(database)
        if newest is not None and newest.list_date < self.travelling:
            self.version = version  # this release brought a newer list with it
            return False
        try:
            snapshot = await rosters.load_roster(database, version)
            counties = known.gazetteer.counties
            wrong = faults(
                snapshot.roster, known.roster, counties, snapshot.smaller, snapshot.restored
            )
        except ValueError as error:  # a damaged document says what to do
            wrong = [str(error)]
        if wrong:
            self._refuse(version, "; ".join(wrong))
            return False
        holder.current = known.with_roster(snapshot.roster, snapshot.history, version)
        self.version, self.refused_version, self.refusal = version, 0, ""
        log.info("a new roster is served", version=version)
        return True

    async def forever(self, holder: Holder, database: Database) -> None:
        """The background task. Without a database it goes on serving what it has."""
        while True:
            try:
                await self.once(holder, database)
                await self.complain(database)
            except Exception as error:
                log.error("cannot ask for a new roster", **trouble(error))
            await asyncio.sleep(EVERY_SECONDS)

    async def complain(self, database: Database) -> None:
        """Repeat in the server's log, once, what the last look at ICE's page complained about."""
        last = next(iter(await past_looks(database, 1)), None)
        if last is None or last.outcome != FAILED or last.looked_at == self.complained_at:
            return
        self.complained_at = last.looked_at
        at = last.looked_at.isoformat(timespec="seconds")
        log.error("ICE's list could not be updated", at=at, complaint=last.complaint)

    def _refuse(self, version: int, why: str) -> None:
        self.refused_version, self.refusal = version, why
        self.refused_at = datetime.now(UTC)
        log.error("a published roster is not served", version=version, why=why)
