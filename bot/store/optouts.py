"""Who asked for silence: keyed hashes, nothing else, and no expiry."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.sealing import Sender
from bot.store.tables import optouts

_FIND = select(optouts.c.sender).where(optouts.c.sender.in_(bindparam("senders", expanding=True)))
_FORGET = delete(optouts).where(optouts.c.sender.in_(bindparam("senders", expanding=True)))
_ADD = insert(optouts)


async def is_stopped(connection: AsyncConnection, sender: Sender) -> bool:
    found = await connection.execute(_FIND, {"senders": sender.indexes})
    return found.first() is not None


async def write_stopped(connection: AsyncConnection, sender: Sender, stopped: bool) -> None:
    """Make it so, under the newest secret; writing it twice changes nothing."""
    await connection.execute(_FORGET, {"senders": sender.indexes})
    if stopped:
        await connection.execute(_ADD, {"sender": sender.newest.index})


async def stop(database: Database, sender: Sender) -> None:
    """Write an opt-out alone, where the conversation cannot be saved with it."""
    async with database.engine.begin() as connection:
        await write_stopped(connection, sender, True)
