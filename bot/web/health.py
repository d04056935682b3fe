"""``GET /health``: can this server answer people, and how old is what it knows?"""

from __future__ import annotations

from datetime import UTC, datetime

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from bot.inbox import trouble
from bot.store.memory import PATIENCE, within
from bot.web.installation import Installation

log = structlog.get_logger()


def health(installation: Installation) -> APIRouter:
    router = APIRouter()

    @router.get("/health")
    async def report() -> JSONResponse:
        """200 while it can answer people, which it can without its database."""
        knowledge = installation.holder.current
        list_date = knowledge.roster.list_date
        age = (datetime.now(UTC).date() - list_date).days
        database = await _database(installation)
        budget = {name: level.value for name, level in installation.budget.levels().items()}
        fresh = age < knowledge.line.stale_days
        well = fresh and database == "ok" and all(level == "ok" for level in budget.values())
        return JSONResponse(
            {
                "status": "ok" if well else "degraded",
                "roster": {"list_date": list_date.isoformat(), "age_days": age},
                "database": database,
                "budget": budget,
                "content": "ok",
                "version": knowledge.version,
            }
        )

    return router


async def _database(installation: Installation) -> str:
    """As the texts find it: while they go unremembered it is down, whatever one question says."""
    if not installation.memory.available:
        return "down"
    try:
        await within(PATIENCE, installation.database.ping())
    except Exception as error:
        log.error("database does not answer", **trouble(error))
        return "down"
    return "ok"
