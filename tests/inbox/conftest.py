"""A conversation that anyone can foresee, and databases to remember it in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from bot import inbox
from bot.conversation.message import Message
from bot.conversation.reply import Part, Turn
from bot.conversation.session import Session
from bot.knowledge import Holder, Knowledge
from bot.rendering.limits import Limits
from bot.rendering.text import Text
from bot.store import migrations
from bot.store.database import Database, open_database
from tests.inbox.saying import MIGRATIONS


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
