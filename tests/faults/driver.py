"""Sends signed texts as Twilio would, tries again as ``#rc=2&rp=ct,rt,5xx`` asks it to, and keeps
account of every text: what was answered, how often, with what."""

from __future__ import annotations

import asyncio
import random
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

import httpx

from bot.conversation.message import Channel, Message
from bot.conversation.session import BLANK, Session
from bot.inbox import decide
from bot.knowledge import Knowledge
from tests.faults.server import PATH, signature

TALK = ("jackson mi", "1", "what is a detainer", "more", "lawyer", "washtenaw mi", "2", "menu")
TRIES = 3
AGAIN = 0.05
"""The share of texts that the carrier delivers once more although they were answered."""

FORM = "application/x-www-form-urlencoded"
Answer = tuple[str, ...]


@dataclass(slots=True)
class Account:
    """One text by its MessageSid: ``expected`` is what the pure engine says; ``answers`` every
    answer that came back, ``tries`` how often it was sent."""

    sender: int
    step: int
    expected: Answer
    answers: list[Answer] = field(default_factory=list)
    tries: int = 0


NOT_REMEMBERED = "we cannot remember this conversation"
"""In the English answer without memory (content/answers/not-remembered)."""


@dataclass(slots=True)
class Ledger:
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def lost(self) -> list[str]:
        return [sid for sid, each in self.accounts.items() if not each.answers]

    @property
    def doubled(self) -> list[str]:
        """Answered more than once, and not with the same answer."""
        return [sid for sid, each in self.accounts.items() if len(set(each.answers)) > 1]

    @property
    def mixed(self) -> list[str]:
        """Answered in two ways, or in another way than this conversation asks for."""
        return [
            sid
            for sid, each in self.accounts.items()
            if any(answer != each.expected for answer in each.answers)
        ]

    @property
    def forgetful(self) -> list[str]:
        """Those of them in a conversation to which a worker had said, because the database was
        too slow for it, that it cannot be remembered now."""
        told = {
            each.sender
            for each in self.accounts.values()
            if any(NOT_REMEMBERED in text for answer in each.answers for text in answer)
        }
        return [sid for sid in self.mixed if self.accounts[sid].sender in told]

    @property
    def confused(self) -> list[str]:
        """Those of them to whom nothing was said of a memory that is gone."""
        told = set(self.forgetful)
        return [sid for sid in self.mixed if sid not in told]

    @property
    def retried(self) -> int:
        return sum(each.tries > 1 for each in self.accounts.values())


def expected_talk(knowledge: Knowledge) -> list[Answer]:
    """What every sender is to read, text after text, today."""
    session: Session = BLANK
    answers = []
    for body in TALK:
        reply = decide(Message(body, datetime.now(UTC), Channel.SMS), session, knowledge)
        assert reply.session is not None
        session = reply.session
        answers.append(tuple(text.text for text in reply.texts))
    return answers


class Driver:
    """``senders`` people have the same conversation; each waits for an answer before the next
    text. ``at_once`` of them write at the same time. With several addresses each try goes to the
    next, as through a balancer before several machines."""

    def __init__(self, urls: str | Sequence[str], talk: list[Answer], first: int = 0) -> None:
        self._urls = [urls] if isinstance(urls, str) else urls
        self._talk, self._first = talk, first
        self.ledger = Ledger()
        self.answered = 0
        self._chance = random.Random(first)

    async def run(self, senders: int, at_once: int = 16) -> Ledger:
        waiting = iter(range(self._first, self._first + senders))
        limits = httpx.Limits(max_connections=at_once, max_keepalive_connections=at_once)
        async with httpx.AsyncClient(timeout=15, limits=limits) as client:
            await asyncio.gather(*(self._people(client, waiting) for _ in range(at_once)))
        return self.ledger

    async def _people(self, client: httpx.AsyncClient, waiting: Iterable[int]) -> None:
        for sender in waiting:
            for step in range(len(TALK)):
                sid = f"SM{sender:016x}{step:016x}"
                self.ledger.accounts[sid] = Account(sender, step, self._talk[step])
                await self._deliver(client, sid)
                if self._chance.random() < AGAIN:
                    await self._deliver(client, sid)

    async def _deliver(self, client: httpx.AsyncClient, sid: str) -> None:
        account = self.ledger.accounts[sid]
        fields = [
            ("MessageSid", sid),
            ("From", f"+1{2_000_000_000 + account.sender}"),
            ("Body", TALK[account.step]),
        ]
        headers = {"X-Twilio-Signature": signature(fields), "Content-Type": FORM}
        for _ in range(TRIES):
            url = self._urls[(account.step + account.tries) % len(self._urls)]
            account.tries += 1
            try:
                response = await client.post(
                    f"{url}{PATH}", content=urlencode(fields), headers=headers
                )
            except httpx.TransportError:
                continue
            if response.status_code < 500:
                account.answers.append(_texts(response))
                self.answered += 1
                return


def _texts(response: httpx.Response) -> Answer:
    assert response.status_code == 200, response.status_code
    return tuple(message.text or "" for message in ET.fromstring(response.content))  # noqa: S314
