"""From one text to the texts that answer it: remembered, in order, once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import cast

import pytest

from bot import inbox
from bot.budget import Budget
from bot.channels.inbound import Inbound
from bot.channels.limits import LIMITS
from bot.channels.plain import SORRY, TOO_MANY
from bot.conversation.message import CarrierWord, Channel, Message
from bot.conversation.reply import Turn
from bot.conversation.session import Session
from bot.inbox import Inbox
from bot.knowledge import Holder, Knowledge
from bot.store import sessions
from bot.store.database import Database
from tests.inbox.conftest import Brain
from tests.inbox.saying import ADDRESS, NOW, inbox_of, memory_of, say, text


@pytest.mark.usefixtures("brain")
async def test_a_conversation_is_remembered_from_text_to_text(
    holder: Holder, database: Database
) -> None:
    assert await say(text("hello"), holder, database) == ["1 hello False"]
    assert await say(text("more"), holder, database) == ["2 more False"]


@pytest.mark.usefixtures("brain")
async def test_a_repeated_delivery_gets_the_same_answer_and_changes_nothing(
    holder: Holder, database: Database
) -> None:
    first = await say(text("hello", "SM1"), holder, database)
    before = await sessions.load(database, database.sealer.sender(ADDRESS), NOW)
    assert await say(text("hello", "SM1"), holder, database) == first
    assert await sessions.load(database, database.sealer.sender(ADDRESS), NOW) == before
    assert await say(text("hello", "SM2"), holder, database) == ["2 hello False"]


@pytest.mark.usefixtures("brain")
async def test_the_same_delivery_twice_at_once_is_answered_once(
    holder: Holder, database: Database
) -> None:
    both = await asyncio.gather(*(say(text("hello", "SM1"), holder, database) for _ in range(2)))
    assert both == [["1 hello False"]] * 2


@pytest.mark.usefixtures("brain")
async def test_two_texts_at_once_do_not_overwrite_each_other(
    holder: Holder, database: Database
) -> None:
    both = await asyncio.gather(
        say(text("one", "SM1"), holder, database), say(text("two", "SM2"), holder, database)
    )
    assert sorted(answer[0][0] for answer in both) == ["1", "2"]


async def test_one_reply_never_mixes_two_versions_of_what_is_known(
    brain: Brain, holder: Holder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap_then_respond(message: Message, session: Session, knowledge: object) -> Turn:
        holder.current = cast(Knowledge, "tomorrow's")
        return brain.respond(message, session, knowledge)

    monkeypatch.setattr(inbox, "respond", swap_then_respond)
    await say(text("hello"), holder, database)
    assert set(brain.knowledge) == {"today's"}


async def test_texts_are_made_within_the_limits_of_their_channel(
    brain: Brain, holder: Holder, database: Database
) -> None:
    await say(text("hello"), holder, database)
    assert brain.limits == [LIMITS[Channel.WHATSAPP]]


@pytest.mark.usefixtures("brain")
async def test_a_broken_answer_is_a_plain_apology_and_nothing_is_remembered(
    holder: Holder, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await say(text("hello"), holder, database)
    assert await say(text("break", "SM1"), holder, database) == [SORRY.text]
    assert await say(text("more"), holder, database) == ["2 more False"]
    assert "ValueError" in "".join(capsys.readouterr())


@pytest.mark.usefixtures("brain")
async def test_an_opt_out_is_kept_until_the_person_starts_again(
    holder: Holder, database: Database
) -> None:
    await say(text("stop"), holder, database)
    await sessions.forget(database, database.sealer.sender(ADDRESS).indexes)
    assert await say(text("hm"), holder, database) == ["1 hm True"]
    await say(text("start"), holder, database)
    assert await say(text("hm"), holder, database) == ["3 hm False"]


@pytest.mark.usefixtures("brain")
async def test_the_carrier_is_asked_once_to_forget_somebody_whom_another_process_knows(
    holder: Holder, database: Database
) -> None:
    owed: list[str] = []

    async def owe(address: str, _at: datetime) -> None:
        owed.append(address)

    await say(text("hello"), holder, database)
    here = Inbox(
        holder, database.sealer, memory_of(database), Budget(database, None, None), 9, 9, owe
    )
    answer = await here.answer(replace(text("delete"), carrier_address="her"))
    assert [each.text for each in answer] == ["2 delete False"]
    assert owed == ["her"]


@pytest.mark.usefixtures("brain")
async def test_what_the_carrier_stopped_is_not_stopped_by_us_as_well(
    holder: Holder, database: Database
) -> None:
    assert await say(text("stop", carrier=CarrierWord.STOP), holder, database) == []
    assert await say(text("hm"), holder, database) == ["2 hm False"]


@pytest.mark.usefixtures("brain")
async def test_a_text_without_a_sender_is_answered_and_not_remembered(
    holder: Holder, database: Database
) -> None:
    nobody = Inbound("", "", Message("hello", NOW))
    assert await say(nobody, holder, database) == ["1 hello False"]
    assert await say(nobody, holder, database) == ["1 hello False"]


@pytest.mark.usefixtures("brain")
async def test_too_many_texts_are_refused_in_the_language_of_the_conversation(
    holder: Holder, database: Database, broken: Database
) -> None:
    assert await inbox_of(holder, database).refuse(text("hello")) == (TOO_MANY,)
    assert await inbox_of(holder, broken).refuse(text("hello")) == (TOO_MANY,)
    await say(text("hello"), holder, database)
    assert [each.text for each in await inbox_of(holder, database).refuse(text("x"))] == [
        "too-many"
    ]
    await say(text("stop"), holder, database)
    assert await inbox_of(holder, database).refuse(text("x")) == ()
