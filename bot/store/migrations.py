"""Bringing a database to the newest schema, without an ini file: the program hands Alembic the
connection and the folder."""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.store.database import Database


async def upgrade(database: Database, folder: Path) -> None:
    """Run every migration of ``folder`` that this database has not seen."""
    with alone(database.file):
        async with database.engine.begin() as connection:
            await connection.run_sync(lambda plain: command.upgrade(_config(folder, plain), "head"))


async def is_newest(database: Database, folder: Path) -> bool:
    """Whether the database has seen every migration of ``folder``."""
    head = ScriptDirectory.from_config(_config(folder, None)).get_current_head()
    async with database.reading.connect() as connection:
        now = await connection.run_sync(
            lambda plain: MigrationContext.configure(plain).get_current_revision()
        )
    return now == head


def write_migration(database: Database, folder: Path, message: str) -> None:
    """Draft the next migration from what the tables in code have and the database has not."""

    def draft(plain: Connection) -> None:
        command.revision(_config(folder, plain), message, autogenerate=True)

    async def run() -> None:
        async with database.engine.connect() as connection:
            await connection.run_sync(draft)
        await database.close()

    asyncio.run(run())


def _config(folder: Path, connection: Connection | None) -> Config:
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
