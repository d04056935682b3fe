"""Before any thought: how large a request may be, and who may be answered now.

Counters live in this process's memory, under keyed hashes only, and are gone with it.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Hashable
from datetime import timedelta
from enum import Enum

from bot.channels.inbound import Inbound

MAX_BODY_BYTES = 64 * 1024
"""A text with every field that Twilio knows is below 8 kB."""

HOUR = timedelta(hours=1)
LOOP_WINDOW = timedelta(minutes=10)
SHORTEST_LOOP = 12
"""Characters. Shorter texts are menu words that a person may well send many times."""


IsCry = Callable[[str], bool]
"""Whether a text alone is about danger to life."""


class Admission(Enum):
    ANSWER = "answer"
    SAY_TOO_MANY = "say too many"
    SILENCE = "silence"


class TooLargeError(ValueError):
    """The request's body is over the cap; nothing of it was kept."""


async def read_body(declared: str | None, chunks: AsyncIterator[bytes]) -> bytes:
    """The whole body, or :class:`TooLargeError`, at the latest when the cap is passed.

    ``declared`` is the Content-Length header: it may be absent, or lie.
    """
    if not may_be_read(declared):
        raise TooLargeError
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise TooLargeError
    return bytes(body)


def may_be_read(declared: str | None) -> bool:
    """Whether a body is worth reading, by its Content-Length header, if it has one."""
    if declared is None:
        return True
    number = declared.isascii() and declared.isdigit() and len(declared) < len("1000000")
    return number and int(declared) <= MAX_BODY_BYTES


MOST_NAMES = 50_000
"""In one window, some 5 MB, and there are four. In a flood of more it begins anew: the limits on
one sender's texts that stand with each conversation hold all the same."""


class Window:
    """Counts by name within windows of one length that follow each other. Only the running window
    is kept: counting costs the same however many senders there are, and forgetting is free."""

    __slots__ = ("_counts", "_length", "_number")

    def __init__(self, length: timedelta) -> None:
        self._length = length.total_seconds()
        self._number = 0.0
        self._counts: dict[Hashable, int] = {}

    def count(self, name: Hashable, at: float) -> int:
        """Add one; how many there are now in the window of ``at``, in seconds since 1970."""
        number = at // self._length
        if number > self._number or len(self._counts) >= MOST_NAMES:
            self._number, self._counts = number, {}
        many = self._counts[name] = self._counts.get(name, 0) + 1
        return many


class Gate:
    """Limits by sender. Over ``texts_per_hour``, or with the same long text more than
    ``same_text_limit`` times in ten minutes (two machines that answer each other), a sender gets
    one plain line, then silence until the window ends. A cry for help may be as like the last one
    as it will.
    """

    def __init__(self, texts_per_hour: int, same_text_limit: int, is_cry: IsCry) -> None:
        self._salt, self._is_cry = os.urandom(16), is_cry
        self._texts_per_hour = texts_per_hour
        self._same_text_limit = same_text_limit
        self._texts, self._told, self._delivered = Window(HOUR), Window(HOUR), Window(HOUR)
        self._same = Window(LOOP_WINDOW)

    def admit(self, inbound: Inbound) -> Admission:
        """Count this text and say what may be done about it."""
        if not inbound.address:
            return Admission.ANSWER  # nobody to count it for
        at, delivery = inbound.message.at.timestamp(), inbound.delivery
        sender = self._name(inbound.address)
        if delivery and self._delivered.count(self._name(delivery), at) > 1:
            return Admission.ANSWER  # delivered again: it was counted the first time
        within = self._texts.count(sender, at) <= self._texts_per_hour
        if within and not self._is_loop(inbound, at):
            return Admission.ANSWER
        first = self._told.count(sender, at) == 1
        return Admission.SAY_TOO_MANY if first else Admission.SILENCE

    def _is_loop(self, inbound: Inbound, at: float) -> bool:
        body = inbound.message.body.strip()
        if len(body) < SHORTEST_LOOP:
            return False
        same = self._same.count(self._name(inbound.address, body), at)
        return same > self._same_text_limit and not self._is_cry(body)

    def _name(self, *what: str) -> int:
        """Python's own keyed hash, under a salt that dies with the process."""
        return hash((self._salt, *what))
