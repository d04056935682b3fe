"""A conversation's key is random, is there a day early, and is gone when nothing can need it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.conversation.session import BLANK, Session
from bot.store import optouts, sessions
from bot.store.conversations import Answered
from bot.store.database import Database, open_database
from bot.store.day_keys import DayKeys
from bot.store.tables import session_keys
from tests.conftest import NOW

KEY = "a key that is only used in tests, and is long enough"
OTHER_KEY = "another key that is only used in tests, and long enough"
ADDRESS = "sms:+14045550123"
TODAY = int(NOW.timestamp()) // 86400
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def days(database: Database) -> list[int]:
    async with database.reading.connect() as connection:
        return sorted(row.day for row in await connection.execute(select(session_keys)))


async def write(database: Database, now: datetime) -> None:
    sender = database.sealer.sender(ADDRESS)
    before = await sessions.load(database, sender, now)
    after = before.after(Session(county="26075"), Answered("m1"))
    assert await sessions.save(database, sender, before, after, now=now, hours=24)


async def read(database: Database, now: datetime) -> Session:
    return (await sessions.load(database, database.sealer.sender(ADDRESS), now)).session


async def test_tomorrows_key_is_there_today(database: Database) -> None:
    assert await days(database) == [TODAY, TODAY + 1]


async def test_a_conversation_goes_on_over_midnight(database: Database) -> None:
    keys = DayKeys(database, 24)
    await keys.turn(NOW)
    await write(database, NOW)
    for later in (NOW + 11 * HOUR, NOW + 13 * HOUR, NOW + 23 * HOUR):
        await keys.turn(later)
        assert (await read(database, later)).county == "26075"


async def test_in_the_last_hour_a_row_of_a_clock_that_is_ahead_is_found(
    database: Database,
) -> None:
    ahead, behind = DayKeys(database, 24), DayKeys(database, 24)
    midnight = datetime.fromtimestamp((TODAY + 1) * 86400, UTC)
    await ahead.turn(midnight)
    await write(database, midnight)
    await behind.turn(midnight - HOUR / 60)
    assert (await read(database, midnight)).county == "26075"


async def test_a_text_pays_for_no_key_that_nothing_can_stand_under_yet(
    database: Database,
) -> None:
    await DayKeys(database, 24).turn(NOW)
    assert len(database.sealer.sender(ADDRESS).names) == 1


async def test_each_text_moves_the_conversation_to_todays_key(database: Database) -> None:
    keys = DayKeys(database, 24)
    await keys.turn(NOW)
    for day in range(5):
        await keys.turn(NOW + day * DAY)
        await write(database, NOW + day * DAY)
    assert (await read(database, NOW + 4 * DAY)).county == "26075"


async def test_a_key_is_erased_once_no_conversation_can_stand_under_it(database: Database) -> None:
    keys = DayKeys(database, 24)
    midnight = datetime.fromtimestamp((TODAY + 1) * 86400, UTC)
    await keys.turn(midnight - HOUR)
    await write(database, midnight - HOUR)
    for hours in (0, 12, 24):
        await keys.turn(midnight + hours * HOUR)
        assert TODAY in await days(database)
    await keys.turn(midnight + 25 * HOUR)
    assert TODAY not in await days(database)


async def test_the_secret_and_a_later_database_open_no_older_row(
    address: str, database: Database
) -> None:
    """The row is still there, as in a copy of the disk from that day; its key is not."""
    await write(database, NOW)
    thief = open_database(address, [KEY])
    keys = DayKeys(thief, 24)
    await keys.turn(NOW + 4 * DAY)
    assert await read(thief, NOW) == BLANK
    await thief.close()


async def test_an_erased_key_is_in_no_file_of_the_database(database: Database) -> None:
    if database.file is None:
        pytest.skip("PostgreSQL's files are its own: the table is rewritten there")
    async with database.reading.connect() as connection:
        sealed = (await connection.execute(select(session_keys.c.sealed))).scalars().first()
    assert sealed is not None
    piece = sealed[100:160]
    assert any(piece in file.read_bytes() for file in database.file.parent.iterdir())
    await DayKeys(database, 24).turn(NOW + 9 * DAY)
    assert not any(piece in file.read_bytes() for file in database.file.parent.iterdir())


@pytest.mark.usefixtures("database")
async def test_processes_that_start_at_once_agree_on_the_keys(address: str) -> None:
    others = [open_database(address, [KEY]) for _ in range(4)]
    later = NOW + 40 * DAY
    await asyncio.gather(*(DayKeys(other, 24).turn(later) for other in others))
    indexes = {other.sealer.sender(ADDRESS).newest.index for other in others}
    assert len(indexes) == 1
    for other in others:
        await other.close()


async def test_the_keys_move_to_a_new_secret_and_are_lost_with_a_lost_one(
    address: str, database: Database
) -> None:
    await write(database, NOW)
    both = open_database(address, [OTHER_KEY, KEY])
    await DayKeys(both, 24).turn(NOW)
    alone = open_database(address, [OTHER_KEY])
    await DayKeys(alone, 24).turn(NOW)
    assert (await read(alone, NOW)).county == "26075"
    stranger = open_database(address, ["a third key, made after the others were lost"])
    await DayKeys(stranger, 24).turn(NOW)
    assert await read(stranger, NOW) == BLANK
    await write(stranger, NOW)
    assert (await read(stranger, NOW)).county == "26075"
    for each in (both, alone, stranger):
        await each.close()


async def test_an_opt_out_outlives_every_day(database: Database) -> None:
    await optouts.stop(database, database.sealer.sender(ADDRESS))
    await DayKeys(database, 24).turn(NOW + 400 * DAY)
    assert (await read(database, NOW + 400 * DAY)).stopped
