"""Bringing a database to the newest schema, without an ini file: the program hands Alembic the
connection and the folder.

Alembic is read only where there is something to migrate: that takes longer than a start has to.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config


async def upgrade(database: Database, folder: Path) -> None:
    """Run every migration of ``folder`` that this database has not seen."""
    if await is_newest(database, folder):
        return
    from alembic import command

    with alone(database.file):
        async with database.engine.begin() as connection:
            await connection.run_sync(lambda plain: command.upgrade(_config(folder, plain), "head"))


async def is_newest(database: Database, folder: Path) -> bool:
    """Whether the database has seen every migration of ``folder``."""
    async with database.reading.connect() as connection:
        return await connection.run_sync(_version) == newest(folder)


def newest(folder: Path) -> str:
    """The number of the last migration: each file begins with its own, as in ``0001_sessions.py``.

    Raises :class:`FileNotFoundError` where there is none.
    """
    numbers = (file.name.partition("_")[0] for file in (folder / "versions").glob("*.py"))
    try:
        return max(number for number in numbers if number.isdigit())
    except ValueError:
        raise FileNotFoundError(f"no migration in {folder}") from None


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if version is None else str(version)


def write_migration(database: Database, folder: Path, message: str) -> None:
    """Draft the next migration from what the tables in code have and the database has not."""

    from alembic import command

    def draft(plain: Connection) -> None:
        command.revision(_config(folder, plain), message, autogenerate=True)

    async def run() -> None:
        async with database.engine.connect() as connection:
            await connection.run_sync(draft)
        await database.close()

    asyncio.run(run())


def _config(folder: Path, connection: Connection | None) -> Config:
    from alembic.config import Config

    config = Config()
    # ConfigParser reads % as the start of an interpolation.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def alone(file: Path | None) -> Iterator[None]:
    """Several workers of one server start at once; one migrates the embedded file."""
    if file is None:
        yield
        return
    lock = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
