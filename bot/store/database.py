"""One address becomes an engine: SQLite in a file of our own, or a PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.sealing import Sealer
from bot.store.secret_key import secret_keys

BUSY_MILLISECONDS = 900
"""Below the second that a person's answer may wait for the database."""


class DatabaseAddressError(ValueError):
    """BOT_DATABASE_URL cannot be used; the message says what to put there."""


@dataclass(slots=True)
class Database:
    """An open database. ``file`` is the embedded one, None for a server. ``swept_hour`` is the
    last hour in which this process deleted expired rows."""

    engine: AsyncEngine = field(repr=False)
    sealer: Sealer = field(repr=False)
    file: Path | None
    swept_hour: int = 0

    @property
    def reading(self) -> AsyncEngine:
        """The same connections, without taking the writer's lock."""
        return self.engine.execution_options(faro_reading=True)

    async def ping(self) -> None:
        """Raises whatever the driver raises where the database cannot be asked."""
        async with self.reading.connect() as connection:
            await connection.execute(text("SELECT count(*) FROM optouts"))

    async def close(self) -> None:
        await self.engine.dispose()


def open_database(address: str, configured_keys: Sequence[str] = ()) -> Database:
    """Nothing is asked of the database yet. ``address`` has a plain scheme (``sqlite:///…``).

    Raises :class:`DatabaseAddressError` or :class:`~bot.store.secret_key.SecretKeyError`.
    """
    url = _with_driver(address)
    file = _embedded_file(url)
    if file is not None:
        _private(file)
    sealer = Sealer(secret_keys(configured_keys, file))
    if file is None:
        # Parameters hold keyed hashes and sealed rows: still no business of an error text.
        engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=True)
        return Database(engine, sealer, None)
    # One connection: SQLite has one writer at a time, and waiting in a queue of our own is
    # cheaper and fairer than waiting in its lock.
    engine = create_async_engine(url, hide_parameters=True, pool_size=1, max_overflow=0)
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return Database(engine, sealer, file)


def _with_driver(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise DatabaseAddressError(
            "BOT_DATABASE_URL is not an address: give sqlite:///var/bot.sqlite3 or "
            "postgresql://user:password@host/name"
        ) from None
    if url.drivername == "sqlite":
        return url.set(drivername="sqlite+aiosqlite")
    if url.drivername in ("postgresql", "postgres"):
        return _for_asyncpg(url)
    raise DatabaseAddressError(
        "BOT_DATABASE_URL: start it with sqlite:/// or postgresql://, without a driver's name"
    )


def _for_asyncpg(url: URL) -> URL:
    try:
        import asyncpg  # noqa: F401
    except ImportError:
        raise DatabaseAddressError(
            "PostgreSQL needs its driver: install faro with the extra, as faro[postgres]"
        ) from None
    # Hosted databases print libpq's name for this; asyncpg calls it ssl.
    mode = url.query.get("sslmode")
    url = url.difference_update_query(["sslmode"]).set(drivername="postgresql+asyncpg")
    return url.update_query_dict({"ssl": mode}) if mode else url


def _embedded_file(url: URL) -> Path | None:
    if not url.drivername.startswith("sqlite"):
        return None
    if not url.database or url.database == ":memory:":
        raise DatabaseAddressError("BOT_DATABASE_URL: name a file, as sqlite:///var/bot.sqlite3")
    return Path(url.database)


def _private(file: Path) -> None:
    """SQLite gives its side files the mode of the database: make that one first, for us alone."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DatabaseAddressError(
            f"BOT_DATABASE_URL: {file} cannot be written ({error.strerror}): name another file"
        ) from error


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself, too late and without the lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get("faro_reading"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
