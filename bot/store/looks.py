"""Each look at ICE's page: when, what came of it, and what the page said of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from bot.store.database import Database
from bot.store.roster_tables import looks

NEW, UNCHANGED, FAILED = "new", "unchanged", "failed"
KEPT = 200
"""Half a year of daily looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """``complaint`` says what was wrong and what to do; "" where nothing was.

    ``etag`` and ``modified`` are the page's own, for the next conditional request; ``address``
    is that of the workbook which was found.
    """

    looked_at: datetime
    outcome: str
    complaint: str = ""
    address: str = ""
    etag: str = ""
    modified: str = ""


async def write_look(database: Database, look: Look) -> None:
    """Add one look and forget those that are long past."""
    old = select(looks.c.id).order_by(looks.c.id.desc()).offset(KEPT).limit(1).scalar_subquery()
    async with database.engine.begin() as connection:
        await connection.execute(
            insert(looks),
            {
                "looked_at": look.looked_at,
                "outcome": look.outcome,
                "complaint": look.complaint[:4000],
                "address": look.address[:1000],
                "etag": look.etag[:400],
                "modified": look.modified[:100],
            },
        )
        await connection.execute(delete(looks).where(looks.c.id <= old))


async def past_looks(database: Database, count: int = 30) -> tuple[Look, ...]:
    """The newest looks, newest first."""
    found = select(looks).order_by(looks.c.id.desc()).limit(count)
    async with database.reading.connect() as connection:
        rows = (await connection.execute(found)).all()
    return tuple(
        Look(
            looked_at=row.looked_at.replace(tzinfo=row.looked_at.tzinfo or UTC),
            outcome=row.outcome,
            complaint=row.complaint,
            address=row.address,
            etag=row.etag,
            modified=row.modified,
        )
        for row in rows
    )
