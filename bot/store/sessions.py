"""A conversation is one expiring row: found by a keyed hash, sealed under the sender's address.

With the session the row keeps the last few answers, so that a carrier's repeated delivery gets
the same answer; both are one write, and a version number keeps two writers apart. Many
conversations are read, and many written, in one go: what a database charges for is the trip.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import statements
from bot.store.conversations import Conversation, is_blank
from bot.store.database import Database
from bot.store.optouts import write_stopped
from bot.store.rows import opened, sealed
from bot.store.sealing import Sender
from bot.store.statements import NOWHERE, Elsewhere, Kept, Row, Statement
from bot.store.tables import sessions
from bot.store.trips import run

REPEATS_WITHIN = timedelta(minutes=10)
"""A carrier repeats a delivery within seconds; a row that only serves that needs no longer life."""

SWEPT_AT_ONCE = 500
"""Rows deleted in one go: people's texts are not to wait behind a long deletion."""

FIRST_VERSIONS = 2**30


@dataclass(frozen=True, slots=True)
class Change:
    """``after`` is to be written over ``before``, at ``now``, to live ``hours`` from then."""

    sender: Sender
    before: Conversation
    after: Conversation
    now: datetime
    hours: int

    @property
    def lasting(self) -> bool:
        """Whether an opt-out is written with it. While the secret is changed it moves along."""
        stopped = self.after.session.stopped
        moves = stopped and len(self.sender.lasting) > 1
        return stopped != self.before.session.stopped or moves


_DROP = delete(sessions).where(
    sessions.c.sender == bindparam("row"), sessions.c.version == bindparam("seen")
)
_FORGET = delete(sessions).where(sessions.c.sender.in_(bindparam("senders", expanding=True)))
_FORGET_ANY = delete(sessions).where(
    sessions.c.sender.in_(select(sessions.c.sender).limit(SWEPT_AT_ONCE))
)
_EXPIRED = (
    select(sessions.c.sender)
    .where(sessions.c.expires_hour <= bindparam("hour"))
    .limit(SWEPT_AT_ONCE)
)
_EXPIRE = delete(sessions).where(
    sessions.c.sender.in_(_EXPIRED), sessions.c.expires_hour <= bindparam("hour")
)


async def load(database: Database, sender: Sender, now: datetime) -> Conversation:
    """What is kept of this sender; blank where nothing is, or where it cannot be understood."""
    return (await load_all(database, [(sender, now)]))[0]


async def load_all(
    database: Database, asked: Sequence[tuple[Sender, datetime]]
) -> list[Conversation]:
    """:func:`load` for many senders, in their order."""
    indexes = [index for sender, _ in asked for index in sender.indexes]
    earliest = min((hour_of(now) for _, now in asked), default=0)
    lasting = [index for sender, _ in asked for index in sender.lasting]
    statement = statements.find(database.dialect, indexes, lasting, earliest)
    rows, stopped = statements.found(await database.reads.go(statement))
    return [_found(sender, rows, stopped) for sender, _ in asked]


async def save(
    database: Database,
    sender: Sender,
    before: Conversation,
    after: Conversation,
    *,
    now: datetime,
    hours: int,
) -> bool:
    """Write ``after`` over ``before``, and the opt-out if it changed. False where somebody else
    wrote since ``before`` was loaded, or where it was only assumed and something is kept: load
    again and decide again."""
    return (await save_all(database, [Change(sender, before, after, now, hours)]))[0]


async def save_all(database: Database, changes: Sequence[Change]) -> list[bool]:
    """:func:`save` for many senders in one transaction, all or none; in their order."""
    if not changes:
        return []
    if any(change.lasting or _moves(change) for change in changes):
        won = await _write_with_more(database, changes)
    else:
        won = _written(await database.writes.go(_statement(database.dialect, changes)))
    await _sweep_some(database, max(change.now for change in changes))
    return [change.sender.newest.index in won for change in changes]


async def forget(database: Database, senders: Sequence[bytes]) -> None:
    """Forget these conversations, by their keyed hashes, at once. Opt-outs stay."""
    async with database.engine.begin() as connection:
        for start in range(0, len(senders), SWEPT_AT_ONCE):
            chosen = list(senders[start : start + SWEPT_AT_ONCE])
            await connection.execute(_FORGET, {"senders": chosen})


