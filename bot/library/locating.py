"""On which line a fault stands: editors and reviewers jump to ``file:line``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.library.cards import DIVIDER
from bot.library.finding import Complaint


def located(complaints: Iterable[Complaint], content_dir: Path) -> tuple[Complaint, ...]:
    """The same complaints with their lines; a file that is not there keeps none."""
    found = []
    for one in complaints:
        path = content_dir / one.file
        line = 0
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            line = line_of(text, one.finding.card, one.finding.quote)
        found.append(replace(one, line=line))
    return tuple(found)


def line_of(text: str, card: int, quote: str) -> int:
    """The line, from 1, on which ``quote`` begins in a card of the text (0: in the whole text).

    Cards are compared folded, so that a quote which the file breaks over two lines is found.
    Without a quote, or where it is not found, the first written line of the card.
    """
    lines = text.replace("\ufeff", "").splitlines()
    first, last = _reach(lines, card)
    words: list[tuple[str, int]] = [
        (word, number) for number in range(first, last) for word in lines[number].split()
    ]
    joined, wanted = " ".join(word for word, _ in words), " ".join(quote.split())
    at = joined.find(wanted) if wanted else -1
    if at >= 0:
        return words[joined.count(" ", 0, at)][1] + 1
    return (words[0][1] if words else first) + 1


def _reach(lines: Sequence[str], card: int) -> tuple[int, int]:
    """The first line of a card and the line behind its last, from 0."""
    marks = [number for number, line in enumerate(lines) if line.strip() == DIVIDER]
    starts, ends = [0, *(mark + 1 for mark in marks)], [*marks, len(lines)]
    if not 0 < card <= len(starts):
        return 0, len(lines)
    return starts[card - 1], ends[card - 1]
