"""What one start reads and learns is kept on the disk for the next: half of the seconds for which
nobody is answered.

It is used only by the same program over the same files (each of them is read and compared) and
only where this installation's own secret vouches for it. It holds nothing about people: it is
written before the first text comes.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bot.collecting import no_collecting
from bot.conversation.heard import Learned, learn, remember
from bot.knowledge import Knowledge, Line, offered_catalogs, read_knowledge
from bot.sharing import FORMAT, shared
from bot.store.sealing import VOUCHER_BYTES, Sealer

PROGRAM = Path(__file__).parent
NAME = "knowledge.ready"
DRAFT = f"{NAME}-"


@dataclass(frozen=True, slots=True)
class Ready:
    """``knowledge`` without its catalogues: gettext's cannot be kept, and are read in a moment."""

    knowledge: Knowledge
    learned: Learned


def ready_knowledge(
    content_dir: Path,
    locales_dir: Path,
    line: Line,
    sealer: Sealer,
    folder: Path,
    learn_apart: Callable[[Path], None] | None = None,
) -> Knowledge:
    """:func:`read_knowledge`, with all that the first text would wait for learned. ``folder`` is
    where it is kept; what is found there and cannot be used is written anew. Where nothing can be
    written the next start is a slow one, no more. ``learn_apart`` may fill ``folder`` by another
    process first. Raises what :func:`read_knowledge` raises."""
    file, stamp = folder / NAME, _stamp(content_dir, locales_dir)
    with no_collecting():
        ready = _find(file, stamp, sealer)
        if ready is None and learn_apart is not None:
            learn_apart(folder)
            ready = _find(file, stamp, sealer)
        if ready is None:
            knowledge = read_knowledge(content_dir, locales_dir, line)
            _keep(Ready(replace(knowledge, catalogs={}), learn(knowledge)), file, stamp, sealer)
            return knowledge
        catalogs = offered_catalogs(locales_dir, ready.knowledge.languages)
        knowledge = replace(ready.knowledge, line=line, catalogs=catalogs)
        remember(ready.learned, knowledge)
        return knowledge


def is_ready(content_dir: Path, locales_dir: Path, sealer: Sealer, folder: Path) -> bool:
    """Whether the next start finds what it needs, so that these files need not be tried now."""
    return _vouched(folder / NAME, _stamp(content_dir, locales_dir), sealer) is not None


def _find(file: Path, stamp: bytes, sealer: Sealer) -> Ready | None:
    kept = _vouched(file, stamp, sealer)
    try:
        # Our own, as its voucher says.
        ready: Ready | None = None if kept is None else pickle.loads(kept)  # noqa: S301
    except Exception:  # whatever is wrong with it, the files themselves are there
        return None
    return ready


def _vouched(file: Path, stamp: bytes, sealer: Sealer) -> memoryview | None:
    try:
        written = file.read_bytes()
    except OSError:
        return None
    voucher, kept = written[:VOUCHER_BYTES], memoryview(written)[VOUCHER_BYTES:]
    return kept if hmac.compare_digest(voucher, sealer.vouch(stamp, kept)) else None


def _keep(ready: Ready, file: Path, stamp: bytes, sealer: Sealer) -> None:
    """Written beside it, then renamed: of two processes that start at once, one wins whole."""
    if not os.access(file.parent, os.W_OK):
        return
    kept = pickle.dumps(shared(ready), FORMAT)
    with suppress(OSError):  # a full disk, or the other process took the draft for one left over
        _clear(file.parent)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=DRAFT)  # mode 0600
        with os.fdopen(descriptor, "wb") as draft:
            draft.write(sealer.vouch(stamp, kept) + kept)
        Path(name).replace(file)
        return
    _clear(file.parent)


def _clear(folder: Path) -> None:
    """Drafts of processes that were killed, or had no room."""
    with suppress(OSError):
        for draft in folder.glob(f"{DRAFT}*"):
            draft.unlink()


def _stamp(content_dir: Path, locales_dir: Path) -> bytes:
    """Another one for each other program, library, Python, word or table."""
    stamp = hashlib.blake2b(sys.version.encode())
    stamp.update("\n".join(_libraries()).encode())
    for folder in (PROGRAM, content_dir, locales_dir):
        for file in _files(folder):
            stamp.update(f"\n{file.relative_to(folder)}\n".encode("utf-8", "surrogatepass"))
            stamp.update(_digest(file))
    return stamp.digest()


def _digest(file: Path) -> bytes:
    try:
        return hashlib.blake2b(file.read_bytes()).digest()
    except OSError:  # an editor's lock; what is needed and cannot be read is named by its reader
        return b""


def _libraries() -> list[str]:
    """The names of what is installed, as "numpy-2.3.5.dist-info"."""
    installed = Path(sysconfig.get_path("purelib"))
    return sorted(each.name for each in installed.glob("*.dist-info"))


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__pycache__")))
        yield from (Path(place, name) for name in sorted(names))
