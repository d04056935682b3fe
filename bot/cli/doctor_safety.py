"""``bot doctor``: settings that work and are unsafe all the same."""

from __future__ import annotations

import os
import re
import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy.engine import make_url

from bot.settings import Settings

Verdict = Literal["ok", "missing", "stale", "unsafe"]

LONG_MEMORY_HOURS = 72
MANY_TEXTS = 600
TOKEN = re.compile(r"[0-9a-f]{32}")
"""A Twilio auth token: 32 hexadecimal digits."""

NEAR = frozenset({"", "localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``remedy`` is empty where all is well."""

    verdict: Verdict
    what: str
    remedy: str = ""


def unsafe_settings(settings: Settings) -> Iterator[Finding]:
    """Whatever could lead to who asked, or cost the nonprofit its budget."""
    yield from _secrets(settings)
    yield from _limits(settings)
    yield from _database(settings)
    yield from _machine()


def _secrets(settings: Settings) -> Iterator[Finding]:
    tokens = [token.get_secret_value() for token in settings.twilio_auth_tokens]
    keys = [key.get_secret_value() for key in settings.secret_keys]
    if any(not TOKEN.fullmatch(token) for token in tokens):
        yield Finding(
            "unsafe",
            "TWILIO_AUTH_TOKEN does not look like one (32 hexadecimal digits)",
            "copy the account's primary auth token; an API key's secret signs nothing",
        )
    if set(tokens) & set(keys):
        yield Finding(
            "unsafe",
            "BOT_SECRET_KEY is the same as TWILIO_AUTH_TOKEN",
            "make one of its own: whoever sees the one must not hold the other",
        )
    if not keys:
        yield Finding(
            "missing",
            "BOT_SECRET_KEY: the secret lies on the disk of the database",
            "give it in the service's environment, so that a stolen disk opens nothing",
        )
    login = settings.carrier_login
    if login is not None and login[0] == login[1]:
        yield Finding(
            "missing",
            "TWILIO_API_KEY_SID: copies are deleted with the account's own token, which can do all",
            "make an API key that may read and delete messages, and nothing else",
        )


def _limits(settings: Settings) -> Iterator[Finding]:
    if settings.budget_day is None or settings.budget_month is None:
        yield Finding(
            "missing",
            "BOT_BUDGET_DAY_USD, BOT_BUDGET_MONTH_USD: nothing stops a flood of texts from costing",
            "set both to what you can pay; people at the cap get one plain word",
        )
    if settings.texts_per_hour > MANY_TEXTS:
        yield Finding(
            "unsafe",
            f"BOT_TEXTS_PER_HOUR allows one sender {settings.texts_per_hour} texts an hour",
            f"nobody types more than 60; a robot does. Stay below {MANY_TEXTS}",
        )
    if settings.session_hours > LONG_MEMORY_HOURS:
        yield Finding(
            "unsafe",
            f"BOT_SESSION_HOURS keeps conversations for {settings.session_hours} hours",
            f"what is not kept cannot be taken: stay at {LONG_MEMORY_HOURS} or below",
        )


def _database(settings: Settings) -> Iterator[Finding]:
    url = make_url(settings.database_url)
    if url.drivername == "sqlite":
        folder = Path(url.database or "").parent
        for damaged in sorted(folder.glob("*.damaged-*")):
            yield Finding(
                "unsafe",
                f"{damaged} is a damaged database that was set aside",
                "it still holds what it held: delete it once you need nothing from it",
            )
        return
    mode = str(url.query.get("sslmode", ""))
    if (url.host or "") not in NEAR and mode not in ("require", "verify-ca", "verify-full"):
        yield Finding(
            "unsafe",
            "PostgreSQL on another machine is spoken to without encryption",
            "add ?sslmode=require to BOT_DATABASE_URL",
        )


def _machine() -> Iterator[Finding]:
    if os.geteuid() == 0:
        yield Finding(
            "missing",
            "an account of its own: this runs as root",
            "make a user for it, as docs/running-it.md shows",
        )
    if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
        yield Finding(
            "missing",
            "core dumps are not switched off here: a crash would write people's words to the disk",
            "set ulimit -c 0, or LimitCORE=0 as docs/deploy/faro.service does",
        )
    if sys.dont_write_bytecode:
        yield Finding(
            "missing",
            "Python's compiled files: without them each start takes more than twice as long",
            "unset PYTHONDONTWRITEBYTECODE, or run: python -m compileall -q on the installed bot/",
        )
