"""The published roster straight from the embedded file, for one answer in a terminal: it need not
wait for the drivers and the engine (a third of a second on a small machine)."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from bot.publishing.documents import DocumentError, Snapshot, digest, read_snapshot

_NEWEST = "SELECT version, digest, document FROM rosters ORDER BY version DESC LIMIT 1"
_BEFORE_ROSTERS = "no such table: rosters"


def published_in(file: Path) -> tuple[int, Snapshot] | None:
    """The newest published roster with its version, None where nothing is published (or the file
    is of a time before rosters were).

    Raises :class:`~bot.publishing.documents.DocumentError` where the list is damaged, and
    :class:`sqlite3.Error` where the file is.
    """
    if not file.exists():
        return None
    try:
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            row = connection.execute(_NEWEST).fetchone()
    except sqlite3.OperationalError as error:
        if str(error) == _BEFORE_ROSTERS:
            return None
        raise
    if row is None:
        return None
    version, mark, packed = row
    try:
        document = zlib.decompress(packed)
    except zlib.error as error:
        raise DocumentError(f"published roster {version} is damaged; publish it again") from error
    if digest(document) != mark:
        raise DocumentError(f"published roster {version} is damaged; publish it again")
    return version, read_snapshot(document)
