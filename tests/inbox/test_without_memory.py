"""Whatever becomes of the database: she is answered, told so, and her STOP is kept."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.knowledge import Holder
from bot.store import sessions
from bot.store.database import Database
from tests.inbox.saying import FORGETS, UNSAVED, say, text


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
