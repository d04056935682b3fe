"""One message in, texts out: errands around the pure function, no branch of law.

Whatever breaks, the person gets an answer. Failures are logged by their type and place in the
code; no log line is ever given a message, a sender or an answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.budget import Budget
from bot.channels.inbound import Inbound
from bot.channels.limits import LIMITS
from bot.channels.plain import SORRY, TOO_MANY
from bot.channels.prices import price
from bot.conversation.message import CarrierWord, Message
from bot.conversation.notices import without_memory
from bot.conversation.reply import Part, Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Holder, Knowledge
from bot.rendering.render import render
from bot.rendering.text import Text
from bot.replies import Replies, Reply
from bot.store.conversations import Answered, Conversation, hash_of
from bot.store.memory import PATIENCE, Kept, Memory, within
from bot.store.sealing import Sealer, Sender
from bot.store.sessions import hour_of
from bot.trouble import trouble
from bot.turns import Turns

TRIES = 50
"""Two texts of one person at the same moment, on two machines: the later writer decides again on
what the earlier one left. So many rivals within milliseconds are no person."""

LATELY = 10_000
"""Answers given without memory that this process can still repeat."""

ALWAYS_ANSWERED = frozenset({"despair", "abuse", "emergency", "stopped", "deleted"})
"""No limit silences these, except that on the number of one sender's texts."""

SILENCE = Reply((), None)

Owe = Callable[[str, datetime], Awaitable[None]]
"""Given the carrier's own form of an address, and when it was asked."""

log = structlog.get_logger()


def decide(
    message: Message, session: Session, knowledge: Knowledge, *, memory: bool = True
) -> Reply:
    """Decide and word one reply; without ``memory`` it says that nothing is kept. Never raises: a
    broken answer becomes a plain apology."""
    try:
        turn = respond(message, session, knowledge)
        turn = turn if memory else without_memory(turn, session)
        texts = render(turn, knowledge, LIMITS[message.channel])
    except Exception as error:  # the one place where anything may go wrong and must not show
        log.error("answer failed", **trouble(error))
        return Reply((SORRY,), None)
    return Reply(texts, turn.session, turn.language, turn.reply)


@dataclass(frozen=True, slots=True)
class Asked:
    """One text in hand: ``mark`` is the keyed hash of its delivery, "" where it had no id."""

    message: Message
    sender: Sender
    mark: str
    knowledge: Knowledge
    carrier_address: str = field(default="", repr=False)


