"""A conversation is one expiring row: found by a keyed hash, sealed under the sender's address.

With the session the row keeps the last few answers, so that a carrier's repeated delivery gets
the same answer; both are one write, and a version number keeps two writers apart.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.session import BLANK, Deck, Offer, Session
from bot.rendering.text import Text
from bot.store.database import Database
from bot.store.optouts import is_stopped, write_stopped
from bot.store.sealing import Name, Sender, open_sealed, seal
from bot.store.tables import sessions

ANSWERS_KEPT = 3
REPEATS_WITHIN = timedelta(minutes=10)
"""A carrier repeats a delivery within seconds; a row that only serves that needs no longer life."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that went out; ``mark`` is the keyed hash of the message it answered."""

    mark: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is kept of one sender. ``version`` is 0 where no row was found; ``row`` the keyed hash
    under which it was."""

    session: Session = field(default=BLANK, repr=False)
    answered: tuple[Answered, ...] = field(default=(), repr=False)
    version: int = 0
    row: bytes | None = field(default=None, repr=False)

    def answer_to(self, mark: str) -> tuple[Text, ...] | None:
        """The texts that already answered this message, if they did."""
        return next((past.texts for past in self.answered if mark and past.mark == mark), None)

    def after(self, session: Session, mark: str, texts: tuple[Text, ...]) -> Conversation:
        """With this answer added. A session that became blank takes the older answers with it:
        the sender may have asked us to forget."""
        past = () if _is_blank(session) else self.answered
        if mark:
            past = (*past, Answered(mark, texts))[-ANSWERS_KEPT:]
        return replace(self, session=session, answered=past)


@dataclass(frozen=True, slots=True)
class _Content:
    session: Session
    answered: tuple[Answered, ...]


_CONTENT = TypeAdapter(_Content)
# Bound to the seal: a row written by a release whose nouns had other fields opens as blank
# rather than as a half-understood conversation.
_SHAPE = ",".join(
    f"{noun.__name__}.{each.name}"
    for noun in (Session, Offer, Deck, Answered, Text)
    for each in fields(noun)
)

_FIND = select(sessions).where(
    sessions.c.sender.in_(bindparam("senders", expanding=True)),
    sessions.c.expires_hour > bindparam("hour"),
)
_CHANGE = (
    update(sessions)
    .where(sessions.c.sender == bindparam("row"), sessions.c.version == bindparam("seen"))
    .values(version=bindparam("next"), expires_hour=bindparam("until"), sealed=bindparam("content"))
)
_ADD = insert(sessions)
_DROP = delete(sessions).where(
    sessions.c.sender == bindparam("row"), sessions.c.version == bindparam("seen")
)
_DROP_EXPIRED_OF = delete(sessions).where(
    sessions.c.sender == bindparam("row"), sessions.c.expires_hour <= bindparam("hour")
)
_FORGET = delete(sessions).where(sessions.c.sender.in_(bindparam("senders", expanding=True)))
_EXPIRE = delete(sessions).where(sessions.c.expires_hour <= bindparam("hour"))


async def load(database: Database, sender: Sender, now: datetime) -> Conversation:
    """What is kept of this sender; blank where nothing is, or where it cannot be understood."""
    async with database.reading.connect() as connection:
        found = await connection.execute(_FIND, {"senders": sender.indexes, "hour": _hour(now)})
        rows = {row.sender: row for row in found}
        stopped = await is_stopped(connection, sender)
    conversation = Conversation()
    for name in sender.names:
        if name.index in rows:
            conversation = _opened(name, rows[name.index])
            break
    return replace(conversation, session=replace(conversation.session, stopped=stopped))


async def save(
    database: Database,
    sender: Sender,
    before: Conversation,
    after: Conversation,
    *,
    now: datetime,
    hours: int,
) -> bool:
    """Write ``after`` over ``before``, and the opt-out if it changed. False where somebody else
    wrote since ``before`` was loaded: load again and decide again."""
    try:
        async with database.engine.begin() as connection:
            if not await _write(connection, sender, after, now, hours):
                return False
            if after.session.stopped != before.session.stopped or (
                after.session.stopped and len(sender.names) > 1
            ):
                await write_stopped(connection, sender, after.session.stopped)
    except IntegrityError:
        return False
    if database.swept_hour < _hour(now):
        await expire(database, now)
    return True


async def delete_session(database: Database, sender: Sender) -> None:
    """Forget a conversation at once. An opt-out stays."""
    async with database.engine.begin() as connection:
        await connection.execute(_FORGET, {"senders": sender.indexes})


async def expire(database: Database, now: datetime) -> None:
    """Delete what has expired. Rows expire on the hour: once an hour is enough."""
    async with database.engine.begin() as connection:
        await connection.execute(_EXPIRE, {"hour": _hour(now)})
    database.swept_hour = _hour(now)


async def _write(
    connection: AsyncConnection, sender: Sender, after: Conversation, now: datetime, hours: int
) -> bool:
    name, version = sender.newest, after.version + 1
    row = {
        "version": version,
        "expires_hour": _last_hour(after, now, hours),
        "sealed": seal(name.key, _encoded(after), _bound(name, version)),
    }
    if after.row == name.index:
        values = {"row": name.index, "seen": after.version, "next": version}
        values |= {"until": row["expires_hour"], "content": row["sealed"]}
        return (await connection.execute(_CHANGE, values)).rowcount == 1
    if after.row is not None:
        # Found under the older secret: it moves to the newest.
        old = {"row": after.row, "seen": after.version}
        if (await connection.execute(_DROP, old)).rowcount != 1:
            return False
    await connection.execute(_DROP_EXPIRED_OF, {"row": name.index, "hour": _hour(now)})
    await connection.execute(_ADD, {"sender": name.index, **row})
    return True


def _last_hour(after: Conversation, now: datetime, hours: int) -> int:
    lifetime = REPEATS_WITHIN if _is_blank(after.session) else timedelta(hours=hours)
    return _hour(now + lifetime) + 1


def _is_blank(session: Session) -> bool:
    return replace(session, stopped=False) == BLANK


def _hour(now: datetime) -> int:
    return int(now.timestamp()) // 3600


def _opened(name: Name, row: Row[tuple[bytes, int, int, bytes]]) -> Conversation:
    found = Conversation(version=row.version, row=name.index)
    plain = open_sealed(name.key, row.sealed, _bound(name, row.version))
    if plain is None:
        return found
    try:
        content = _CONTENT.validate_json(plain, strict=True)
    except ValidationError:
        return found
    return replace(found, session=content.session, answered=content.answered)


def _encoded(conversation: Conversation) -> bytes:
    session = replace(conversation.session, stopped=False)  # the opt-outs say that
    return _CONTENT.dump_json(_Content(session, conversation.answered))


def _bound(name: Name, version: int) -> bytes:
    return json.dumps(["sessions", name.index.hex(), version, _SHAPE]).encode()
