"""Errands that are owed to the outside, kept until they are done or given up.

A row is claimed by moving its time ahead: a worker that dies leaves it to be claimed again, and
no two workers hold one row. What the errand is about is sealed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select, update

from bot.store.database import Database
from bot.store.tables import outbox

LEASE = timedelta(minutes=15)
ROUNDED_TO = 300
"""Seconds. A row does not tell the minute in which somebody wrote."""

CLAIMED_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Owed:
    """One errand that this worker holds for :data:`LEASE`. ``content`` is opened; None where no
    secret of today opens it."""

    id: int
    tries: int
    content: bytes | None = field(repr=False)


_DUE = (
    select(outbox.c.id)
    .where(outbox.c.due <= bindparam("now"))
    .order_by(outbox.c.due, outbox.c.id)
    .limit(CLAIMED_AT_ONCE)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(_DUE))
    .values(due=bindparam("until"), tries=outbox.c.tries + 1)
    .returning(outbox.c.id, outbox.c.tries, outbox.c.sealed)
)
_ADD = insert(outbox)
_LATER = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(due=bindparam("then"), sealed=bindparam("content"))
)
_DONE = delete(outbox).where(outbox.c.id == bindparam("row"))


async def owe(database: Database, content: bytes, due: datetime) -> None:
    """Keep an errand until ``due``, rounded up."""
    sealed = database.sealer.seal_errand(content)
    row = {"due": _rounded(due), "tries": 0, "sealed": sealed}
    async with database.engine.begin() as connection:
        await connection.execute(_ADD, row)


async def claim(database: Database, now: datetime) -> tuple[Owed, ...]:
    """Some errands that are due; nobody else gets them before the lease ends."""
    moment = int(now.timestamp())
    until = moment + int(LEASE.total_seconds())
    async with database.engine.begin() as connection:
        rows = (await connection.execute(_CLAIM, {"now": moment, "until": until})).all()
    return tuple(Owed(row.id, row.tries, database.sealer.open_errand(row.sealed)) for row in rows)


async def later(database: Database, errand: Owed, content: bytes, due: datetime) -> None:
    """What is left of an errand is tried again at ``due``."""
    sealed = database.sealer.seal_errand(content)
    values = {"row": errand.id, "then": _rounded(due), "content": sealed}
    async with database.engine.begin() as connection:
        await connection.execute(_LATER, values)


async def done(database: Database, errand: Owed) -> None:
    """Forget an errand: it was done, or given up."""
    async with database.engine.begin() as connection:
        await connection.execute(_DONE, {"row": errand.id})


def _rounded(moment: datetime) -> int:
    return -(-int(moment.timestamp()) // ROUNDED_TO) * ROUNDED_TO
