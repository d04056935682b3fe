"""The few statements that take many rows at once, in the two dialects that we speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, LargeBinary, any_, bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, INTEGER
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import optouts, sessions

Row = dict[str, Any]

_HOUR: BindParameter[Any] = bindparam("hour")
_SENDERS: BindParameter[Any] = bindparam("senders", expanding=True)
_SENDER_ARRAY = bindparam("senders", type_=ARRAY(LargeBinary))
_COLUMNS = ("sender", "version", "expires_hour", "sealed")
_TYPES = (LargeBinary, INTEGER, INTEGER, LargeBinary)

# A row is written where there is none, over the one that was read, or over one that has expired.
_SQLITE_NEW = sqlite_insert(sessions)
_SQLITE_WRITE = _SQLITE_NEW.on_conflict_do_update(
    index_elements=[sessions.c.sender],
    set_={name: getattr(_SQLITE_NEW.excluded, name) for name in _COLUMNS[1:]},
    where=or_(
        sessions.c.version == _SQLITE_NEW.excluded.version - 1,
        sessions.c.expires_hour <= _HOUR,
    ),
).returning(sessions.c.sender)

_POSTGRES_NEW = postgres_insert(sessions).from_select(
    list(_COLUMNS),
    select(
        *(
            func.unnest(bindparam(f"{name}s", type_=ARRAY(kind)))
            for name, kind in zip(_COLUMNS, _TYPES, strict=True)
        )
    ),
)
_POSTGRES_WRITE = _POSTGRES_NEW.on_conflict_do_update(
    index_elements=[sessions.c.sender],
    set_={name: getattr(_POSTGRES_NEW.excluded, name) for name in _COLUMNS[1:]},
    where=or_(
        sessions.c.version == _POSTGRES_NEW.excluded.version - 1,
        sessions.c.expires_hour <= _HOUR,
    ),
).returning(sessions.c.sender)

_FIND = select(sessions).where(sessions.c.expires_hour > _HOUR)
_FIND_STOPPED = select(optouts.c.sender)
_READ = {
    "sqlite": (
        _FIND.where(sessions.c.sender.in_(_SENDERS)),
        _FIND_STOPPED.where(optouts.c.sender.in_(_SENDERS)),
    ),
    # One text for any number of senders: an expanding list would be planned anew for each length.
    "postgresql": (
        _FIND.where(sessions.c.sender == any_(_SENDER_ARRAY)),
        _FIND_STOPPED.where(optouts.c.sender == any_(_SENDER_ARRAY)),
    ),
}
_STOP = {
    "sqlite": sqlite_insert(optouts).on_conflict_do_nothing(),
    "postgresql": postgres_insert(optouts).on_conflict_do_nothing(),
}


async def find_rows(
    connection: AsyncConnection, senders: Sequence[bytes], hour: int
) -> dict[bytes, Any]:
    """The living rows of these keyed hashes."""
    statement = _READ[connection.dialect.name][0]
    found = await connection.execute(statement, {"senders": list(senders), "hour": hour})
    return {row.sender: row for row in found}


async def find_stopped(connection: AsyncConnection, senders: Sequence[bytes]) -> set[bytes]:
    """Which of these keyed hashes asked for silence."""
    statement = _READ[connection.dialect.name][1]
    found = await connection.execute(statement, {"senders": list(senders)})
    return {row.sender for row in found}


async def write_rows(connection: AsyncConnection, rows: Sequence[Row], hour: int) -> set[bytes]:
    """Write each row unless another writer was faster; the keyed hashes of those written."""
    if not rows:
        return set()
    if connection.dialect.name == "sqlite":
        values: Any = [{**row, "hour": hour} for row in rows]
        found = await connection.execute(_SQLITE_WRITE, values)
    else:
        columns = {f"{name}s": [row[name] for row in rows] for name in _COLUMNS}
        found = await connection.execute(_POSTGRES_WRITE, {**columns, "hour": hour})
    return {row.sender for row in found}


async def add_stopped(connection: AsyncConnection, sender: bytes) -> None:
    """Of two that add the same at once, one does nothing."""
    await connection.execute(_STOP[connection.dialect.name], {"sender": sender})
