"""Printing for whoever asks, without letting anybody keep the server busy with it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from time import monotonic

from bot.knowledge import Knowledge

Key = tuple[str, ...]

KEPT = 128
MOST_WAITING = 8
MOST_A_MINUTE = 60
MINUTE = 60.0


class BusyError(RuntimeError):
    """Too much is being printed; ask again in a minute."""


class Press:
    """Prints one sheet at a time, in a thread, and keeps what it printed until the list changes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._knowledge: Knowledge | None = None
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._printed: deque[float] = deque()
        self._waiting = 0
        self._one = asyncio.Semaphore(1)

    async def print(self, key: Key, knowledge: Knowledge, make: Callable[[], bytes]) -> bytes:
        """What was printed under this key from this knowledge, or what ``make`` makes now.

        Raises :class:`BusyError`, and whatever ``make`` raises.
        """
        if self._knowledge is not knowledge:
            self._knowledge = knowledge
            self._kept.clear()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._admit()
        self._waiting += 1
        try:
            async with self._one:
                made = await asyncio.to_thread(make)
        finally:
            self._waiting -= 1
        if self._knowledge is knowledge:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def _admit(self) -> None:
        now = self._clock()
        while self._printed and self._printed[0] <= now - MINUTE:
            self._printed.popleft()
        if self._waiting >= MOST_WAITING or len(self._printed) >= MOST_A_MINUTE:
            raise BusyError
        self._printed.append(now)
