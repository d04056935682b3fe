"""Wires the house for the web: settings are read here, once, and everything is handed down."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from bot import outbox
from bot.budget import Budget
from bot.conversation.danger import is_cry
from bot.gate import Gate
from bot.inbox import Inbox, Owe
from bot.knowledge import Holder, Knowledge
from bot.ready_knowledge import ready_knowledge
from bot.settings import Settings, read_settings
from bot.store.database import Database, open_database
from bot.store.kept import Kept
from bot.store.memory import Memory
from bot.trouble import trouble
from bot.web import logs
from bot.web.health import health
from bot.web.installation import Installation
from bot.web.life import life
from bot.web.map_pages import map_pages
from bot.web.metrics import metrics
from bot.web.open_data import open_data
from bot.web.pages import pages
from bot.web.pages.errors import errors
from bot.web.print_pages import print_pages
from bot.web.reception import Reception
from bot.web.walls import Walls
from bot.web.webhooks import Messages

log = structlog.get_logger()


def create_app(
    settings: Settings | None = None,
    holder: Holder | None = None,
    database: Database | None = None,
) -> Messages:
    """The whole server: ``uvicorn bot.web.app:create_app --factory``. What is not given is made.

    Raises the error of whatever cannot be used, with what to do about it: better no server than
    one that answers from half of its knowledge.
    """
    settings = settings or read_settings()
    logs.configure(settings.log_level)
    installation = install(settings, holder, database)
    app = FastAPI(
        title="Faro", docs_url=None, redoc_url=None, openapi_url=None, lifespan=life(installation)
    )
    app.include_router(health(installation))
    app.include_router(open_data(installation))
    app.include_router(metrics(installation.holder))
    app.include_router(map_pages(installation))
    app.include_router(print_pages(installation))
    reception = Reception(installation)
    app.router.routes.extend(pages(reception))
    app.add_exception_handler(HTTPException, errors(reception))
    app.add_exception_handler(RequestValidationError, errors(reception))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.add_middleware(Walls)
    # Outermost: a text passes none of what the pages pass.
    return Messages(app, installation)


def install(
    settings: Settings, holder: Holder | None = None, database: Database | None = None
) -> Installation:
    database = database or open_database(
        settings.database_url, [key.get_secret_value() for key in settings.secret_keys]
    )
    holder = holder or Holder(_knowledge(settings, database))
    memory = Memory(database, settings.session_hours, settings.migrations_dir, _tell)
    budget = Budget(database, settings.budget_day, settings.budget_month)
    return Installation(
        settings=settings,
        holder=holder,
        database=database,
        memory=memory,
        budget=budget,
        gate=Gate(
            settings.texts_per_hour,
            settings.same_text_limit,
            lambda body: is_cry(body, holder.current),
        ),
        inbox=Inbox(
            holder,
            database.sealer,
            memory,
            budget,
            settings.texts_per_hour,
            settings.same_text_limit,
            _owe(settings, database),
        ),
    )


def _knowledge(settings: Settings, database: Database) -> Knowledge:
    return ready_knowledge(
        settings.content_dir,
        settings.locales_dir,
        settings.line(),
        Kept(database.folder, database.sealer),
    )


def _owe(settings: Settings, database: Database) -> Owe | None:
    """Without a login for its API the carrier is asked nothing, and DELETE does not say so."""
    if settings.carrier_login is None:
        return None
    return partial(outbox.owe_forgetting, database)


def _tell(what: str, error: BaseException | None) -> None:
    log.error(what, **(trouble(error) if error else {}))
