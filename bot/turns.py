"""Texts of one person are answered one after the other, in the order in which they came."""

from __future__ import annotations

import asyncio


class Turns:
    """One waiting line for each sender who has a text in hand; nobody else waits."""

    def __init__(self) -> None:
        self._last: dict[bytes, asyncio.Future[None]] = {}

    async def wait(self, sender: bytes) -> asyncio.Future[None]:
        """Wait for the texts of this sender (a keyed hash) that came before. What it gives must
        go to :meth:`done`, whatever happens."""
        before = self._last.get(sender)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._last[sender] = mine
        if before is not None:
            try:
                await before
            except asyncio.CancelledError:
                self.done(sender, mine)
                raise
        return mine

    def done(self, sender: bytes, mine: asyncio.Future[None]) -> None:
        mine.set_result(None)
        if self._last.get(sender) is mine:
            del self._last[sender]
