"""From the text of a file to cards.

A line ``---`` parts cards, a blank line parts paragraphs. Single line ends inside a paragraph are
folded into spaces, because editors and translators' tools re-wrap at 80; a line that begins with
``- `` stays a line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from bot.library.topic import Deck

DIVIDER = "---"
_ITEM = "- "


def split_cards(text: str) -> Deck:
    """The cards of a file, folded, empty ones included so that the reader can complain."""
    cards: list[list[str]] = [[]]
    for line in text.replace("\ufeff", "").splitlines():
        if line.strip() == DIVIDER:
            cards.append([])
        else:
            cards[-1].append(" ".join(line.split()))
    return tuple("\n".join(_folded(lines)) for lines in cards)


def _folded(lines: Iterable[str]) -> Iterator[str]:
    paragraph = ""
    for line in lines:
        if paragraph and (not line or line.startswith(_ITEM)):
            yield paragraph
            paragraph = line
        else:
            paragraph = f"{paragraph} {line}" if paragraph and line else paragraph or line
    if paragraph:
        yield paragraph


def deck_hash(deck: Deck) -> str:
    """Names a text for the review record. Of the folded cards: re-wrapping is no change."""
    return hashlib.sha256(f"\n{DIVIDER}\n".join(deck).encode()).hexdigest()[:16]
