"""SQLite's write-ahead log goes into the database's file beside the answers, not between them.

Left alone, SQLite does it every thousand pages, within somebody's commit: some 50 ms in which all
who texted wait for the disk.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

WORTH_BYTES = 4 * 1024 * 1024
"""Of the log; below it nothing is done."""

MOST_PAGES = 16_000
"""Of the log, 64 MB: from then on a commit finishes the work itself. Only so does the log begin
anew at its front while texts never pause; what is left of it then is little."""


class WriteAhead:
    """The log of one embedded ``file``."""

    def __init__(self, file: Path) -> None:
        self._file, self._log = file, file.with_name(f"{file.name}-wal")
        self._written = 0

    async def carry_over(self) -> None:
        """What is committed goes from a long log into the file; nobody waits for it. Raises
        :class:`sqlite3.Error` where the file cannot be written."""
        try:
            log = self._log.stat()
        except OSError:
            return
        if log.st_size >= WORTH_BYTES and log.st_mtime_ns != self._written:
            await asyncio.to_thread(_carry_over, self._file)
            self._written = log.st_mtime_ns


def _carry_over(file: Path) -> None:
    # A file that is gone must not be made anew as an empty one.
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
