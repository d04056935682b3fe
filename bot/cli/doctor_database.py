"""``bot doctor``: the database. It looks, and makes nothing: what root would make here, the user
of the server could not open."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.doctor_safety import Finding
from bot.settings import Settings
from bot.store import migrations
from bot.store.database import Database, DatabaseAddressError, open_database
from bot.store.looks import FAILED, Look, past_looks
from bot.store.mending import is_damage
from bot.store.secret_key import SecretKeyError, key_file, secret_keys

DATABASE_SECONDS = 5
UP_TO_DATE = "the database is up to date"


def database_findings(settings: Settings) -> Iterator[Finding]:
    """Whether it opens and is up to date, and what the last look at ICE's page said."""
    keys = [key.get_secret_value() for key in settings.secret_keys]
    if len(keys) > 1:
        yield Finding(
            "stale",
            "two secret keys are accepted",
            "when the change is done, take the old one out of BOT_SECRET_KEY",
        )
    try:
        unmade = _unmade(settings.database_url, keys)
        if unmade is not None:
            yield unmade
            return
        database = open_database(settings.database_url, keys)
    except (DatabaseAddressError, SecretKeyError) as error:
        yield Finding("unsafe", "the database cannot be opened", str(error))
        return
    schema, look = asyncio.run(_asked(database, settings.migrations_dir))
    yield schema
    if look is not None and look.outcome == FAILED:
        what = f"ICE's page could not be read on {look.looked_at:%Y-%m-%d}"
        yield Finding("stale", what, look.complaint)


def _unmade(address: str, keys: Sequence[str]) -> Finding | None:
    """What opening the embedded database would first have to make; None where all is there."""
    scheme, _, rest = address.partition(":///")
    if scheme != "sqlite" or not rest or rest == ":memory:":
        return None
    file = Path(rest)
    if keys:
        secret_keys(keys, None)
    if not _is_there(file):
        return _still_to_be_made(file)
    if keys or _is_there(key_file(file)):
        return None
    return Finding(
        "missing",
        f"{key_file(file)}: the secret of the database is not beside it",
        "put it back from where you keep it; the next start makes another, and forgets every STOP",
    )


def _still_to_be_made(file: Path) -> Finding | None:
    above = next((folder for folder in file.absolute().parents if _is_there(folder)), file)
    if not above.is_dir() or not os.access(above, os.W_OK):
        return Finding(
            "unsafe",
            f"{file} cannot be made: {above} cannot be written",
            "run it as the user of the server, or name another file in BOT_DATABASE_URL",
        )
    return Finding("ok", "the embedded database is made by the first start")


def _is_there(path: Path) -> bool:
    """Also where only another user may look: opening it then says why it cannot."""
    try:
        return path.exists()
    except PermissionError:
        return True


async def _asked(database: Database, folder: Path) -> tuple[Finding, Look | None]:
    """What the database says of itself, and the last look at ICE's page that it holds."""
    try:
        schema = await _schema(database, folder)
        if schema.what != UP_TO_DATE:
            return schema, None
        return schema, next(iter(await past_looks(database, 1)), None)
    finally:
        await database.close()


async def _schema(database: Database, folder: Path) -> Finding:
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            newest = await migrations.is_newest(database, folder)
    except Exception as error:
        return _unanswering(error)
    if newest:
        return Finding("ok", UP_TO_DATE)
    if database.file is not None:
        return Finding("ok", "the embedded database is brought up to date by the next start")
    return Finding("missing", "the database lacks migrations", "run: bot database upgrade")


def _unanswering(error: Exception) -> Finding:
    """Drivers put the address, with its password, into their errors."""
    if is_damage(error):
        return Finding(
            "unsafe",
            f"the database file is damaged ({type(error).__name__})",
            "at the next text the server sets it aside and begins a new one with the opt-outs that "
            "can be read; then import and publish the list again",
        )
    return Finding(
        "unsafe",
        f"the database does not answer ({type(error).__name__})",
        "start it, or correct BOT_DATABASE_URL; until then conversations are forgotten at once",
    )
