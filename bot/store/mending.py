"""The embedded file was replaced, deleted or damaged while the line runs: go on with a good one.

A damaged file is set aside, never deleted: what can still be read of the opt-outs moves to the new
one, conversations begin anew.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.store import migrations
from bot.store.database import Database, private

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
SIDE_FILES = ("", "-wal", "-shm")


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite itself says that the file is no database, or a broken one."""
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in DAMAGED


async def mend(database: Database, folder: Path, error: BaseException | None) -> Path | None:
    """Make the embedded file usable again where that is what is wrong; the path to which a damaged
    one was moved, if one was. ``folder`` holds the migrations."""
    if database.file is None or not (database.replaced() or is_damage(error)):
        return None
    await database.close()
    aside = await asyncio.to_thread(_make_room, database.file)
    database.remember_file()
    await migrations.upgrade(database, folder)
    if aside is not None:
        await asyncio.to_thread(_salvage, aside, database.file)
    return aside


def _make_room(file: Path) -> Path | None:
    """A file that is good, or empty; where a damaged one went."""
    with migrations.alone(file):
        # Another process may have mended it while this one waited for the lock.
        aside = _set_aside(file) if file.exists() and not _is_good(file) else None
        private(file)
        return aside


def _is_good(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=1)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _set_aside(file: Path) -> Path:
    name = f"{file.name}.damaged-{int(time.time())}"
    for end in SIDE_FILES:
        part = file.with_name(file.name + end)
        if part.exists():
            part.replace(file.with_name(name + end))
    return file.with_name(name)


def _salvage(damaged: Path, good: Path) -> None:
    """Copy what opt-outs can be read. One at a time: up to where the damage is."""
    with closing(sqlite3.connect(good, timeout=1)) as new, new:
        try:
            with closing(sqlite3.connect(damaged, timeout=1)) as old:
                for (sender,) in old.execute("SELECT sender FROM optouts"):
                    new.execute("INSERT OR IGNORE INTO optouts (sender) VALUES (?)", (sender,))
        except sqlite3.DatabaseError:
            return
