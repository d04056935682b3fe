"""One connection to the server, which may not hold it by doing nothing.

uvicorn waits as long as it takes for a request to come in whole (slow-loris). A request of ours is
a few kilobytes: whoever needs ten seconds for it is no carrier, and hardly a browser.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

RECEIVE_SECONDS = 10
"""From the connection, or the first byte of a later request, to the last byte of its body."""

MOST_HEAD_BYTES = 32 * 1024
"""Of a request line with all headers. Twilio's have below 2 kB."""


class Connection(HttpToolsProtocol):
    """Closes without a word: what is too slow or too large here is not worth an answer."""

    _late: asyncio.TimerHandle | None = None
    _until: float | None = None
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head >= 0:
            self._head += len(data)
            if self._head > MOST_HEAD_BYTES:
                self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._expect()

    def on_headers_complete(self) -> None:
        self._head = -1
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._relax()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._late is not None:
            self._late.cancel()
        super().connection_lost(exc)

    def _expect(self) -> None:
        self._head = 0
        self._until = self.loop.time() + RECEIVE_SECONDS
        if self._late is None:
            self._late = self.loop.call_later(RECEIVE_SECONDS, self._look)

    def _relax(self) -> None:
        self._until = None

    def _look(self) -> None:
        """One timer for many requests: to set and cancel one for each would cost them more."""
        self._late = None
        if self._until is None:
            return
        left = self._until - self.loop.time()
        if left <= 0:
            self.transport.close()
        else:
            self._late = self.loop.call_later(left, self._look)
