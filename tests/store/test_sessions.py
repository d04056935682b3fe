from __future__ import annotations

import asyncio
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.conversation.session import BLANK, Deck, Offer, Session
from bot.store import sessions
from bot.store.conversations import Answered, Conversation, Counts
from bot.store.database import Database, open_database
from bot.store.day_keys import DayKeys
from bot.store.rows import Answers, decoded, encoded
from bot.store.sealing import BUCKET_BYTES, Sealer, Sender, seal
from bot.store.tables import sessions as table
from tests.store.talks import ADDRESS, NOT_MARKED, NOW, TALKING, get, put, rows

KEY = "a key that is only used in tests, and is long enough"
OTHER_KEY = "another key that is only used in tests, long enough too"


async def test_an_unknown_sender_has_a_blank_conversation(database: Database) -> None:
    assert await get(database) == Conversation(BLANK, (), 0, None)


async def test_what_was_saved_is_loaded_whole(database: Database) -> None:
    assert await put(database, mark="m1")
    found = await get(database)
    assert found.session == TALKING
    assert found.answer_to("m1") == Answered("m1", BLANK, "e3b0c442")
    assert found.answer_to("m2") is None


async def test_each_field_of_a_session_is_kept(database: Database) -> None:
    """A new field of the noun needs no change here, and this fails if it is not kept."""
    await put(database)
    kept = (await get(database)).session
    for field in fields(Session):
        assert getattr(kept, field.name) == getattr(TALKING, field.name), field.name


async def test_another_sender_finds_nothing_of_it(database: Database) -> None:
    await put(database)
    assert (await get(database, address="whatsapp:+12025550123")).session == BLANK


async def test_of_two_writers_at_once_the_second_is_told_to_decide_again(
    database: Database,
) -> None:
    sender = database.sealer.sender(ADDRESS)
    for _ in range(2):  # a first text, then a text in a conversation
        before = await sessions.load(database, sender, NOW)
        first = before.after(TALKING, NOT_MARKED)
        second = before.after(replace(TALKING, county="06037"), NOT_MARKED)
        assert await sessions.save(database, sender, before, first, now=NOW, hours=24)
        assert not await sessions.save(database, sender, before, second, now=NOW, hours=24)
        assert (await get(database)).session.county == "26075"


async def test_of_many_writers_at_once_exactly_one_wins(database: Database) -> None:
    await put(database)
    sender = database.sealer.sender(ADDRESS)
    before = await sessions.load(database, sender, NOW)
    won = await asyncio.gather(
        *(
            sessions.save(
                database, sender, before, before.after(TALKING, NOT_MARKED), now=NOW, hours=1
            )
            for _ in range(8)
        )
    )
    assert won.count(True) == 1


async def test_only_the_last_answers_are_kept(database: Database) -> None:
    for number in range(5):
        await put(database, mark=f"m{number}")
    assert [past.mark for past in (await get(database)).answered] == ["m2", "m3", "m4"]


async def test_a_conversation_that_became_blank_takes_its_older_answers_with_it(
    database: Database,
) -> None:
    await put(database, mark="m1")
    await put(database, BLANK, mark="m2")
    assert (await get(database)).answered == (Answered("m2", Session(language="es"), "e3b0c442"),)


@pytest.mark.parametrize(
    ("session", "lives", "gone"),
    [
        (TALKING, timedelta(hours=24), timedelta(hours=25)),
        (BLANK, timedelta(minutes=10), timedelta(hours=1)),
    ],
    ids=["a conversation", "only an answer to repeat"],
)
async def test_a_row_lives_its_time_and_no_more_than_an_hour_longer(
    database: Database, session: Session, lives: timedelta, gone: timedelta
) -> None:
    await put(database, session, mark="m1")
    assert (await get(database, now=NOW + lives)).answer_to("m1") is not None
    assert (await get(database, now=NOW + gone)).answer_to("m1") is None


async def test_expiry_does_not_tell_the_minute_of_a_text(database: Database) -> None:
    for minute in (0, 1, 30, 59):
        at = NOW.replace(minute=minute)
        await put(database, now=at, address=f"sms:{minute}")
    async with database.reading.connect() as connection:
        hours = (await connection.execute(select(table.c.expires_hour).distinct())).all()
    assert len(hours) == 1


async def test_a_later_writer_deletes_what_has_expired(database: Database) -> None:
    await put(database)
    await put(database, now=NOW + timedelta(hours=26), address="sms:+12025550199")
    assert await rows(database) == 1


