"""Finished pages, kept in memory until what they say changes."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from bot.knowledge import Knowledge

MOST = 4000
"""About 30 MB: a county's page is 7 kB compressed."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """``body`` is compressed; ``tag`` names this very page for the browser that has it."""

    body: bytes
    tag: str


def finish(content: str) -> KeptPage:
    """Compress a page and name it by its content: the same facts, language and day give the same
    name, anything else another."""
    body = content.encode()
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    return KeptPage(gzip.compress(body, 6, mtime=0), tag)


class KeptPages:
    """Pages of one snapshot of knowledge. A page of another snapshot is never given: with a new
    roster all of them go. The page that was longest not asked for makes room."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._of: Knowledge | None = None
        self._pages: OrderedDict[Hashable, KeptPage] = OrderedDict()

    def get(self, key: Hashable, knowledge: Knowledge) -> KeptPage | None:
        if knowledge is not self._of:
            return None
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def keep(self, key: Hashable, page: KeptPage, knowledge: Knowledge) -> None:
        if knowledge is not self._of:
            self._of = knowledge
            self._pages.clear()
        self._pages[key] = page
        if len(self._pages) > self._most:
            self._pages.popitem(last=False)
