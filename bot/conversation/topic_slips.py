"""The phrase of a topic that a text comes near to: one with a typing slip or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

CLOSE = 86.0
"""A topic word this near (of 100) is a typing slip; further off it is another word."""

FUZZY_LETTERS = 5
"""Shorter words have too many neighbours for a slip to be told from another word."""


@dataclass(frozen=True, slots=True, eq=False)
class Misspellable:
    """Phrases, shortest first, and in step how long each is and which letters it has: one bit
    each, which some letters share."""

    phrases: Sequence[str]
    lengths: NDArray[np.int64]
    letters: NDArray[np.uint32]

    def nearest(self, text: str) -> str | None:
        """The likest phrase, the shortest of those that are as like. A letter too much, or too
        few, changes one letter of all: most phrases need not be looked at."""
        apart = np.bitwise_count(self.letters ^ np.uint32(_letters(text)))
        letters = self.lengths + len(text)
        unlike = np.maximum(apart, np.abs(self.lengths - len(text)))
        close = np.flatnonzero(unlike * 100 <= (100 - CLOSE) * letters)
        near = [self.phrases[i] for i in close.tolist()]
        found = process.extractOne(text, near, scorer=fuzz.ratio, score_cutoff=CLOSE)
        return found[0] if found else None


def misspellable(phrases: Iterable[str]) -> Misspellable:
    """Of those that are long enough for a slip to be told."""
    known = sorted((one for one in phrases if len(one) >= FUZZY_LETTERS), key=len)
    return Misspellable(
        known,
        np.array([len(one) for one in known], dtype=np.int64),
        np.array([_letters(one) for one in known], dtype=np.uint32),
    )


def _letters(text: str) -> int:
    bits = 0
    for letter in text:
        bits |= 1 << (ord(letter) & 31)
    return bits
