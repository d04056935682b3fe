"""One statement, one trip: through the driver itself where the database is a file of our own, whose
driver would else be asked eight times, by as many turns of a thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.statements import Statement


async def trip(engine: AsyncEngine, statement: Statement) -> Sequence[Sequence[Any]]:
    """The rows that the statement gives; it is a transaction by itself. Raises whatever the
    driver raises."""
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            driver: Any = (await connection.get_raw_connection()).driver_connection
            rows: Sequence[Any] = await driver.execute_fetchall(
                statement.text, statement.parameters
            )
            return rows
        return await run(connection, statement)


async def run(connection: AsyncConnection, statement: Statement) -> Sequence[Sequence[Any]]:
    """The same as a part of a transaction that is open."""
    result = await connection.exec_driver_sql(statement.text, statement.parameters)
    return result.all()
