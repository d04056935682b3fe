"""Who asked for silence: keyed hashes, nothing else, and no expiry. They stand under a key of their
own, made from the installation's secret: unlike a conversation they must outlive the day."""

from __future__ import annotations

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.sealing import Sender
from bot.store.tables import optouts

_FORGET = delete(optouts).where(optouts.c.sender.in_(bindparam("senders", expanding=True)))
# Of two that add the same at once, one does nothing.
_STOP = {
    "sqlite": sqlite_insert(optouts).on_conflict_do_nothing(),
    "postgresql": postgres_insert(optouts).on_conflict_do_nothing(),
}


async def write_stopped(connection: AsyncConnection, sender: Sender, stopped: bool) -> None:
    """Make it so, under the newest secret; writing it twice changes nothing."""
    await connection.execute(_FORGET, {"senders": list(sender.lasting)})
    if stopped:
        await connection.execute(_STOP[connection.dialect.name], {"sender": sender.lasting[0]})


async def stop(database: Database, sender: Sender) -> None:
    """Write an opt-out alone, where the conversation cannot be saved with it."""
    async with database.writing(lasting=True).begin() as connection:
        await write_stopped(connection, sender, True)
