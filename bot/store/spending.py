"""What the line's answers cost, by day: one sum over all processes and machines."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.store.database import Database
from bot.store.tables import spending

EPOCH = date(1970, 1, 1)
KEPT = timedelta(days=62)
"""A budget runs by the month; what is older serves nothing."""

_SQLITE, _POSTGRES = sqlite_insert(spending), postgres_insert(spending)
_ADD = {
    "sqlite": _SQLITE.on_conflict_do_update(
        index_elements=[spending.c.day],
        set_={"microdollars": spending.c.microdollars + _SQLITE.excluded.microdollars},
    ),
    "postgresql": _POSTGRES.on_conflict_do_update(
        index_elements=[spending.c.day],
        set_={"microdollars": spending.c.microdollars + _POSTGRES.excluded.microdollars},
    ),
}
_SUM = select(func.coalesce(func.sum(spending.c.microdollars), 0)).where(
    spending.c.day >= bindparam("first"), spending.c.day <= bindparam("last")
)
_EXPIRE = delete(spending).where(spending.c.day < bindparam("first"))


async def add(database: Database, day: date, microdollars: int) -> None:
    """Add to the sum of a day. Nothing to add is written all the same: so a probe can tell that
    the database takes writes."""
    async with database.engine.begin() as connection:
        values = {"day": _number(day), "microdollars": microdollars}
        await connection.execute(_ADD[connection.dialect.name], values)


async def spent(database: Database, first: date, last: date) -> int:
    """Millionths of a dollar over these days, both included."""
    async with database.reading.connect() as connection:
        found = await connection.execute(_SUM, {"first": _number(first), "last": _number(last)})
        return int(found.scalar_one())


async def expire(database: Database, today: date) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(_EXPIRE, {"first": _number(today - KEPT)})


def _number(day: date) -> int:
    return (day - EPOCH).days
