"""Whoever is written without being looked for: only if nothing is kept of her."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.conversation.session import BLANK, Session
from bot.store import sessions
from bot.store.conversations import STRANGER, Answered
from bot.store.database import Database
from bot.store.day_keys import DayKeys
from bot.store.sealing import Sender
from bot.store.sessions import Change
from tests.store.talks import ADDRESS, NOT_MARKED, NOW, TALKING, get, put, rows


async def meet(database: Database, *senders: Sender, session: Session = TALKING) -> list[bool]:
    """Written as of people whom nobody looked for."""
    after = STRANGER.after(session, Answered("m9"))
    return await sessions.save_all(
        database, [Change(sender, STRANGER, after, NOW, 24) for sender in senders]
    )


async def test_a_stranger_is_written_without_being_looked_for(database: Database) -> None:
    assert await meet(database, database.sealer.sender(ADDRESS)) == [True]
    assert (await get(database)).session == TALKING


async def test_who_is_no_stranger_is_not_written_over_and_the_others_are(
    database: Database,
) -> None:
    await put(database, replace(TALKING, county="06037"), address="sms:talks")
    await put(database, replace(BLANK, stopped=True), address="sms:left")
    await sessions.forget(database, database.sealer.sender("sms:left").indexes)
    senders = [database.sealer.sender(f"sms:{who}") for who in ("new", "talks", "left", "newer")]
    assert await meet(database, *senders) == [True, False, False, True]
    assert (await get(database, address="sms:talks")).session.county == "06037"
    assert (await get(database, address="sms:left")).session == replace(BLANK, stopped=True)
    assert (await get(database, address="sms:newer")).session == TALKING


async def test_a_conversation_of_yesterday_is_not_begun_a_second_time(database: Database) -> None:
    await put(database)
    await DayKeys(database, 24).turn(NOW + timedelta(hours=20))
    assert await meet(database, database.sealer.sender(ADDRESS)) == [False]
    assert await rows(database) == 1


async def test_what_has_expired_makes_nobody_known(database: Database) -> None:
    await put(database, now=NOW - timedelta(hours=26))
    database.swept_hour = 2**40  # this process has swept for good
    assert await meet(database, database.sealer.sender(ADDRESS)) == [True]


async def test_strangers_and_known_people_are_written_in_one_go(database: Database) -> None:
    await put(database, replace(TALKING, stopped=True), address="sms:known")
    known = database.sealer.sender("sms:known")
    before = await get(database, address="sms:known")
    after = before.after(replace(before.session, county="06037"), NOT_MARKED)
    begun = STRANGER.after(TALKING, NOT_MARKED)
    changes = [
        Change(known, before, after, NOW, 24),
        Change(database.sealer.sender(ADDRESS), STRANGER, begun, NOW, 24),
    ]
    assert await sessions.save_all(database, changes) == [True, True]
    assert (await get(database, address="sms:known")).session.county == "06037"
    assert (await get(database)).session == TALKING


async def test_a_stranger_who_wants_no_messages_is_kept_so(database: Database) -> None:
    sender = database.sealer.sender(ADDRESS)
    assert await meet(database, sender, session=replace(BLANK, stopped=True)) == [True]
    assert (await get(database)).session.stopped
    assert await meet(database, sender, session=replace(BLANK, stopped=True)) == [False]