async def test_an_expired_row_does_not_keep_its_sender_from_starting_anew(
    database: Database,
) -> None:
    await put(database)
    database.swept_hour = 2**40  # this process has swept for good
    assert await put(database, now=NOW + timedelta(hours=26))
    assert await rows(database) == 1


async def test_a_conversation_can_be_deleted_at_once(database: Database) -> None:
    await put(database, replace(TALKING, stopped=True))
    await sessions.forget(database, database.sealer.sender(ADDRESS).indexes)
    assert (await get(database)).session == replace(BLANK, stopped=True)


async def test_an_opt_out_outlives_the_conversation(database: Database) -> None:
    await put(database, replace(BLANK, stopped=True))
    later = NOW + timedelta(days=400)
    await sessions.expire(database, later)
    assert await rows(database) == 0
    assert (await get(database, now=later)).session == replace(BLANK, stopped=True)


async def test_an_opt_out_ends_when_the_person_starts_again(database: Database) -> None:
    await put(database, replace(TALKING, stopped=True))
    await put(database, replace(TALKING, stopped=False))
    assert not (await get(database)).session.stopped


@pytest.mark.parametrize(
    "damage",
    [b"", b"short", bytes(BUCKET_BYTES + 28), "other row", "other version"],
    ids=["empty", "short", "zeros", "another person's row", "an older version of the row"],
)
async def test_a_row_that_cannot_be_understood_counts_as_blank_and_is_written_over(
    database: Database, damage: bytes | str
) -> None:
    await put(database)
    await put(database, address="sms:+12025550199")
    values: dict[str, object] = {"sealed": damage}
    if damage == "other version":
        values = {"version": table.c.version + 1}
    elif damage == "other row":
        other = database.sealer.sender("sms:+12025550199").newest.index
        chosen = select(table.c.sealed).where(table.c.sender == other).scalar_subquery()
        values = {"sealed": chosen}
    mine = table.c.sender == database.sealer.sender(ADDRESS).newest.index
    async with database.engine.begin() as connection:
        await connection.execute(update(table).where(mine).values(values))
    assert (await get(database)).session == BLANK
    assert await put(database)
    assert (await get(database)).session == TALKING


async def test_while_the_secret_is_changed_conversations_and_opt_outs_move_to_the_new_one(
    address: str, database: Database
) -> None:
    await put(database, replace(TALKING, stopped=True))
    both = open_database(address, [OTHER_KEY, KEY])
    await DayKeys(both, 24).turn(NOW)
    found = await get(both)
    assert found.session == replace(TALKING, stopped=True)
    assert await put(both, found.session)
    await both.close()
    alone = open_database(address, [OTHER_KEY])
    await DayKeys(alone, 24).turn(NOW)
    assert (await get(alone)).session == replace(TALKING, stopped=True)
    assert await rows(alone) == 1
    await alone.close()


async def test_without_the_secret_a_row_cannot_even_be_found(
    address: str, database: Database
) -> None:
    await put(database)
    stranger = open_database(address, [OTHER_KEY])
    assert (await get(stranger)).session == BLANK
    await stranger.close()


words = st.text(max_size=40)
talks = st.builds(
    Session,
    language=st.none() | words,
    county=st.none() | words,
    label=words,
    asking=st.booleans(),
    wanted=words,
    offers=st.lists(st.builds(Offer, words, words, words), max_size=9).map(tuple),
    deck=st.none() | st.builds(Deck, words, st.integers(0, 99)),
    told=st.frozensets(words, max_size=5),
)
conversations = st.builds(
    Conversation,
    session=talks,
    answered=st.lists(st.builds(Answered, words, talks, words, words), max_size=3).map(tuple),
    counts=st.builds(Counts, st.integers(0), st.integers(0), st.integers(0)),
)


@given(conversations)
def test_any_conversation_comes_back_as_it_was_put_away(conversation: Conversation) -> None:
    answers = Answers(conversation.answered, conversation.counts)
    assert decoded(encoded(conversation)) == (conversation.session, answers)


@given(conversations)
def test_the_size_of_a_row_is_a_whole_number_of_buckets(conversation: Conversation) -> None:
    sender: Sender = Sealer([KEY.encode()]).sender(ADDRESS)
    sealed = seal(sender.newest.key, encoded(conversation), b"")
    assert (len(sealed) - 12 - 16) % BUCKET_BYTES == 0
