"""Who agreed to what. Rows are added, never changed."""

from __future__ import annotations

from datetime import UTC

from sqlalchemy import insert, select

from bot.publishing.approvals import Approval
from bot.store.database import Database
from bot.store.roster_tables import approvals


async def record(database: Database, *decided: Approval) -> None:
    """Add decisions, all of them or none. A later one of the same person on the same subject takes
    the place of an earlier."""
    rows = [
        {
            "area": each.area,
            "subject": each.subject[:400],
            "fingerprint": each.fingerprint,
            "decision": each.decision,
            "reviewer": each.reviewer[:200],
            "decided_at": each.decided_at,
            "evidence": each.evidence,
        }
        for each in decided
    ]
    async with database.engine.begin() as connection:
        await connection.execute(insert(approvals), rows)


async def recorded(database: Database, area: str) -> tuple[Approval, ...]:
    """Every decision of one area, oldest first."""
    found = select(approvals).where(approvals.c.area == area).order_by(approvals.c.id)
    async with database.reading.connect() as connection:
        rows = (await connection.execute(found)).all()
    return tuple(
        Approval(
            area=row.area,
            subject=row.subject,
            fingerprint=row.fingerprint,
            decision=row.decision,
            reviewer=row.reviewer,
            # SQLite gives times back without their zone; all are written in UTC.
            decided_at=row.decided_at.replace(tzinfo=row.decided_at.tzinfo or UTC),
            evidence=row.evidence,
        )
        for row in rows
    )
