"""How far a written name is from the one that may be meant, in wrong letters.

Thumbs hit the key beside, swap two letters, double one or lose one; ears write one vowel for
another. Such slips weigh less than a letter that has nothing to do with the right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
DOUBLED, VOWEL, SWAPPED, BESIDE, ANY = 0.4, 0.6, 0.7, 0.7, 1.0
# A name that begins with another letter is rarely the one that is meant.
FIRST = 0.4
# What is too far to be counted.
NOWHERE = 99.0


def _neighbours() -> frozenset[str]:
    """Pairs of letters whose keys touch: in a row, or one row down and at most half a key off."""
    pairs: set[tuple[str, str]] = set()
    for row in _ROWS:
        pairs.update(pairwise(row))
    for upper, lower in pairwise(_ROWS):
        pairs.update(zip(upper, lower, strict=False))
        pairs.update(zip(upper[1:], lower, strict=False))
    return frozenset(a + b for pair in pairs for a, b in (pair, pair[::-1]))


_BESIDE = _neighbours()


def _changes() -> dict[str, dict[str, float]]:
    """What it costs to write one letter for another, where that is less than ``ANY``."""
    costs: dict[str, dict[str, float]] = {letter: {} for row in _ROWS for letter in row}
    for pair in _BESIDE:
        costs[pair[0]][pair[1]] = BESIDE
    for a in _VOWELS:
        costs[a].update(dict.fromkeys(_VOWELS, VOWEL))
    return costs


_CHANGES = _changes()
_NONE: dict[str, float] = {}


def slips(said: str, meant: str, most: float = NOWHERE) -> float:
    """The cheapest way from ``said`` to ``meant`` (lower-case letters), 0.0 where they agree;
    ``NOWHERE``, not reckoned to its end, where it is sure to cost more than ``most``.

    >>> slips("houstonn", "houston")
    0.4
    >>> slips("hosuton", "houston")
    0.7
    """
    missed = _lost(meant)
    older: list[float] = []
    before: list[float] = []
    row = [0.0, *accumulate(missed)]
    for i, cost in enumerate(_lost(said)):
        older, before = before, row
        row = _next_row(said, i, cost, meant, missed, before, older)
        if min(row) > most and min(before) > most:
            return NOWHERE
    return row[-1]


def _next_row(
    said: str, i: int, too_many: float, meant: str, missed: Sequence[float],
    before: Sequence[float], older: Sequence[float],
) -> list[float]:  # fmt: skip
    """What the first ``i + 1`` letters said cost against each beginning of what is meant."""
    a, last = said[i], said[i - 1] if i else ""
    changes = _CHANGES.get(a, _NONE)
    cost = before[0] + too_many
    row = [cost]
    above = ""
    for j, b in enumerate(meant):
        left = cost + missed[j]
        cost = before[j]
        if a != b:
            cost += changes.get(b, ANY) if i or j else changes.get(b, ANY) + FIRST
            if a == above and b == last and older[j - 1] + SWAPPED < cost:
                cost = older[j - 1] + SWAPPED
        cost = min(cost, left)
        cost = min(cost, before[j + 1] + too_many)
        row.append(cost)
        above = b
    return row


def _lost(name: str) -> list[float]:
    """What each letter costs that is one too many, or is missing."""
    costs = [
        DOUBLED if letter == last else VOWEL if letter in _VOWELS else ANY
        for last, letter in zip(" " + name, name, strict=False)
    ]
    return [ANY + FIRST, *costs[1:]] if name else []
