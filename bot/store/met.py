"""Whom this process met in the running hour, by keyed hashes in its own memory only."""

from __future__ import annotations

MOST = 50_000
"""Some 5 MB. With more senders in an hour all begin anew as strangers: that costs each a trip to
the database, and nothing else."""


class Met:
    """The senders of one hour. Only that hour is kept."""

    def __init__(self) -> None:
        self._hour = 0
        self._senders: set[bytes] = set()

    def is_new(self, sender: bytes, hour: int) -> bool:
        """Whether this keyed hash was not asked about in ``hour`` (whole hours since 1970) before;
        from now on it was."""
        if hour != self._hour or len(self._senders) >= MOST:
            self._hour, self._senders = hour, set()
        before = len(self._senders)
        self._senders.add(sender)
        return len(self._senders) > before
