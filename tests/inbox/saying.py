"""A text said to a process that was just started, or to one that goes on."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.budget import Budget
from bot.channels.inbound import Inbound
from bot.conversation.message import CarrierWord, Channel, Message
from bot.inbox import Inbox
from bot.knowledge import Holder
from bot.settings import travelling_folder
from bot.store.database import Database
from bot.store.memory import Memory

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADDRESS = "whatsapp:US.1"
FORGETS, UNSAVED = "not-remembered", "not-saved"
MIGRATIONS = travelling_folder("migrations", "alembic")


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
