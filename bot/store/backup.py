"""A backup that remembers nobody: what must outlive the machine, without any conversation.

It is one SQLite file, whatever the database is, so it also carries an installation from SQLite to
PostgreSQL. Conversations, their keys and errands are left out: a copy of them would outlive the
hour in which we promised to forget them.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.roster_tables import lists
from bot.store.tables import MEMORY

ROWS_AT_ONCE = 500
metadata = lists.metadata
LASTING = tuple(table for table in metadata.sorted_tables if table.name not in MEMORY)


class BackupError(ValueError):
    """The backup cannot be written or used; the message says what to do."""


async def backup(database: Database, file: Path) -> dict[str, int]:
    """Write ``file``, readable by its owner only. Gives the rows of each table.

    Raises :class:`BackupError` where the file is there already: nothing is overwritten.
    """
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise BackupError(f"{file} cannot be made ({error.strerror}): name a new file") from error
    copy = create_engine(f"sqlite:///{file}")
    async with database.snapshot.connect() as source:
        revision = await _revision(source)
        with copy.begin() as target:
            metadata.create_all(target, tables=list(LASTING))
            target.execute(text("CREATE TABLE revision (name VARCHAR NOT NULL)"))
            target.execute(text("INSERT INTO revision VALUES (:name)"), {"name": revision})
            target.execute(text("CREATE TABLE secret (mark BLOB NOT NULL)"))
            target.execute(text("INSERT INTO secret VALUES (:mark)"), {"mark": _marks(database)[0]})
            counts = {table.name: await _copied(source, target, table) for table in LASTING}
    copy.dispose()
    return counts


async def restore(database: Database, file: Path) -> dict[str, int]:
    """Fill an empty, upgraded database from ``file``, all of it or nothing.

    Raises :class:`BackupError` where the file is no backup, is of another schema or was made
    under another secret, or where the database already holds something.
    """
    if not file.is_file():
        raise BackupError(f"{file} is not there")
    copy = create_engine(f"sqlite:///file:{file}?mode=ro&uri=true")
    try:
        async with database.engine.begin() as target:
            _same(await _revision(target), _backup_revision(copy, file))
            _same_secret(copy, database)
            for table in LASTING:
                if (await target.execute(select(func.count()).select_from(table))).scalar_one():
                    raise BackupError(f"the database already holds {table.name}: give an empty one")
            with copy.connect() as source:
                return {table.name: await _filled(source, target, table) for table in LASTING}
    finally:
        copy.dispose()


async def _copied(source: AsyncConnection, target: Connection, table: Table) -> int:
    count = 0
    rows = await source.stream(select(table))
    async for some in rows.partitions(ROWS_AT_ONCE):
        target.execute(table.insert(), [dict(row._mapping) for row in some])
        count += len(some)
    return count


async def _filled(source: Connection, target: AsyncConnection, table: Table) -> int:
    count = 0
    for some in source.execute(select(table)).partitions(ROWS_AT_ONCE):
        await target.execute(table.insert(), [dict(row._mapping) for row in some])
        count += len(some)
    if count and target.dialect.name == "postgresql" and "id" in table.c:
        # Copied numbers do not move the count that PostgreSQL keeps beside the table.
        highest = select(func.max(table.c.id)).scalar_subquery()
        counter = func.pg_get_serial_sequence(table.name, "id")
        await target.execute(select(func.setval(counter, highest)))
    return count


async def _revision(connection: AsyncConnection) -> str:
    found = await connection.execute(text("SELECT version_num FROM alembic_version"))
    return str(found.scalar_one())


def _backup_revision(copy: Engine, file: Path) -> str:
    try:
        with copy.connect() as source:
            return str(source.execute(text("SELECT name FROM revision")).scalar_one())
    except Exception as error:
        raise BackupError(f"{file} is not a backup of this program") from error


def _marks(database: Database) -> tuple[bytes, ...]:
    """What each secret of this installation makes of one word: the same secret, the same mark."""
    return database.sealer.sender("backup").lasting


def _same_secret(copy: Engine, database: Database) -> None:
    """Under another secret nobody's opt-out would ever be found again."""
    with copy.connect() as source:
        if not inspect(copy).has_table("secret"):
            return  # made before marks were kept
        mark = bytes(source.execute(text("SELECT mark FROM secret")).scalar_one())
    if mark not in _marks(database):
        raise BackupError(
            "the backup was made under another secret, so that every STOP in it would be lost: "
            "first put that machine's BOT_SECRET_KEY here, or its file var/bot.secret-key"
        )


def _same(ours: str, theirs: str) -> None:
    if ours != theirs:
        raise BackupError(
            f"the backup is of schema {theirs}, the database of {ours}: restore it with the "
            "release that made it, then upgrade"
        )
