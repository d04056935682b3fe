"""Who asked for silence: keyed hashes, nothing else, and no expiry. They stand under a key of their
own, made from the installation's secret: unlike a conversation they must outlive the day."""

from __future__ import annotations

from sqlalchemy import bindparam, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.sealing import Sender
from bot.store.statements import add_stopped, find_stopped
from bot.store.tables import optouts

_FORGET = delete(optouts).where(optouts.c.sender.in_(bindparam("senders", expanding=True)))


async def is_stopped(connection: AsyncConnection, sender: Sender) -> bool:
    return bool(await find_stopped(connection, sender.lasting))


async def write_stopped(connection: AsyncConnection, sender: Sender, stopped: bool) -> None:
    """Make it so, under the newest secret; writing it twice changes nothing."""
    await connection.execute(_FORGET, {"senders": list(sender.lasting)})
    if stopped:
        await add_stopped(connection, sender.lasting[0])


async def stop(database: Database, sender: Sender) -> None:
    """Write an opt-out alone, where the conversation cannot be saved with it."""
    async with database.writing(lasting=True).begin() as connection:
        await write_stopped(connection, sender, True)
