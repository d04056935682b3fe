from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from bot import inbox
from bot.budget import Budget
from bot.channels.inbound import Inbound
from bot.channels.limits import LIMITS
from bot.channels.plain import SORRY, TOO_MANY
from bot.conversation.message import CarrierWord, Channel, Message
from bot.conversation.reply import Part, Turn
from bot.conversation.session import Session
from bot.inbox import Inbox
from bot.knowledge import Holder, Knowledge
from bot.rendering.limits import Limits
from bot.rendering.text import Text
from bot.settings import travelling_folder
from bot.store import migrations, sessions
from bot.store.database import Database, open_database
from bot.store.memory import Memory

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADDRESS = "whatsapp:US.1"
FORGETS, UNSAVED = "not-remembered", "not-saved"
MIGRATIONS = travelling_folder("migrations", "alembic")


class Brain:
    """A conversation that counts the texts of one person in its session's label."""

    def __init__(self) -> None:
        self.knowledge: list[object] = []
        self.limits: list[Limits] = []

    def respond(self, message: Message, session: Session, knowledge: object) -> Turn:
        self.knowledge.append(knowledge)
        if message.body == "break":
            raise ValueError(message.body)
        count = len(session.label) + 1
        after = replace(session, language="es", label="x" * count)
        if message.body in ("stop", "start"):
            after = replace(after, stopped=message.body == "stop")
        parts = () if message.carrier else (Part(f"{count} {message.body} {session.stopped}"),)
        name = "deleted" if message.body == "delete" else "fake"
        return Turn(name, "es", parts, after)

    def render(self, turn: Turn, knowledge: object, limits: Limits) -> tuple[Text, ...]:
        self.knowledge.append(knowledge)
        self.limits.append(limits)
        return tuple(Text(part.name, "GSM-7", 1) for part in turn.parts)


@pytest.fixture
def brain(monkeypatch: pytest.MonkeyPatch) -> Brain:
    brain = Brain()
    monkeypatch.setattr(inbox, "respond", brain.respond)
    monkeypatch.setattr(inbox, "render", brain.render)
    return brain


@pytest.fixture
def holder() -> Holder:
    return Holder(cast(Knowledge, "today's"))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = open_database(f"sqlite:///{tmp_path}/bot.sqlite3")
    await migrations.upgrade(database, MIGRATIONS)
    yield database
    await database.close()


@pytest.fixture
async def broken(tmp_path: Path) -> AsyncIterator[Database]:
    """A database without its tables."""
    database = open_database(f"sqlite:///{tmp_path}/broken.sqlite3")
    yield database
    await database.close()


def text(body: str, delivery: str = "", carrier: CarrierWord | None = None) -> Inbound:
    message = Message(body, NOW, Channel.WHATSAPP, carrier=carrier)
    return Inbound(ADDRESS, delivery, message)


class Told(list[str]):
    """What was reported of the database."""

    def __call__(self, what: str, _error: BaseException | None) -> None:
        self.append(what)


def memory_of(database: Database) -> Memory:
    return Memory(database, 24, MIGRATIONS, Told())


def inbox_of(
    holder: Holder, database: Database, memory: Memory | None = None, **limits: int
) -> Inbox:
    """One process's way from text to text."""
    memory = memory or memory_of(database)
    budget = Budget(database, None, None)
    texts, same = limits.get("texts_per_hour", 1000), limits.get("same_replies", 1000)
    return Inbox(holder, database.sealer, memory, budget, texts, same)


async def say(inbound: Inbound, holder: Holder, database: Database) -> list[str]:
    """As a process does that was just started: nothing is in its own memory."""
    memory = memory_of(database)
    texts = await inbox_of(holder, database, memory).answer(inbound)
    await memory.close()
    return [each.text for each in texts]


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
async def test_without_the_database_a_person_is_answered_all_the_same(
    holder: Holder, broken: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert await say(text("hello", "SM1"), holder, broken) == ["1 hello False", FORGETS]
    assert await say(text("stop"), holder, broken) == [UNSAVED]


@pytest.mark.usefixtures("brain")
async def test_a_slow_database_is_not_waited_for(
    holder: Holder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("bot.store.memory.PATIENCE", 0.01)
    monkeypatch.setattr(sessions, "load_all", never)
    monkeypatch.setattr(sessions, "save_all", never)
    assert await say(text("hello"), holder, database) == ["1 hello False", FORGETS]


@pytest.mark.usefixtures("brain")
async def test_an_answer_that_cannot_be_kept_still_goes_out(
    holder: Holder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> bool:
        raise OSError("the disk is full")

    monkeypatch.setattr(sessions, "save_all", fail)
    assert await say(text("hello"), holder, database) == ["1 hello False", FORGETS]


@pytest.mark.usefixtures("brain")
async def test_an_answer_goes_out_even_if_somebody_else_always_writes_first(
    holder: Holder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lose(_: object, changes: list[object]) -> list[bool]:
        return [False for _ in changes]

    with monkeypatch.context() as patch:
        patch.setattr(sessions, "save_all", lose)
        assert await say(text("hello"), holder, database) == ["1 hello False", FORGETS]
        assert await say(text("stop"), holder, database) == [UNSAVED]
    assert await say(text("hm"), holder, database) == ["1 hm True"]


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
async def test_an_opt_out_is_written_even_when_no_conversation_can_be_kept_or_read(
    holder: Holder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(sessions, "load_all", fail)
        patch.setattr(sessions, "save_all", fail)
        await say(text("stop"), holder, database)
    assert await say(text("hm"), holder, database) == ["1 hm True"]


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
