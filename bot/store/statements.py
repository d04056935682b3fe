"""The two statements of every answer, in the two dialects that we speak: find what is kept of many
senders, write many conversations. Each takes any number of rows and is whole by itself, so that an
answer costs two trips to the database, and a stranger's only one."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
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


Elsewhere = tuple[bytes | None, bytes | None]
"""Of one who counts as a stranger: the keyed hash to write under, and another one under which
something may be kept, of an older day or of an opt-out."""

NOWHERE: Elsewhere = (None, None)
"""A place that is not used: so a statement's length depends on how many rows it has alone."""


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


def write(
    dialect: str, rows: Sequence[Row], hour: int, strangers: Sequence[Elsewhere] = ()
) -> Statement:
    """Write each row where there is none, over the one that was read, or over one that has
    expired; gives the keyed hashes of those written. Of ``strangers`` nobody is written of whom
    anything else is kept."""
    if dialect == "sqlite":
        values = chain.from_iterable(row.values() for row in rows)
        if not strangers:
            return Statement(_sqlite_write(len(rows)), (*values, hour))
        pairs = chain.from_iterable(strangers)
        text = _sqlite_write_strangers(len(rows), len(strangers))
        return Statement(text, (*pairs, *values, hour, hour))
    columns = ([row[name] for row in rows] for name in Row.__annotations__)  # type: ignore[literal-required]
    known, others = zip(*strangers, strict=True) if strangers else ((), ())
    return Statement(_POSTGRES_WRITE, (*columns, hour, list(known), list(others)))


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


@functools.lru_cache(maxsize=256)
def _sqlite_write_strangers(rows: int, pairs: int) -> str:
    elsewhere = ", ".join(f"({_marks(2)})" for _ in range(pairs))
    values = ", ".join(f"({_marks(4)})" for _ in range(rows))
    # CROSS: the few that are asked about stand outside, however small the tables still are.
    return (
        f"WITH elsewhere (sender, other) AS (VALUES {elsewhere})"  # noqa: S608 - our own names and marks
        f" INSERT INTO sessions ({_COLUMNS}) SELECT * FROM (VALUES {values})"
        " WHERE column1 NOT IN ("
        "SELECT elsewhere.sender FROM elsewhere CROSS JOIN sessions"
        " ON sessions.sender = other WHERE expires_hour > ?"
        " UNION ALL SELECT elsewhere.sender FROM elsewhere CROSS JOIN optouts"
        f" ON optouts.sender = other){_OVER.format(hour='?')}"
    )


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
    f" AS given ({_COLUMNS}) WHERE given.sender <> ALL (ARRAY("
    "SELECT elsewhere.sender FROM unnest($6::bytea[], $7::bytea[]) AS elsewhere (sender, other)"
    " WHERE other IN (SELECT sender FROM sessions WHERE sender = ANY($7) AND expires_hour > $5"
    " UNION ALL SELECT sender FROM optouts WHERE sender = ANY($7))))" + _OVER.format(hour="$5")
)
