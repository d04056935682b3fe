"""What one start reads and learns is kept on the disk for the next: half of the seconds for which
nobody is answered.

It is used only by the same program over the same files: each of them is read and compared.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.collecting import no_collecting
from bot.conversation.heard import Learned, learn, remember
from bot.knowledge import Knowledge, read_knowledge
from bot.language import catalogs, compiled_catalogs
from bot.line import Line
from bot.pickled import pickled
from bot.stamp import stamp
from bot.store.kept import Kept


@dataclass(frozen=True, slots=True)
class Ready:
    """``knowledge`` has no catalogues: gettext's cannot be kept, but what they are made of."""

    knowledge: Knowledge
    catalogs: Mapping[str, bytes]
    learned: Learned


def ready_knowledge(
    content_dir: Path,
    locales_dir: Path,
    line: Line,
    kept: Kept,
    learn_apart: Callable[[], None] | None = None,
) -> Knowledge:
    """:func:`read_knowledge`, with all that the first text would wait for learned. What is found in
    ``kept`` and cannot be used is written anew. Where nothing can be written the next start is a
    slow one, no more. ``learn_apart`` may fill ``kept`` by another process first. Raises what
    :func:`read_knowledge` raises."""
    today = stamp(content_dir, locales_dir)
    with no_collecting():
        ready = _find(kept, today)
        if ready is None and learn_apart is not None:
            learn_apart()
            ready = _find(kept, today)
        if ready is None:
            knowledge = read_knowledge(content_dir, locales_dir, line)
            ready = _ready(knowledge, locales_dir)
            if kept.writable:
                kept.write(today, pickled(ready))
            return knowledge
        knowledge = replace(ready.knowledge, line=line, catalogs=catalogs(ready.catalogs))
        remember(ready.learned, knowledge)
        return knowledge


def _find(kept: Kept, today: bytes) -> Ready | None:
    content = kept.read(today)
    try:
        # Our own, as its voucher says.
        ready: Ready | None = None if content is None else pickle.loads(content)  # noqa: S301
    except Exception:  # whatever is wrong with it, the files themselves are there
        return None
    return ready


def _ready(knowledge: Knowledge, locales_dir: Path) -> Ready:
    compiled = compiled_catalogs(locales_dir, knowledge.catalogs)
    return Ready(replace(knowledge, catalogs={}), compiled, learn(knowledge))
