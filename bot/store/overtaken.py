"""Whose conversation in the database is older than what they were told without it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bot.store import sessions
from bot.store.database import Database

MOST = 300_000
"""Keyed hashes, some 45 MB. Where more were answered without memory, every conversation is
forgotten: nobody is told what is no longer true."""

FEW = 10 * sessions.SWEPT_AT_ONCE
"""Forgotten within some hundred milliseconds: so long people's texts may wait for it."""


class Overtaken:
    """Their conversations are to be forgotten before the database is believed again."""

    def __init__(self) -> None:
        self._senders: dict[bytes, None] = {}
        self._everybody = False

    def add(self, indexes: Iterable[bytes]) -> None:
        """The keyed hashes of one more sender."""
        if self._everybody:
            return
        self._senders |= dict.fromkeys(indexes)
        if len(self._senders) > MOST:
            self._senders.clear()
            self._everybody = True

    def __bool__(self) -> bool:
        return self._everybody or bool(self._senders)

    @property
    def many(self) -> bool:
        """More than people's texts may wait for."""
        return self._everybody or len(self._senders) > FEW

    async def forget_some(self, database: Database) -> None:
        """One batch of them, committed."""
        if self._everybody:
            self._everybody = not await sessions.forget_any(database)
            return
        batch = list(islice(self._senders, sessions.SWEPT_AT_ONCE))
        await sessions.forget(database, batch)
        for index in batch:
            del self._senders[index]
