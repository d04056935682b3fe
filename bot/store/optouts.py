"""Who asked for silence: keyed hashes, nothing else, and no expiry. They stand under a key of their
own, made from the installation's secret: unlike a conversation they must outlive the day."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.sealing import Sender
from bot.store.tables import optouts

_FORGET = delete(optouts).where(optouts.c.sender.in_(bindparam("senders", expanding=True)))
# Of two that add the same at once, one does nothing. Both dialects read it.
_STOP = text("INSERT INTO optouts (sender) VALUES (:sender) ON CONFLICT DO NOTHING").bindparams(
    bindparam("sender", type_=optouts.c.sender.type)
)


async def write_stopped(connection: AsyncConnection, sender: Sender, stopped: bool) -> None:
    """Make it so, under the newest secret; writing it twice changes nothing."""
    await connection.execute(_FORGET, {"senders": list(sender.lasting)})
    if stopped:
        await connection.execute(_STOP, {"sender": sender.lasting[0]})


async def stop(database: Database, sender: Sender) -> None:
    """Write an opt-out alone, where the conversation cannot be saved with it."""
    async with database.writing(lasting=True).begin() as connection:
        await write_stopped(connection, sender, True)
