"""A database that was gone is believed again, however many were answered without it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.session import Session
from bot.settings import travelling_folder
from bot.store import met, overtaken, sessions
from bot.store.conversations import STRANGER, Answered, Conversation
from bot.store.database import Database
from bot.store.memory import Kept, Memory
from bot.store.met import Met

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LONGEST = 20
"""Seconds; on a quiet machine each of these takes less than one."""


@pytest.fixture
async def memory(database: Database) -> AsyncIterator[Memory]:
    kept = Memory(database, 24, travelling_folder("migrations", "alembic"), lambda *_: None)
    yield kept
    await kept.close()


async def remember(memory: Memory, address: str, database: Database) -> None:
    after = Conversation().after(Session(county="26075"), Answered(address))
    kept = await memory.keep(database.sealer.sender(address), Conversation(), after, NOW)
    assert kept is Kept.DONE


async def answered_again(memory: Memory) -> None:
    async with asyncio.timeout(LONGEST):
        while not memory.available:
            await asyncio.sleep(0)


async def test_texts_that_never_pause_do_not_keep_it_gone(
    memory: Memory, database: Database
) -> None:
    memory.overtake(database.sealer.sender("somebody"))
    numbers = itertools.count()
    async with asyncio.timeout(LONGEST):
        while not memory.available:
            sender = database.sealer.sender(f"person {next(numbers)}")
            if await memory.recall(sender, NOW) is None:
                memory.overtake(sender)
            await asyncio.sleep(0)


async def test_what_was_overtaken_is_forgotten_before_it_is_believed(
    memory: Memory, database: Database
) -> None:
    await remember(memory, "hers", database)
    await remember(memory, "his", database)
    memory.overtake(database.sealer.sender("hers"))
    await answered_again(memory)
    hers = await memory.recall(database.sealer.sender("hers"), NOW)
    his = await memory.recall(database.sealer.sender("his"), NOW)
    assert hers is not None
    assert hers.version == 0
    assert his is not None
    assert his.session.county == "26075"


async def test_a_crowd_larger_than_one_batch_is_forgotten_in_several(
    memory: Memory, database: Database
) -> None:
    await remember(memory, "person 4999", database)
    for number in range(5000):
        memory.overtake(database.sealer.sender(f"person {number}"))
    await answered_again(memory)
    found = await sessions.load(database, database.sealer.sender("person 4999"), NOW)
    assert found.version == 0


async def test_beyond_what_is_kept_in_mind_all_conversations_are_forgotten(
    memory: Memory, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overtaken, "MOST", 10)
    await remember(memory, "somebody else", database)
    for number in range(20):
        memory.overtake(database.sealer.sender(f"person {number}"))
    await answered_again(memory)
    other = await memory.recall(database.sealer.sender("somebody else"), NOW)
    assert other is not None
    assert other.version == 0


async def test_who_was_not_met_in_this_hour_is_taken_for_a_stranger_once(
    memory: Memory, database: Database
) -> None:
    sender = database.sealer.sender("hers")
    assert await memory.expect(sender, NOW) == STRANGER
    await remember(memory, "hers", database)
    for later in (timedelta(), timedelta(minutes=59)):
        found = await memory.expect(sender, NOW + later)
        assert found is not None
        assert found.session.county == "26075"
    assert await memory.expect(sender, NOW + timedelta(hours=1)) == STRANGER


async def test_a_stranger_of_whom_something_is_kept_has_to_be_looked_for(
    memory: Memory, database: Database
) -> None:
    await remember(memory, "hers", database)
    sender = database.sealer.sender("hers")
    after = STRANGER.after(Session(county="06037"), Answered("m"))
    assert await memory.keep(sender, STRANGER, after, NOW) is Kept.BEATEN
    found = await memory.recall(sender, NOW)
    assert found is not None
    assert found.session.county == "26075"


async def test_while_the_database_is_gone_nobody_is_taken_for_a_stranger(
    memory: Memory, database: Database
) -> None:
    memory.overtake(database.sealer.sender("somebody"))
    assert await memory.expect(database.sealer.sender("hers"), NOW) is None


def test_no_more_senders_are_kept_in_mind_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(met, "MOST", 3)
    known = Met()
    senders = [bytes([number]) for number in range(3)]
    assert [known.is_new(sender, 1) for sender in (*senders, *senders)] == [True] * 3 + [True] * 3
