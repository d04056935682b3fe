"""Wires the house for the web: settings are read here, once, and everything is handed down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from bot.budget import SETTLE_SECONDS, Budget, Level
from bot.conversation.hearing import listener
from bot.gate import Gate
from bot.inbox import Inbox, trouble
from bot.knowledge import Holder, read_knowledge
from bot.settings import Settings, read_settings
from bot.store import migrations, sessions
from bot.store.database import Database, open_database
from bot.store.memory import Memory, within
from bot.web import logs
from bot.web.desk import Desk
from bot.web.health import health
from bot.web.installation import Installation
from bot.web.map_pages import map_pages
from bot.web.open_data import open_data
from bot.web.pages import pages
from bot.web.pages.errors import errors
from bot.web.print_pages import print_pages
from bot.web.walls import Walls
from bot.web.webhooks import Messages

SWEEP_SECONDS = 900
START_SECONDS = 30
"""How long a start waits for its database before it answers without one."""

log = structlog.get_logger()


def create_app(settings: Settings | None = None, holder: Holder | None = None) -> FastAPI:
    """The whole server: ``uvicorn bot.web.app:create_app --factory``.

    Raises the error of whatever cannot be used, with what to do about it: better no server than
    one that answers from half of its knowledge.
    """
    settings = settings or read_settings()
    logs.configure(settings.log_level)
    installation = install(settings, holder)
    app = FastAPI(
        title="Faro", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_life(installation)
    )
    app.include_router(health(installation))
    app.include_router(open_data(installation))
    app.include_router(map_pages(installation))
    app.include_router(print_pages(installation))
    desk = Desk(installation)
    app.router.routes.extend(pages(desk))
    app.add_exception_handler(HTTPException, errors(desk))
    app.add_exception_handler(RequestValidationError, errors(desk))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.add_middleware(Walls)
    app.add_middleware(Messages, installation=installation)
    return app


def install(settings: Settings, holder: Holder | None = None) -> Installation:
    database = open_database(
        settings.database_url, [key.get_secret_value() for key in settings.secret_keys]
    )
    holder = holder or Holder(
        read_knowledge(settings.content_dir, settings.locales_dir, settings.line())
    )
    memory = Memory(database, settings.session_hours, settings.migrations_dir, _tell)
    budget = Budget(database, settings.budget_day, settings.budget_month)
    return Installation(
        settings=settings,
        holder=holder,
        database=database,
        memory=memory,
        budget=budget,
        gate=Gate(database.sealer, settings.texts_per_hour, settings.same_text_limit),
        inbox=Inbox(
            holder,
            database.sealer,
            memory,
            budget,
            settings.texts_per_hour,
            settings.same_text_limit,
        ),
    )


def _tell(what: str, error: BaseException | None) -> None:
    log.error(what, **(trouble(error) if error else {}))


def _life(installation: Installation) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        listener(installation.holder.current)  # learned now, not while the first person waits
        await _prepare(installation)
        tasks = [
            asyncio.create_task(_sweep(installation.database)),
            asyncio.create_task(_settle(installation)),
            asyncio.create_task(
                installation.refresh.forever(installation.holder, installation.database)
            ),
        ]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        await _settle_once(installation.budget)
        await installation.memory.close()
        await installation.database.close()

    return life


async def _prepare(installation: Installation) -> None:
    """Without its database the line still answers: what is wrong is logged, not fatal."""
    database, folder = installation.database, installation.settings.migrations_dir
    try:
        async with asyncio.timeout(START_SECONDS):
            if database.file is not None:
                await migrations.upgrade(database, folder)
            elif not await migrations.is_newest(database, folder):
                log.error("the database is not up to date", remedy="run: bot database upgrade")
            await sessions.expire(database, datetime.now(UTC))
            await installation.refresh.once(installation.holder, database)
    except Exception as error:
        log.error("the database cannot be used", remedy="run: bot doctor", **trouble(error))


async def _sweep(database: Database) -> None:
    """Conversations end on time even when nobody writes any more."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        try:
            await sessions.expire(database, datetime.now(UTC))
        except Exception as error:
            log.error("expired conversations not deleted", **trouble(error))


async def _settle(installation: Installation) -> None:
    """What the answers cost is summed up every few seconds; a cap that comes near is told once."""
    told: dict[str, Level] = {}
    while True:
        await _settle_once(installation.budget)
        levels = installation.budget.levels()
        for name, level in levels.items():
            if level is not Level.FINE and told.get(name) is not level:
                log.warning("the budget is nearly used up or over", cap=name, level=level.value)
        told = levels
        await asyncio.sleep(SETTLE_SECONDS)


async def _settle_once(budget: Budget) -> None:
    try:
        await within(START_SECONDS, budget.settle(datetime.now(UTC).date()))
    except Exception as error:
        log.error("spending not settled", **trouble(error))
