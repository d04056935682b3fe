"""One message in, texts out: errands around the pure function, no branch of law.

Whatever breaks, the person gets an answer. Failures are logged by their type and place in the
code; no log line is ever given a message, a sender or an answer.
"""

from __future__ import annotations

import asyncio
import traceback
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

import structlog

from bot.channels.inbound import Inbound
from bot.channels.limits import LIMITS
from bot.channels.plain import SORRY, TOO_MANY
from bot.conversation.message import CarrierWord, Message
from bot.conversation.reply import Part, Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Holder, Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.rendering.render import render
from bot.rendering.text import Text
from bot.store import optouts, sessions
from bot.store.database import Database
from bot.store.sealing import Sender
from bot.store.sessions import Conversation

DATABASE_SECONDS = 1.0
"""How long an answer waits to learn, and again to keep, what the conversation was about."""

TRIES = 3
"""Two texts of one person at the same moment: the later writer decides again on what the earlier
one left. A third rival within the same milliseconds is no person."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send and what to remember. ``session`` is None where the answer could not be made:
    nothing changes then. ``language`` is the code of what the texts are in."""

    texts: tuple[Text, ...]
    session: Session | None
    language: str = SOURCE_LANGUAGE


def decide(message: Message, session: Session, knowledge: Knowledge) -> Reply:
    """Decide and word one reply. Never raises: a broken answer becomes a plain apology."""
    try:
        turn = respond(message, session, knowledge)
        texts = render(turn, knowledge, LIMITS[message.channel])
    except Exception as error:  # the one place where anything may go wrong and must not show
        log.error("answer failed", **trouble(error))
        return Reply((SORRY,), None)
    return Reply(texts, turn.session, turn.language)


async def answer(
    inbound: Inbound, holder: Holder, database: Database, session_hours: int
) -> tuple[Text, ...]:
    """The texts to send back; none where the carrier already answered. Never raises."""
    knowledge = holder.current  # once: a reply never mixes two versions
    if not inbound.address:
        return decide(inbound.message, BLANK, knowledge).texts
    sender = database.sealer.sender(inbound.address)
    mark = inbound.delivery and database.sealer.mark(inbound.delivery)
    reply = Reply((), None)
    for _ in range(TRIES):
        before = await _load(database, sender, inbound.message.at)
        if before is None:
            return await _answer_unremembered(inbound.message, knowledge, database, sender)
        repeated = before.answer_to(mark)
        if repeated is not None:
            return repeated
        reply = decide(inbound.message, before.session, knowledge)
        if reply.session is None:
            return reply.texts
        session = _kept(reply.session, before.session, inbound.message)
        after = before.after(session, mark, reply.texts)
        if await _save(database, sender, before, after, inbound.message.at, hours=session_hours):
            return reply.texts
    log.warning("conversation not saved", reason="written elsewhere at the same moment")
    await _keep_stop(reply, inbound.message, database, sender)
    return reply.texts


async def refuse(inbound: Inbound, holder: Holder, database: Database) -> tuple[Text, ...]:
    """The one line for a sender over the limit, in the language of the conversation; none for
    one who asked for silence."""
    knowledge, sender = holder.current, database.sealer.sender(inbound.address)
    kept = await _load(database, sender, inbound.message.at)
    if kept is not None and kept.session.stopped:
        return ()
    if kept is None or kept.session.language is None:
        return (TOO_MANY,)
    turn = Turn("too-many", kept.session.language, (Part("too-many"),), kept.session)
    try:
        return render(turn, knowledge, LIMITS[inbound.message.channel])
    except Exception as error:
        log.error("answer failed", **trouble(error))
        return (TOO_MANY,)


def trouble(error: BaseException) -> dict[str, str]:
    """What may be logged of an error: its type, and the file and line where it arose. Never its
    words, which may hold a piece of the message."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"error": type(error).__name__, "where": where}


def _kept(session: Session, before: Session, message: Message) -> Session:
    """After the carrier's STOP it is the carrier that keeps silence, and that lifts it again when
    the person asks: a second record of ours could only contradict it."""
    if message.carrier is CarrierWord.STOP:
        return replace(session, stopped=before.stopped)
    return session


async def _answer_unremembered(
    message: Message, knowledge: Knowledge, database: Database, sender: Sender
) -> tuple[Text, ...]:
    """Without the database: a fresh conversation. A STOP is still written, if it can be."""
    reply = decide(message, BLANK, knowledge)
    await _keep_stop(reply, message, database, sender)
    return reply.texts


async def _keep_stop(reply: Reply, message: Message, database: Database, sender: Sender) -> None:
    """A person's STOP is written even where the rest of the conversation could not be."""
    if reply.session is None or not _kept(reply.session, BLANK, message).stopped:
        return
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            await optouts.stop(database, sender)
    except Exception as error:
        log.error("opt-out not saved", **trouble(error))


async def _load(database: Database, sender: Sender, now: datetime) -> Conversation | None:
    """None where the database did not answer in time."""
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            return await sessions.load(database, sender, now)
    except Exception as error:
        log.error("conversation not loaded", **trouble(error))
        return None


async def _save(
    database: Database,
    sender: Sender,
    before: Conversation,
    after: Conversation,
    now: datetime,
    *,
    hours: int,
) -> bool:
    """False where another text of the same person was faster. A failure counts as done: the
    answer still goes out."""
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            return await sessions.save(database, sender, before, after, now=now, hours=hours)
    except Exception as error:
        log.error("conversation not saved", **trouble(error))
        return True
