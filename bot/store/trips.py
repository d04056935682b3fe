"""One statement, one trip: over a connection that is kept at hand, since to fetch one from the pool
costs more than the trip; and through the driver itself where the database is a file of our own,
whose driver would else be asked eight times, by as many turns of a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.statements import Statement

Rows = Sequence[Sequence[Any]]


class Trips:
    """One after the other. The engine's transactions must end by themselves with each statement."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._kept: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def go(self, statement: Statement) -> Rows:
        """The rows that the statement gives; it is a transaction by itself. Raises whatever the
        driver raises; the connection is given back then."""
        async with self._turn:
            try:
                if self._kept is None:
                    self._kept = await self._engine.connect()
                if self._engine.dialect.name == "sqlite":
                    return await _straight(self._kept, statement)
                return await run(self._kept, statement)
            except BaseException:
                await self.close()
                raise

    async def close(self) -> None:
        """Give the connection back. The next trip takes another."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await asyncio.shield(kept.close())

    async def dispose(self) -> None:
        """With the engine: the next trip opens what is there then."""
        await self.close()
        await self._engine.dispose()


async def _straight(connection: AsyncConnection, statement: Statement) -> Rows:
    driver: Any = (await connection.get_raw_connection()).driver_connection
    rows: Rows = await driver.execute_fetchall(statement.text, statement.parameters)
    return rows


async def run(connection: AsyncConnection, statement: Statement) -> Rows:
    """The same as a part of a transaction that is open."""
    result = await connection.exec_driver_sql(statement.text, statement.parameters)
    return result.all()
