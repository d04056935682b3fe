"""The two statements of every answer, in the two dialects that we speak: find what is kept of many
senders, write many conversations. Each takes any number of rows and is whole by itself, so that an
answer costs two trips to the database."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict

_COLUMNS = "sender, version, expires_hour, sealed"


class Row(TypedDict):
    """One conversation as it stands in the table."""

    sender: bytes
    version: int
    expires_hour: int
    sealed: bytes


class Kept(NamedTuple):
    """What of a row is read."""

    version: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """A driver's own SQL with its parameters, in their order."""

    text: str
    parameters: tuple[Any, ...]


def find(dialect: str, senders: Sequence[bytes], lasting: Sequence[bytes], hour: int) -> Statement:
    """The living rows of these keyed hashes, and which of ``lasting`` asked for silence; to be
    read with :func:`found`."""
    if dialect == "sqlite":
        return Statement(_sqlite_find(len(senders), len(lasting)), (hour, *senders, *lasting))
    return Statement(_POSTGRES_FIND, (hour, list(senders), list(lasting)))


def found(rows: Sequence[Sequence[Any]]) -> tuple[dict[bytes, Kept], set[bytes]]:
    """(The rows by their keyed hashes, the keyed hashes of those who asked for silence.)"""
    kept = {sender: Kept(version, sealed) for sender, version, sealed in rows if sealed is not None}
    return kept, {sender for sender, _, sealed in rows if sealed is None}


def write(dialect: str, rows: Sequence[Row], hour: int) -> Statement:
    """Write each row where there is none, over the one that was read, or over one that has
    expired; gives the keyed hashes of those written."""
    if dialect == "sqlite":
        values = (value for row in rows for value in row.values())
        return Statement(_sqlite_write(len(rows)), (*values, hour))
    columns = ([row[name] for row in rows] for name in Row.__annotations__)  # type: ignore[literal-required]
    return Statement(_POSTGRES_WRITE, (*columns, hour))


@functools.lru_cache(maxsize=256)
def _sqlite_find(senders: int, lasting: int) -> str:
    return (
        "SELECT sender, version, sealed FROM sessions"  # noqa: S608 - our own names and marks
        f" WHERE expires_hour > ? AND sender IN ({_marks(senders)})"
        f" UNION ALL SELECT sender, 0, NULL FROM optouts WHERE sender IN ({_marks(lasting)})"
    )


@functools.lru_cache(maxsize=256)
def _sqlite_write(rows: int) -> str:
    values = ", ".join(f"({_marks(4)})" for _ in range(rows))
    return f"INSERT INTO sessions ({_COLUMNS}) VALUES {values}{_OVER.format(hour='?')}"  # noqa: S608 - our own names and marks


def _marks(count: int) -> str:
    return ", ".join("?" * count)


_OVER = (
    " ON CONFLICT (sender) DO UPDATE SET version = excluded.version,"
    " expires_hour = excluded.expires_hour, sealed = excluded.sealed"
    " WHERE sessions.version = excluded.version - 1 OR sessions.expires_hour <= {hour}"
    " RETURNING sender"
)

# One text for any number of rows: a list of marks would be planned anew for each length.
_POSTGRES_FIND = (
    "SELECT sender, version, sealed FROM sessions WHERE expires_hour > $1 AND sender = ANY($2)"
    " UNION ALL SELECT sender, 0, NULL FROM optouts WHERE sender = ANY($3)"
)
_POSTGRES_WRITE = (
    f"INSERT INTO sessions ({_COLUMNS})"  # noqa: S608 - our own names and marks
    " SELECT * FROM unnest($1::bytea[], $2::integer[], $3::integer[], $4::bytea[])"
    + _OVER.format(hour="$5")
)
