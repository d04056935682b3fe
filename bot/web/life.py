"""From the first second of a server to its last: what is made ready, and what goes on beside the
answers. Nothing here may keep an answer waiting."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI

from bot import outbox
from bot.budget import SETTLE_SECONDS, Budget, Level
from bot.channels.twilio.rest import Copies, Credentials
from bot.collecting import no_collecting
from bot.conversation.heard import learn
from bot.settings import Settings
from bot.store import migrations, sessions
from bot.store.database import Database
from bot.store.day_keys import DayKeys
from bot.store.memory import within
from bot.store.write_ahead import WriteAhead
from bot.trouble import trouble
from bot.web import metrics
from bot.web.installation import Installation

SWEEP_SECONDS = 900
TURN_SECONDS = 60
CARRY_OVER_SECONDS = 0.5
START_SECONDS = 30
"""How long a start waits for its database before it answers without one."""

log = structlog.get_logger()


def life(installation: Installation) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        with no_collecting():
            learn(installation.holder.current)  # not while the first person waits
        keys = DayKeys(installation.database, installation.settings.session_hours)
        await _prepare(installation, keys)
        tasks = [asyncio.create_task(task) for task in _tasks(installation, keys)]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        _hand_over()
        await _settle_once(installation.budget)
        await installation.memory.close()
        await installation.database.close()

    return living


def _tasks(installation: Installation, keys: DayKeys) -> Iterator[Coroutine[Any, Any, None]]:
    """What goes on beside the answers, for as long as the server runs."""
    yield _sweep(installation.database)
    yield _settle(installation)
    yield _turn(keys)
    yield _count()
    if installation.database.file is not None:
        yield _carry_over(installation.database.file)
    yield installation.refresh.forever(installation.holder, installation.database)
    copies = _copies(installation.settings)
    if copies is not None:
        yield outbox.run(installation.database, copies, lambda: datetime.now(UTC))


def _copies(settings: Settings) -> Copies | None:
    if settings.carrier_login is None:
        return None
    return Copies(Credentials(*settings.carrier_login, settings.twilio_api_url))


async def _prepare(installation: Installation, keys: DayKeys) -> None:
    """Without its database the line still answers: what is wrong is logged, not fatal."""
    database, folder = installation.database, installation.settings.migrations_dir
    try:
        async with asyncio.timeout(START_SECONDS):
            if database.file is not None:
                await migrations.upgrade(database, folder)
            elif not await migrations.is_newest(database, folder):
                log.error("the database is not up to date", remedy="run: bot database upgrade")
            await sessions.expire(database, datetime.now(UTC))
            await keys.turn(datetime.now(UTC))
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


async def _turn(keys: DayKeys) -> None:
    """At midnight the next day's key is used; an hour after its last conversation a key goes."""
    while True:
        await asyncio.sleep(TURN_SECONDS)
        try:
            await keys.turn(datetime.now(UTC))
        except Exception as error:
            log.error("the keys of conversations were not turned", **trouble(error))


async def _count() -> None:
    while True:
        await asyncio.sleep(metrics.HAND_OVER_SECONDS)
        _hand_over()


def _hand_over() -> None:
    try:
        metrics.hand_over()
    except Exception as error:
        log.error("counts were lost", **trouble(error))


async def _carry_over(file: Path) -> None:
    """What the disk is slow at does not keep answers waiting. A file that is damaged or full is
    noticed, and told, where answers are written."""
    log = WriteAhead(file)
    while True:
        await asyncio.sleep(CARRY_OVER_SECONDS)
        with suppress(sqlite3.Error):
            await log.carry_over()


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
