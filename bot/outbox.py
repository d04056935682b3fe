"""Errands owed to the carrier: after DELETE, its copies of that person's texts go as well.

The carrier lets go of a message only when it has done with it, so this waits, asks, and asks
again for two weeks. Nothing here writes to people.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import structlog

from bot.channels.twilio.rest import CarrierError, Copies
from bot.store import outbox
from bot.store.database import Database
from bot.store.outbox import Owed
from bot.trouble import trouble

FIRST_WAIT = timedelta(minutes=2)
"""Long enough for the answer to the DELETE itself to have gone out."""

GIVEN_UP_AFTER = timedelta(days=14)
"""The longest that Twilio says it may hold on to a message (its error 20009)."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (10, 60, 240, 720))
LAST_PAUSE = timedelta(days=1)
LOOK_SECONDS = 60

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Whose copies are to go: an address until its messages are known, then their ids only."""

    since: datetime
    address: str = field(default="", repr=False)
    sids: tuple[str, ...] = field(default=(), repr=False)


async def owe_forgetting(database: Database, address: str, now: datetime) -> None:
    """``address`` is the carrier's own form of it (``+1…``, ``whatsapp:…``)."""
    await outbox.owe(database, _written(Forgetting(now, address)), now + FIRST_WAIT)


async def settle(database: Database, copies: Copies, now: datetime) -> int:
    """Try every errand that is due; how many there were. Never raises for the carrier."""
    count = 0
    while claimed := await outbox.claim(database, now):
        for errand in claimed:
            await _settle_one(database, copies, errand, now)
        count += len(claimed)
    return count


async def run(database: Database, copies: Copies, clock: Callable[[], datetime]) -> None:
    """For as long as the server runs; a database that is gone is tried again."""
    while True:
        try:
            await settle(database, copies, clock())
        except Exception as error:
            log.error("errands not settled", **trouble(error))
        await asyncio.sleep(LOOK_SECONDS)


async def _settle_one(database: Database, copies: Copies, errand: Owed, now: datetime) -> None:
    wanted = _read(errand.content)
    if wanted is None:
        log.error("an errand cannot be read", remedy="BOT_SECRET_KEY changed; it is dropped")
        await outbox.done(database, errand)
        return
    left = await asyncio.to_thread(_ask, copies, wanted)
    if not left.address and not left.sids:
        await outbox.done(database, errand)
    elif now - wanted.since >= GIVEN_UP_AFTER:
        log.error("copies at the carrier not deleted", remedy="delete them in its console")
        await outbox.done(database, errand)
    else:
        await outbox.later(database, errand, _written(left), now + _pause(errand.tries))


def _ask(copies: Copies, wanted: Forgetting) -> Forgetting:
    """What is left to forget after asking once."""
    try:
        if wanted.address:
            wanted = replace(wanted, address="", sids=copies.of(wanted.address))
        return replace(wanted, sids=tuple(sid for sid in wanted.sids if not copies.delete(sid)))
    except CarrierError as error:
        level = log.error if error.permanent else log.warning
        remedy = "check TWILIO_ACCOUNT_SID and the API key" if error.permanent else "tried again"
        level("the carrier did not delete", code=error.code, remedy=remedy)
    return wanted


def _pause(tries: int) -> timedelta:
    return PAUSES[tries - 1] if tries <= len(PAUSES) else LAST_PAUSE


def _written(wanted: Forgetting) -> bytes:
    since = int(wanted.since.timestamp())
    return json.dumps({"since": since, "address": wanted.address, "sids": wanted.sids}).encode()


def _read(content: bytes | None) -> Forgetting | None:
    if content is None:
        return None
    kept = json.loads(content)
    since = datetime.fromtimestamp(kept["since"], UTC)
    return Forgetting(since, kept["address"], tuple(kept["sids"]))
