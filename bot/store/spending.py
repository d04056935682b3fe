"""What the line's answers cost, by day: one sum over all processes and machines."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import bindparam, delete, func, select, text

from bot.store.database import Database
from bot.store.tables import spending

EPOCH = date(1970, 1, 1)
KEPT = timedelta(days=62)
"""A budget runs by the month; what is older serves nothing."""

# Both dialects read it. SQLAlchemy's own needs the parts of each, and PostgreSQL's keep a start
# waiting for a tenth of a second.
_ADD = text(
    "INSERT INTO spending (day, microdollars) VALUES (:day, :microdollars) ON CONFLICT (day)"
    " DO UPDATE SET microdollars = spending.microdollars + excluded.microdollars"
).bindparams(
    bindparam("day", type_=spending.c.day.type),
    bindparam("microdollars", type_=spending.c.microdollars.type),
)
_SUM = select(func.coalesce(func.sum(spending.c.microdollars), 0)).where(
    spending.c.day >= bindparam("first"), spending.c.day <= bindparam("last")
)
_EXPIRE = delete(spending).where(spending.c.day < bindparam("first"))


async def add(database: Database, day: date, microdollars: int) -> None:
    """Add to the sum of a day. Nothing to add is written all the same: so a probe can tell that
    the database takes writes."""
    async with database.engine.begin() as connection:
        values = {"day": _number(day), "microdollars": microdollars}
        await connection.execute(_ADD, values)


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
