"""What the line remembers of its conversations, and how it goes on while it cannot.

Texts that come together are read, and written, together. Whom this process did not meet in this
hour is taken for a stranger, and looked for only where the writing finds something of her. Where
the database does not answer, or is slow for long, nobody waits for it any more: one probe asks it
again and again, and people are answered without memory meanwhile. Whoever was answered so has an
older conversation in the database than in mind; it is deleted before the database is believed
again.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.store import optouts, sessions, spending
from bot.store.conversations import STRANGER, Conversation
from bot.store.database import Database
from bot.store.gathering import Gathering
from bot.store.mending import mend
from bot.store.met import Met
from bot.store.overtaken import Overtaken
from bot.store.sealing import Sender
from bot.store.sessions import Change

PATIENCE = 1.0
"""Seconds that one batch may take; then the database counts as gone."""

SLOW, SLOW_BATCHES = 0.3, 5
"""Seconds, and how many batches in a row may take longer before it counts as gone as well."""

BUSY = 0.1
"""Seconds by which a timer of ours may be late before it is we who were slow."""

FIRST_PROBES = (0.1, 0.2, 0.5)
PROBE_EVERY = 1.0
"""Seconds between two tries to reach a database that is gone."""

Done = TypeVar("Done")
Report = Callable[[str, BaseException | None], None]
"""Told what happened to the database, and through which error."""


class Kept(Enum):
    DONE = "done"
    BEATEN = "beaten"
    """Another text of the same person was faster, or she is no stranger: recall and decide
    again."""
    LOST = "lost"
    """The database does not answer: it may or may not have been written."""


class Memory:
    """One process's way to the database. ``hours`` is how long a conversation is remembered;
    ``migrations`` the folder from which an embedded file can be made anew."""

    def __init__(self, database: Database, hours: int, migrations: Path, report: Report) -> None:
        self._database, self._hours, self._report = database, hours, report
        self._migrations = migrations
        self._reading = Gathering[tuple[Sender, datetime], Conversation](self._read)
        self._writing = Gathering[Change, bool](self._write)
        self._slow = 0
        self._trouble: BaseException | None = None
        self._probe: asyncio.Task[None] | None = None
        self._settling: asyncio.Event | None = None
        self._overtaken = Overtaken()
        self._unsaved: dict[bytes, Sender] = {}
        self._met = Met()

    @property
    def available(self) -> bool:
        return self._probe is None

    async def recall(self, sender: Sender, now: datetime) -> Conversation | None:
        """What is kept of this sender; None while the database cannot be asked."""
        if self._settling is not None:
            await self._settling.wait()
        if not self.available:
            return None
        try:
            return await self._reading.ask((sender, now))
        except Exception:  # reported once, where the batch failed
            return None

    async def expect(self, sender: Sender, now: datetime) -> Conversation | None:
        """:meth:`recall`, without the trip for who is new to this process: assumed to be a
        stranger, which :meth:`keep` finds out. On the worst night nearly all are."""
        if not self._met.is_new(sender.newest.index, sessions.hour_of(now)):
            return await self.recall(sender, now)
        if self._settling is not None:
            await self._settling.wait()
        return STRANGER if self.available else None

    async def keep(
        self, sender: Sender, before: Conversation, after: Conversation, now: datetime
    ) -> Kept:
        """Written and committed, where it says DONE: what was promised outlives a crash."""
        if not self.available:
            return Kept.LOST
        try:
            won = await self._writing.ask(Change(sender, before, after, now, self._hours))
        except Exception:  # reported once, where the batch failed
            return Kept.LOST
        return Kept.DONE if won else Kept.BEATEN

    def overtake(self, sender: Sender) -> None:
        """This sender was answered without memory: what the database holds is no longer true."""
        self._overtaken.add(sender.indexes)
        if self.available:
            self._lose("a conversation was not kept", None)

    def stop_later(self, sender: Sender) -> None:
        """An opt-out that could not be written: it will be, as soon as anything can."""
        self._unsaved[sender.newest.index] = sender
        self.overtake(sender)

    async def close(self) -> None:
        """Finish what was begun. An opt-out that is still unsaved gets a last try."""
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.wait([self._probe])
            await self._recover()

    async def _read(self, asked: Sequence[tuple[Sender, datetime]]) -> Sequence[Conversation]:
        return await self._attempt(lambda: sessions.load_all(self._database, asked))

    async def _write(self, changes: Sequence[Change]) -> Sequence[bool]:
        return await self._attempt(lambda: sessions.save_all(self._database, changes))

    async def _attempt(self, work: Callable[[], Awaitable[Done]]) -> Done:
        """One batch: once more where only the connection was stale or two writers met."""
        if not self.available:
            raise ConnectionError("the database does not answer")
        begun = time.monotonic()
        try:
            if self._database.replaced():
                raise FileNotFoundError("the database's file was replaced")
            try:
                done = await within(PATIENCE, work())
            except DBAPIError as error:
                if not (error.connection_invalidated or isinstance(error, IntegrityError)):
                    raise
                done = await within(PATIENCE, work())
        except Exception as error:
            self._lose("the database does not answer", error)
            raise
        self._notice(time.monotonic() - begun)
        return done

    def _notice(self, seconds: float) -> None:
        self._slow = self._slow + 1 if seconds > SLOW else 0
        if self._slow >= SLOW_BATCHES:
            self._lose("the database is slow", None)

    def _lose(self, why: str, error: BaseException | None) -> None:
        if self.available:
            self._report(why, error)
            self._slow, self._trouble = 0, error
            self._probe = asyncio.create_task(self._until_it_answers())

    async def _until_it_answers(self) -> None:
        for pause in itertools.chain(FIRST_PROBES, itertools.repeat(PROBE_EVERY)):
            await asyncio.sleep(pause)
            if await self._recover():
                self._probe = None
                self._report("the database answers again", None)
                return

    async def _recover(self) -> bool:
        """Whether it can be written to, fast, and holds nothing untrue any more."""
        try:
            await self._mend()
            await _quickly(spending.add(self._database, spending.EPOCH, 0))
            while self._overtaken.many:
                await _quickly(self._overtaken.forget_some(self._database))
            await self._settle()
        except Exception as error:
            self._trouble = error
            return False
        return True

    async def _settle(self) -> None:
        """The last of it. Texts that come meanwhile wait for it: in a surge there would
        always be one more that was answered without memory."""
        self._settling = asyncio.Event()
        try:
            while self._overtaken or self._unsaved:
                await _quickly(self._set_right())
        finally:
            self._settling.set()
            self._settling = None

    async def _mend(self) -> None:
        if self._database.file is None:
            # Connections of the time of trouble may stay as it left them: able to read only.
            await within(PATIENCE, self._database.close())
        aside = await mend(self._database, self._migrations, self._trouble)
        if aside is not None:
            self._report(f"the database was damaged; it is kept as {aside.name}", None)

    async def _set_right(self) -> None:
        await self._overtaken.forget_some(self._database)
        for sender in list(self._unsaved.values()):
            await optouts.stop(self._database, sender)
            del self._unsaved[sender.newest.index]


async def _quickly(work: Awaitable[None]) -> None:
    """Raises TimeoutError where the database takes as long as one that is gone for being slow."""
    begun = time.monotonic()
    await within(PATIENCE, work)
    if time.monotonic() - begun >= SLOW:
        raise TimeoutError


async def within(seconds: float, work: Awaitable[Done]) -> Done:
    """The result, or TimeoutError on time: even where the work cannot be cancelled, as a thread
    that waits for a dead disk. While this process itself was busy nothing could come in: that time
    is given again, once."""
    task, begun = asyncio.ensure_future(work), time.monotonic()
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done and time.monotonic() - begun > seconds + BUSY:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()
        task.add_done_callback(lambda late: late.cancelled() or late.exception())
        raise TimeoutError
    return task.result()
