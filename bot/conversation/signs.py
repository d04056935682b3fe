"""What there is to hear in a text: its words, their pairs, runs of letters, how they sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from itertools import pairwise
from typing import TypeAlias

from bot.conversation.sounding import sounds
from bot.words import is_unspaced

SignsOf: TypeAlias = Callable[[str], Set[str]]

_LETTERS, _HAN_LETTERS = (3,), (1, 2, 3)


def signs(folded: str) -> Set[str]:
    """The words of a folded text, their pairs, and their runs of letters."""
    said = folded.split()
    runs = (run for word in said for run in _runs(word))
    return {*(f"{word} " for word in said), *map(" ".join, pairwise(said)), *runs}


def sounded(folded: str) -> Set[str]:
    """With how Arabic sounds: many who speak it write it in Latin letters."""
    return signs(folded) | sounds(folded)


def _runs(word: str) -> Iterator[str]:
    sizes, padded = (_HAN_LETTERS, word) if is_unspaced(word) else (_LETTERS, f"^{word}$")
    for size in sizes:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
