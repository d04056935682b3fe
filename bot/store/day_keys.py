"""The keys of conversations: a random one a day, erased once no conversation can stand under it.

Whoever takes the secret and a database later finds nothing that opens older rows: a key made from
the secret could always be made again, a random one that is erased cannot. Tomorrow's key is
made a day ahead, so that every process knows it before the first row is written under it.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.sealing import KEY_BYTES
from bot.store.tables import session_keys

DAY_HOURS = 24
LAST_HOUR = DAY_HOURS - 1
"""From then on a row may stand under tomorrow's key: of a machine whose clock is ahead. Before,
each key that is looked under costs each text a little."""

ROUNDED_UP = 1
"""Hours. A conversation's row lives to the end of the hour in which it expires."""

_ALL = select(session_keys)
# Both dialects read it.
_ADD = text(
    "INSERT INTO session_keys (day, sealed) VALUES (:day, :sealed) ON CONFLICT DO NOTHING"
).bindparams(
    bindparam("day", type_=session_keys.c.day.type),
    bindparam("sealed", type_=session_keys.c.sealed.type),
)
_ERASE = delete(session_keys).where(session_keys.c.day < bindparam("first"))
_DROP = delete(session_keys).where(
    session_keys.c.day == bindparam("which"), session_keys.c.sealed == bindparam("unreadable")
)
_WRAP_AGAIN = (
    update(session_keys)
    .where(session_keys.c.day == bindparam("which"))
    .values(sealed=bindparam("wrapped"))
)


@dataclass(slots=True)
class DayKeys:
    """The keys that one process knows. ``hours`` is how long a conversation is remembered."""

    database: Database
    hours: int
    _known: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    async def turn(self, now: datetime) -> None:
        """Make what is missing for today and tomorrow, take what others made, erase what is over.

        Cheap enough to be asked every minute. Raises whatever the driver raises.
        """
        hour = int(now.timestamp()) // 3600
        today = hour // DAY_HOURS
        first = (hour - self.hours - ROUNDED_UP) // DAY_HOURS
        async with self.database.reading.connect() as connection:
            kept = {row.day: row.sealed for row in await connection.execute(_ALL)}
        if not {today, today + 1} <= kept.keys() or min(kept) < first or self._stale(kept):
            kept, erased = await self._written(today, first)
            if erased:
                await _leave_no_copy(self.database)
        opened = {
            day: self.database.sealer.unwrap_day(sealed, day)[0] for day, sealed in kept.items()
        }
        self._known = {day: key for day, key in opened.items() if key is not None}
        last = today + (hour % DAY_HOURS == LAST_HOUR)
        others = sorted((day for day in self._known if day != today and day <= last), reverse=True)
        self.database.sealer.use_days([self._known[day] for day in (today, *others)])

    def _stale(self, kept: Mapping[int, bytes]) -> bool:
        """Whether a key stands under an older secret, or under none that we have."""
        return any(
            not self.database.sealer.unwrap_day(sealed, day)[1] for day, sealed in kept.items()
        )

    async def _written(self, today: int, first: int) -> tuple[dict[int, bytes], bool]:
        async with self.database.engine.begin() as connection:
            await self._wrap_again(connection)
            for day in (today, today + 1):
                # After a damaged file was replaced, the key we know is better than another.
                key = self._known.get(day) or os.urandom(KEY_BYTES)
                values = {"day": day, "sealed": self.database.sealer.wrap_day(key, day)}
                await connection.execute(_ADD, values)
            erased = (await connection.execute(_ERASE, {"first": first})).rowcount > 0
            kept = {row.day: row.sealed for row in await connection.execute(_ALL)}
        return kept, erased

    async def _wrap_again(self, connection: AsyncConnection) -> None:
        """While the secret is changed: what the older one opens goes under the newest, what none
        opens is lost and makes room."""
        sealer = self.database.sealer
        for row in (await connection.execute(_ALL)).all():
            key, newest = sealer.unwrap_day(row.sealed, row.day)
            if key is None:
                await connection.execute(_DROP, {"which": row.day, "unreadable": row.sealed})
            elif not newest:
                again = {"which": row.day, "wrapped": sealer.wrap_day(key, row.day)}
                await connection.execute(_WRAP_AGAIN, again)


async def _leave_no_copy(database: Database) -> None:
    """An erased key is not to live on in SQLite's write-ahead log, or in PostgreSQL's free space.
    What archives of that log hold is the operator's: see docs/privacy.md."""
    if database.file is not None:
        await asyncio.to_thread(_empty_log, database.file)
        return
    async with database.reading.connect() as connection:
        await connection.exec_driver_sql("VACUUM FULL session_keys")


def _empty_log(file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=1)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
