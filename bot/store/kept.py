"""What one start leaves on the disk for the next: used only under the same stamp, and only where
this installation's own secret vouches for it."""

from __future__ import annotations

import hashlib
import hmac
import os
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from bot.store.sealing import VOUCHER_BYTES, Sealer

NAME = "knowledge.ready"
DRAFT = f"{NAME}-"


class Kept:
    """One file in the installation's ``folder``. It holds nothing about people: it is written
    before the first text comes."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self._file = folder / NAME
        self._sealer = sealer
        self._begun: Future[_Written] | None = None

    def begin(self) -> None:
        """Read it beside what the caller does until :meth:`read`: fifty megabytes and their hash
        keep no other thread waiting."""
        reader = ThreadPoolExecutor(1)
        self._begun = reader.submit(_written, self._file)
        reader.shutdown(wait=False)

    def read(self, stamp: bytes) -> memoryview | None:
        """What was written under this stamp with this secret; None where there is no such."""
        begun, self._begun = self._begun, None
        voucher, content, digest = begun.result() if begun else _written(self._file)
        return content if hmac.compare_digest(voucher, self._sealer.vouch(stamp, digest)) else None

    @property
    def writable(self) -> bool:
        return os.access(self._file.parent, os.W_OK)

    def write(self, stamp: bytes, content: bytes) -> None:
        """Written beside it, then renamed: of two processes that start at once, one wins whole.
        Where there is no room for it nothing is left behind."""
        folder = self._file.parent
        voucher = self._sealer.vouch(stamp, hashlib.sha256(content).digest())
        with suppress(OSError):  # a full disk, or the other one took the draft for one left over
            _clear(folder)
            descriptor, name = tempfile.mkstemp(dir=folder, prefix=DRAFT)  # mode 0600
            with os.fdopen(descriptor, "wb") as draft:
                draft.write(voucher + content)
            Path(name).replace(self._file)
            return
        _clear(folder)


_Written = tuple[bytes, memoryview, bytes]
"""The voucher, the content, and the content's hash."""


def _written(file: Path) -> _Written:
    try:
        written = file.read_bytes()
    except OSError:
        written = b""
    content = memoryview(written)[VOUCHER_BYTES:]
    return written[:VOUCHER_BYTES], content, hashlib.sha256(content).digest()


def _clear(folder: Path) -> None:
    """Drafts of processes that were killed, or had no room."""
    with suppress(OSError):
        for draft in folder.glob(f"{DRAFT}*"):
            draft.unlink()
