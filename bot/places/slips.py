"""How far a written name is from the one that may be meant, in wrong letters.

Thumbs hit the key beside, swap two letters, double one or lose one; ears write one vowel for
another. Such slips weigh less than a letter that has nothing to do with the right one.
"""

from __future__ import annotations

from itertools import pairwise

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
DOUBLED, VOWEL, SWAPPED, BESIDE, ANY = 0.4, 0.6, 0.7, 0.7, 1.0
# A name that begins with another letter is rarely the one that is meant.
FIRST = 0.4


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


def slips(said: str, meant: str) -> float:
    """The cheapest way from ``said`` to ``meant`` (lower-case letters), 0.0 where they agree.

    >>> slips("houstonn", "houston")
    0.4
    >>> slips("hosuton", "houston")
    0.7
    """
    before: list[float] = []
    row = [0.0]
    for j, letter in enumerate(meant):
        row.append(row[-1] + _lost(meant, j, letter))
    for i, a in enumerate(said):
        older, before, row = before, row, [row[0] + _lost(said, i, a)]
        for j, b in enumerate(meant):
            cost = before[j] if a == b else before[j] + _changed(a, b, i, j)
            cost = min(cost, before[j + 1] + _lost(said, i, a), row[j] + _lost(meant, j, b))
            if i and j and a == meant[j - 1] and b == said[i - 1] and a != b:
                cost = min(cost, older[j - 1] + SWAPPED)
            row.append(cost)
    return row[-1]


def _changed(a: str, b: str, i: int, j: int) -> float:
    both = a in _VOWELS and b in _VOWELS
    cost = VOWEL if both else BESIDE if a + b in _BESIDE else ANY
    return cost if i or j else cost + FIRST


def _lost(name: str, at: int, letter: str) -> float:
    """A letter too many or too few."""
    if at == 0:
        return ANY + FIRST
    if name[at - 1] == letter:
        return DOUBLED
    return VOWEL if letter in _VOWELS else ANY
