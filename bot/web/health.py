"""``GET /health``: can this server answer people, and how old is what it knows?"""

from __future__ import annotations

from datetime import UTC, datetime

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse

from bot.refresh import Refresh
from bot.store.looks import FAILED, Look, past_looks
from bot.store.memory import PATIENCE, within
from bot.trouble import trouble
from bot.web.installation import Installation

log = structlog.get_logger()


def health(installation: Installation) -> APIRouter:
    router = APIRouter()

    @router.get("/health")
    async def report() -> JSONResponse:
        """200 while it can answer people, which it can without its database."""
        knowledge, refresh = installation.holder.current, installation.refresh
        list_date = knowledge.roster.list_date
        age = (datetime.now(UTC).date() - list_date).days
        database = await _database(installation)
        look = await _look(installation) if database == "ok" else None
        budget = {name: level.value for name, level in installation.budget.levels().items()}
        fresh = age < knowledge.line.stale_days
        roster_well = fresh and not refresh.refusal and (look is None or look.outcome != FAILED)
        well = roster_well and database == "ok" and set(budget.values()) <= {"ok"}
        return JSONResponse(
            {
                "status": "ok" if well else "degraded",
                "roster": {"list_date": list_date.isoformat(), "age_days": age},
                "published": {"version": refresh.version, "refused": _refused(refresh)},
                "update": _update(look),
                "database": database,
                "budget": budget,
                "content": "ok",  # texts that cannot be used let no server start
                "version": knowledge.version,
            }
        )

    return router


def _refused(refresh: Refresh) -> dict[str, object] | None:
    """The last published roster that this server does not serve, and why."""
    if not refresh.refusal or refresh.refused_at is None:
        return None
    return {
        "version": refresh.refused_version,
        "why": refresh.refusal,
        "at": refresh.refused_at.isoformat(timespec="seconds"),
    }


def _update(look: Look | None) -> dict[str, object] | None:
    """The last look at ICE's page, with its complaint; None where nobody has looked."""
    if look is None:
        return None
    return {
        "at": look.looked_at.isoformat(timespec="seconds"),
        "outcome": look.outcome,
        "complaint": look.complaint or None,
    }


async def _look(installation: Installation) -> Look | None:
    try:
        looks = await within(PATIENCE, past_looks(installation.database, 1))
    except Exception as error:
        log.error("looks at ICE's page cannot be read", **trouble(error))
        return None
    return looks[0] if looks else None


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
