"""One address becomes an engine: SQLite in a file of our own, or a PostgreSQL server."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.sealing import Sealer
from bot.store.secret_key import secret_keys
from bot.store.trips import Trips
from bot.store.write_ahead import MOST_PAGES

BUSY_MILLISECONDS = 900
"""Below the second that a person's answer may wait for the database."""

POOL_SECONDS = 1.0
"""How long a connection is waited for: longer, and it is the database that does not answer."""

CACHE_KILOBYTES = 8_000
"""The pages through which senders are found: room for some 120,000 (reckoned; SQLite's usual two
megabytes have it for 30,000). With more, a text may have to fetch a page anew."""

WRITER_PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "journal_mode = WAL",
    "secure_delete = ON",
)
STRAIGHT_PRAGMAS = (
    *WRITER_PRAGMAS,
    "synchronous = NORMAL",
    f"wal_autocheckpoint = {MOST_PAGES}",
    f"cache_size = -{CACHE_KILOBYTES}",
)
READER_PRAGMAS = (*WRITER_PRAGMAS, "query_only = ON")


class DatabaseAddressError(ValueError):
    """BOT_DATABASE_URL cannot be used; the message says what to put there."""


CLOSING_SECONDS = 2.0
"""For connections whose opening was given up to be closed."""


@dataclass(slots=True)
class Database:
    """An open database. ``engine`` writes; ``reading`` never takes the writer's lock; ``writes``
    and ``reads`` take single statements, which are whole by themselves. ``file`` is the embedded
    one, None for a server. ``swept_hour`` is the last hour for which this process deleted all
    expired rows."""

    engine: AsyncEngine = field(repr=False)
    reading: AsyncEngine = field(repr=False)
    writes: Trips = field(repr=False)
    reads: Trips = field(repr=False)
    sealer: Sealer = field(repr=False)
    file: Path | None
    swept_hour: int = 0
    _inode: int = 0

    def __post_init__(self) -> None:
        self.remember_file()

    def remember_file(self) -> None:
        """The embedded file is from now on the one that is there now."""
        self._inode = _inode(self.file)

    def replaced(self) -> bool:
        """Whether the embedded file is gone, or another one stands in its place."""
        return self.file is not None and _inode(self.file) != self._inode

    @property
    def folder(self) -> Path:
        """Where this installation's files lie: beside the embedded database; with a server, where
        that one would be, if there is such a folder."""
        return Path("var") if self.file is None else self.file.parent

    @property
    def dialect(self) -> str:
        return self.engine.dialect.name

    def writing(self, *, lasting: bool = False) -> AsyncEngine:
        """To write with. ``lasting``: what must outlive a power cut, not only a crash of ours."""
        if self.file is not None:
            return self.engine.execution_options(faro_lasting=lasting)
        return self.engine

    @property
    def snapshot(self) -> AsyncEngine:
        """To read much that belongs together, row by row."""
        if self.file is not None:
            return self.reading
        return self.engine.execution_options(isolation_level="REPEATABLE READ")

    async def ping(self) -> None:
        """Raises whatever the driver raises where the database cannot be asked."""
        async with self.reading.connect() as connection:
            await connection.execute(text("SELECT count(*) FROM optouts"))

    async def close(self) -> None:
        """Also lets go of a file that was replaced: the next use opens the new one."""
        for trips in (self.writes, self.reads):
            await trips.dispose()
        for engine in (self.engine, self.reading):
            await engine.dispose()
        closing = [task for task in asyncio.all_tasks() if _closes_a_connection(task)]
        if closing:
            await asyncio.wait(closing, timeout=CLOSING_SECONDS)


def _closes_a_connection(task: asyncio.Task[object]) -> bool:
    """SQLAlchemy closes a connection whose opening was given up in a task of its own. A loop that
    ends in the middle of that would wait for it for ever."""
    return getattr(task.get_coro(), "__name__", "") == "_terminate_graceful_close"


def open_database(address: str, configured_keys: Sequence[str] = ()) -> Database:
    """Nothing is asked of the database yet. ``address`` has a plain scheme (``sqlite:///…``).

    Raises :class:`DatabaseAddressError` or :class:`~bot.store.secret_key.SecretKeyError`.
    """
    url = _with_driver(address)
    file = _embedded_file(url)
    if file is not None:
        private(file)
    sealer = Sealer(secret_keys(configured_keys, file))
    return _server(url, sealer) if file is None else _embedded(url, sealer, file)


def _server(url: URL, sealer: Sealer) -> Database:
    # Parameters hold keyed hashes and sealed rows: still no business of an error text.
    engine = create_async_engine(url, hide_parameters=True, pool_timeout=POOL_SECONDS)
    straight = engine.execution_options(isolation_level="AUTOCOMMIT")
    return Database(engine, straight, Trips(straight), Trips(straight), sealer, None)


def _embedded(url: URL, sealer: Sealer, file: Path) -> Database:
    """SQLite has one writer at a time, and waiting in a queue of our own is cheaper and fairer
    than waiting in its lock; readers never wait for it."""
    engine = _connected(url, WRITER_PRAGMAS)
    event.listen(engine.sync_engine, "begin", _begin)
    # None of the others ever has a transaction open that would have to be taken back.
    straight, look, reading = (
        _connected(url, pragmas, pool_reset_on_return=None)
        for pragmas in (STRAIGHT_PRAGMAS, READER_PRAGMAS, READER_PRAGMAS)
    )
    return Database(engine, reading, Trips(straight), Trips(look), sealer, file)


def _connected(url: URL, pragmas: Sequence[str], **options: Any) -> AsyncEngine:
    engine = create_async_engine(
        url, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=POOL_SECONDS, **options
    )
    event.listen(engine.sync_engine, "connect", _set(pragmas))
    return engine


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
            "PostgreSQL needs its driver: in the folder of the program run uv sync --no-dev "
            "--extra print --extra postgres (with pip: pip install '.[postgres]')"
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


def _inode(file: Path | None) -> int:
    try:
        return file.stat().st_ino if file is not None else 0
    except OSError:
        return 0


def private(file: Path) -> None:
    """SQLite gives its side files the mode of the database: make that one first, for us alone."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise DatabaseAddressError(
            f"BOT_DATABASE_URL: {file} cannot be written ({error.strerror}): name another file"
        ) from error


def _set(pragmas: Sequence[str]) -> Callable[[Any, object], None]:
    def connected(connection: Any, _record: object) -> None:
        # The driver would begin transactions by itself, too late and without the lock.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return connected


def _begin(connection: Connection) -> None:
    """NORMAL survives a crash of ours, FULL a power cut as well, at the price of the disk."""
    level = "FULL" if connection.get_execution_options().get("faro_lasting") else "NORMAL"
    if connection.info.get("faro_synchronous") != level:
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.info["faro_synchronous"] = level
    connection.exec_driver_sql("BEGIN IMMEDIATE")
