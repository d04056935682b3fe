"""Imported lists and published rosters. Each function is one transaction: whole, or not at all."""

from __future__ import annotations

import zlib
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from bot.publishing.documents import (
    DocumentError,
    PlacedList,
    Snapshot,
    digest,
    list_document,
    read_list,
    read_snapshot,
    snapshot_document,
)
from bot.store.database import Database
from bot.store.roster_tables import lists, rosters


class PublishedMeanwhileError(Exception):
    """Somebody else published since this roster was prepared: prepare it again."""


@dataclass(frozen=True, slots=True)
class StoredList:
    """An imported list without its rows."""

    id: int
    list_date: date
    pending: bool
    digest: str
    agreements: int
    source: str
    imported_at: datetime
    smaller: bool


@dataclass(frozen=True, slots=True)
class Published:
    """A published roster without its rows. ``version`` rises by one with each."""

    version: int
    list_date: date
    digest: str
    published_at: datetime
    published_by: str


_LIST_COLUMNS = [column for column in lists.c if column.name != "document"]
_ROSTER_COLUMNS = [column for column in rosters.c if column.name != "document"]
_LISTS = select(*_LIST_COLUMNS).order_by(lists.c.list_date, lists.c.id)
_NEWEST = select(*_ROSTER_COLUMNS).order_by(rosters.c.version.desc()).limit(1)
_VERSION = select(func.max(rosters.c.version))


async def keep_list(
    database: Database, placed: PlacedList, source: str, now: datetime, smaller: bool = False
) -> tuple[StoredList, bool]:
    """Keep a list once; the second value is False where the very same one was there before."""
    document = list_document(placed)
    mark = digest(document)
    values = {
        "list_date": placed.list_date,
        "pending": placed.pending,
        "digest": mark,
        "agreements": len(placed.rows),
        "source": source[:400],
        "imported_at": now,
        "smaller": smaller,
        "document": zlib.compress(document, 6),
    }
    async with database.engine.begin() as connection:
        found = await connection.execute(select(*_LIST_COLUMNS).where(lists.c.digest == mark))
        if (row := found.first()) is not None:
            return StoredList(*row), False
        done = await connection.execute(insert(lists).returning(*_LIST_COLUMNS), values)
        return StoredList(*done.one()), True


async def kept_lists(database: Database) -> tuple[StoredList, ...]:
    """Every imported list, oldest date first; of one date, in the order of import."""
    async with database.reading.connect() as connection:
        return tuple(StoredList(*row) for row in await connection.execute(_LISTS))


async def discard_list(database: Database, number: int) -> bool:
    """Forget an imported list. Published rosters stay. False where there is none of that number."""
    async with database.engine.begin() as connection:
        done = await connection.execute(delete(lists).where(lists.c.id == number))
    return done.rowcount == 1


async def load_list(database: Database, number: int) -> PlacedList:
    """Raises :class:`~bot.publishing.documents.DocumentError`."""
    async with database.reading.connect() as connection:
        packed = await connection.scalar(select(lists.c.document).where(lists.c.id == number))
    return read_list(_unpacked(packed))


async def newest(database: Database) -> Published | None:
    """The roster that is published, None where none is yet."""
    async with database.reading.connect() as connection:
        row = (await connection.execute(_NEWEST)).first()
    return Published(*row) if row else None


async def newest_version(database: Database) -> int:
    """The number of the published roster, 0 where none is yet: one row, asked often."""
    async with database.reading.connect() as connection:
        return int(await connection.scalar(_VERSION) or 0)


async def load_roster(database: Database, version: int) -> Snapshot:
    """A published roster. Raises :class:`~bot.publishing.documents.DocumentError`, also where
    the stored bytes are not those that were published."""
    async with database.reading.connect() as connection:
        row = (
            await connection.execute(
                select(rosters.c.document, rosters.c.digest).where(rosters.c.version == version)
            )
        ).first()
    document = _unpacked(row.document if row else None)
    if row is None or digest(document) != row.digest:
        raise DocumentError(f"published roster {version} is damaged; publish it again")
    return read_snapshot(document)


async def published(database: Database) -> tuple[Published, ...]:
    """Every published roster, oldest first."""
    async with database.reading.connect() as connection:
        found = await connection.execute(select(*_ROSTER_COLUMNS).order_by(rosters.c.version))
        return tuple(Published(*row) for row in found)


async def publish(
    database: Database, snapshot: Snapshot, after: int, who: str, now: datetime
) -> Published:
    """Publish ``snapshot`` as the version after ``after``, in one transaction.

    Raises :class:`PublishedMeanwhileError` where ``after`` is not the newest any more.
    """
    document = snapshot_document(snapshot)
    made = Published(after + 1, snapshot.roster.list_date, digest(document), now, who[:200])
    values = {**asdict(made), "document": zlib.compress(document, 6)}
    try:
        async with database.engine.begin() as connection:
            if int(await connection.scalar(_VERSION) or 0) != after:
                raise PublishedMeanwhileError
            await connection.execute(insert(rosters), values)
    except IntegrityError:
        raise PublishedMeanwhileError from None
    return made


def _unpacked(packed: bytes | None) -> bytes:
    if packed is None:
        raise DocumentError("that list is not in the database")
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise DocumentError(f"stored bytes are damaged ({error}); import the list again") from error
