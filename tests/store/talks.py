"""A conversation of one person, put into a database and taken out of it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, select

from bot.conversation.session import Deck, Offer, Session
from bot.store import sessions
from bot.store.conversations import Answered, Conversation
from bot.store.database import Database
from bot.store.tables import sessions as table

NOT_MARKED = Answered("")
ADDRESS = "sms:+12025550123"
NOW = datetime(2026, 11, 22, 12, 20, tzinfo=UTC)
TALKING = Session(
    language="es",
    county="26075",
    label="Jackson",
    asking=True,
    wanted="detainer",
    offers=(Offer("place", "26075", "Jackson County"), Offer("topic", "bail")),
    deck=Deck("detainer", 2),
    told=frozenset({"unreviewed"}),
)


async def put(
    database: Database,
    session: Session = TALKING,
    *,
    mark: str = "",
    now: datetime = NOW,
    address: str = ADDRESS,
) -> bool:
    sender = database.sealer.sender(address)
    before = await sessions.load(database, sender, now)
    after = before.after(session, Answered(mark, before.session, "e3b0c442"))
    return await sessions.save(database, sender, before, after, now=now, hours=24)


async def get(database: Database, *, now: datetime = NOW, address: str = ADDRESS) -> Conversation:
    return await sessions.load(database, database.sealer.sender(address), now)


async def rows(database: Database) -> int:
    async with database.reading.connect() as connection:
        return (await connection.execute(select(func.count()).select_from(table))).scalar_one()