class Inbox:
    """``texts_per_hour`` of one sender are answered, and ``same_replies`` alike in a row.
    ``owe`` keeps the errand of a DELETE: to have the carrier's copies of an address deleted."""

    def __init__(
        self,
        holder: Holder,
        sealer: Sealer,
        memory: Memory,
        budget: Budget,
        texts_per_hour: int,
        same_replies: int,
        owe: Owe | None = None,
    ) -> None:
        self._holder, self._sealer, self._memory, self._budget = holder, sealer, memory, budget
        self._texts_per_hour, self._same_replies = texts_per_hour, same_replies
        self._replies, self._turns = Replies(decide), Turns()
        self._owe = owe
        self._lately: OrderedDict[str, tuple[Text, ...]] = OrderedDict()

    async def answer(self, inbound: Inbound) -> tuple[Text, ...]:
        """The texts to send back; none where the carrier already answered, or a limit says
        silence."""
        message, knowledge = inbound.message, self._holder.current
        if not inbound.address:
            return self._replies.to(message, BLANK, knowledge).texts
        asked = Asked(
            message,
            self._sealer.sender(inbound.address),
            self._sealer.mark(inbound.delivery) if inbound.delivery else "",
            knowledge,  # once: a reply never mixes two versions
            inbound.carrier_address,
        )
        index = asked.sender.newest.index
        turn = await self._turns.wait(index)
        try:
            texts = self._lately.get(asked.mark)
            return await self._in_turn(asked) if texts is None else texts
        finally:
            self._turns.done(index, turn)

    async def refuse(self, inbound: Inbound) -> tuple[Text, ...]:
        """The one line for a sender over the limit, in the language of the conversation; none for
        one who asked for silence."""
        sender = self._sealer.sender(inbound.address)
        kept = await self._memory.recall(sender, inbound.message.at)
        session = kept.session if kept is not None else BLANK
        asked = Asked(inbound.message, sender, "", self._holder.current)
        return () if session.stopped else self._plain("too-many", session.language, asked)

    async def _in_turn(self, asked: Asked) -> tuple[Text, ...]:
        at, before = asked.message.at, Conversation()
        for _ in range(TRIES):
            recalled = await self._memory.expect(asked.sender, at)
            if recalled is None:
                break
            before = recalled
            repeated = before.answer_to(asked.mark)
            if repeated is not None:
                return self._again(asked, repeated)
            reply, kept = await self._decided(asked, before)
            if kept is Kept.DONE:
                return reply.texts
            if kept is Kept.LOST:
                break
        return self._without_memory(asked, before)

    async def _decided(self, asked: Asked, before: Conversation) -> tuple[Reply, Kept]:
        """DONE also where there is nothing to keep."""
        reply, after = self._within_limits(asked, before)
        if reply.session is None:
            return reply, Kept.DONE
        if reply.name == "deleted" and self._owe is not None:
            if before.assumed:
                return reply, Kept.BEATEN  # what leaves this house is not done twice
            reply = await self._owed(self._owe, asked, reply)
            after = _after(asked, before, reply)
        kept = await self._memory.keep(asked.sender, before, after, asked.message.at)
        if kept is Kept.DONE:
            self._spend(asked, reply.texts)
        return reply, kept

    async def _owed(self, owe: Owe, asked: Asked, reply: Reply) -> Reply:
        """The errand is kept before the answer says so, or the answer does not say so."""
        try:
            await within(PATIENCE, owe(asked.carrier_address, asked.message.at))
        except Exception as error:
            log.error("the carrier will not be asked to delete", **trouble(error))
            texts = self._plain("deleted", reply.language, asked)
            return replace(reply, texts=texts, plain="deleted")
        return reply

    def _again(self, asked: Asked, answered: Answered) -> tuple[Text, ...]:
        """The answer that this delivery had already. It is made again from what it was made of:
        its words were not kept."""
        if answered.plain:
            return self._plain(answered.plain, answered.before.language, asked)
        return self._replies.to(asked.message, answered.before, asked.knowledge).texts

    def _within_limits(self, asked: Asked, before: Conversation) -> tuple[Reply, Conversation]:
        """The reply, or a plain word, or silence, where this sender or the budget is over a
        limit; and what is kept after it. Silence changes nothing."""
        counts = before.counts.at(hour_of(asked.message.at))
        if counts.texts > self._texts_per_hour:
            return SILENCE, before
        if counts.texts == self._texts_per_hour:
            reply = self._instead("too-many", asked, before)
            return reply, _after(asked, before, reply)
        reply = self._replies.to(asked.message, before.session, asked.knowledge)
        if reply.session is not None and reply.name not in ALWAYS_ANSWERED:
            return self._affordable(asked, before, reply)
        return reply, _after(asked, before, reply)

    def _affordable(
        self, asked: Asked, before: Conversation, reply: Reply
    ) -> tuple[Reply, Conversation]:
        if self._budget.over(asked.message.at.date()):
            reply = self._instead("over-budget", asked, before, reply.language)
            return reply, _after(asked, before, reply)
        after = _after(asked, before, reply)
        return (SILENCE, before) if after.counts.same > self._same_replies else (reply, after)

    def _instead(
        self, name: str, asked: Asked, before: Conversation, language: str | None = None
    ) -> Reply:
        """A plain word, once: the same again would only cost. None for who asked for silence."""
        language = before.session.language or language
        texts = self._plain(name, language, asked)
        if before.session.stopped or before.said_last(hash_of(texts)):
            return SILENCE
        return Reply(texts, before.session, language or "", plain=name)

    def _plain(self, name: str, language: str | None, asked: Asked) -> tuple[Text, ...]:
        if language is None:
            return (TOO_MANY,)
        turn = Turn(name, language, (Part(name),), BLANK)
        try:
            return render(turn, asked.knowledge, LIMITS[asked.message.channel])
        except Exception as error:
            log.error("answer failed", **trouble(error))
            return (TOO_MANY,)

    def _without_memory(self, asked: Asked, before: Conversation) -> tuple[Text, ...]:
        """The database does not answer: the person is answered, and told that nothing is kept.
        An opt-out is written as soon as it can be."""
        reply = self._replies.to(asked.message, before.session, asked.knowledge, memory=False)
        if reply.session is None:
            return reply.texts
        if _kept(reply.session, before.session, asked.message).stopped:
            self._memory.stop_later(asked.sender)
        self._memory.overtake(asked.sender)
        self._spend(asked, reply.texts)
        if asked.mark:
            self._lately[asked.mark] = reply.texts
            if len(self._lately) > LATELY:
                self._lately.popitem(last=False)
        return reply.texts

    def _spend(self, asked: Asked, texts: tuple[Text, ...]) -> None:
        self._budget.spend(price(asked.message.channel, texts), asked.message.at.date())


def _after(asked: Asked, before: Conversation, reply: Reply) -> Conversation:
    session = _kept(reply.session or BLANK, before.session, asked.message)
    decided_on = Session(language=reply.language or None) if reply.plain else before.session
    answered = Answered(asked.mark, decided_on, reply.sent, reply.plain)
    return before.after(session, answered, before.counted(hour_of(asked.message.at), reply.sent))


def _kept(session: Session, before: Session, message: Message) -> Session:
    """After the carrier's STOP it is the carrier that keeps silence, and that lifts it again when
    the person asks: a second record of ours could only contradict it."""
    if message.carrier is CarrierWord.STOP:
        return replace(session, stopped=before.stopped)
    return session
