"""``GET /health``: can this server answer people, and how old is what it knows?"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from bot.inbox import DATABASE_SECONDS, trouble
from bot.store.database import Database
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
        database = await _database(installation.database)
        fresh = age < knowledge.line.stale_days
        return JSONResponse(
            {
                "status": "ok" if fresh and database == "ok" else "degraded",
                "roster": {"list_date": list_date.isoformat(), "age_days": age},
                "database": database,
                "content": "ok",
                "version": knowledge.version,
            }
        )

    return router


async def _database(database: Database) -> str:
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            await database.ping()
    except Exception as error:
        log.error("database does not answer", **trouble(error))
        return "down"
    return "ok"