async def forget_any(database: Database) -> bool:
    """Forget some conversations, whosever they are; True once none is left."""
    async with database.engine.begin() as connection:
        return (await connection.execute(_FORGET_ANY)).rowcount < SWEPT_AT_ONCE


async def expire(database: Database, now: datetime) -> None:
    """Delete what has expired."""
    hour = hour_of(now)
    while not await _expire_some(database, hour):
        pass


async def _sweep_some(database: Database, now: datetime) -> None:
    """Rows expire on the hour: a process that writes in a new one takes away some at a time."""
    if database.swept_hour < hour_of(now):
        await _expire_some(database, hour_of(now))


async def _expire_some(database: Database, hour: int) -> bool:
    """True once nothing is left that has expired."""
    async with database.engine.begin() as connection:
        deleted = (await connection.execute(_EXPIRE, {"hour": hour})).rowcount
    if deleted < SWEPT_AT_ONCE:
        database.swept_hour = hour
    return deleted < SWEPT_AT_ONCE


def hour_of(now: datetime) -> int:
    return int(now.timestamp()) // 3600


async def _write_with_more(database: Database, changes: Sequence[Change]) -> set[bytes]:
    """With opt-outs, or with rows that stand under the key of another day, in one transaction."""
    lasting = any(change.lasting for change in changes)
    async with database.writing(lasting=lasting).begin() as connection:
        kept = [c for c in changes if not _moves(c) or await _moved(connection, c)]
        if not kept:
            return set()
        won = _written(await run(connection, _statement(database.dialect, kept)))
        for change in kept:
            if change.lasting and change.sender.newest.index in won:
                await write_stopped(connection, change.sender, change.after.session.stopped)
        return won


def _statement(dialect: str, changes: Sequence[Change]) -> Statement:
    """Of two changes of one sender the first is written."""
    rows: dict[bytes, Row] = {}
    for change in changes:
        if change.sender.newest.index not in rows:
            rows[change.sender.newest.index] = _row(change)
    hour = min(hour_of(change.now) for change in changes)
    return statements.write(dialect, list(rows.values()), hour, _strangers(changes))


def _strangers(changes: Sequence[Change]) -> list[Elsewhere]:
    """Where else those may be known whom nobody looked for. As many places for each of the others
    too: with a statement for each mixture a database would have to read most of them anew."""
    found: list[Elsewhere] = []
    if any(change.before.assumed for change in changes):
        for change in changes:
            index, *older = change.sender.indexes
            others = (*older, *change.sender.lasting)
            found += [(index, other) if change.before.assumed else NOWHERE for other in others]
    return found


def _written(rows: Sequence[Sequence[Any]]) -> set[bytes]:
    return {sender for (sender,) in rows}


def _moves(change: Change) -> bool:
    """Found under the key of another day: the row is to go to today's."""
    return change.after.row not in (None, change.sender.newest.index)


async def _moved(connection: AsyncConnection, change: Change) -> bool:
    old = {"row": change.after.row, "seen": change.after.version}
    return (await connection.execute(_DROP, old)).rowcount == 1


def _row(change: Change) -> Row:
    name, after = change.sender.newest, change.after
    # A new row begins anywhere: a writer that still holds an older row of this sender in mind
    # must not take the new one for it.
    first = random.randrange(1, FIRST_VERSIONS)  # noqa: S311 - no secret
    version = first if after.row is None else after.version + 1
    return {
        "sender": name.index,
        "version": version,
        "expires_hour": _last_hour(after, change.now, change.hours),
        "sealed": sealed(name, version, after),
    }


def _last_hour(after: Conversation, now: datetime, hours: int) -> int:
    last = hour_of(now + REPEATS_WITHIN) if is_blank(after.session) else hour_of(now) + hours
    return last + 1


def _found(sender: Sender, rows: dict[bytes, Kept], stopped: set[bytes]) -> Conversation:
    conversation = Conversation()
    for name in sender.names:
        if name.index in rows:
            row = rows[name.index]
            conversation = opened(name, row.version, row.sealed)
            break
    silent = not stopped.isdisjoint(sender.lasting)
    if conversation.session.stopped == silent:
        return conversation
    return replace(conversation, session=replace(conversation.session, stopped=silent))
