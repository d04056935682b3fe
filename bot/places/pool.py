"""Names among which a misspelt one is looked for, and which of them come near."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.places.foreign_spelling import Foreign
from bot.places.near import Near, once
from bot.places.slips import NOWHERE, slips
from bot.places.sound import ears, sounds

Letters = NDArray[np.uint32]

# So many of the nearest are looked at letter by letter.
_LOOKED_AT = 10
# Sounding alike is nearly as good as being written alike.
BY_EAR = 0.5
# Of two that sound alike the one that looks more alike is meant.
_BY_EYE = 0.1
# Letters that one way to spell a sound may have more than another: "Nakitosh", Natchitoches.
LETTERS_UNHEARD = 3


@dataclass(frozen=True)
class Pool:
    """The names among which one is looked for, shortest first: their keys, how they are spelt
    and how they sound, and how well known they are."""

    keys: Sequence[str]
    spelt: Sequence[str]
    sounds: Sequence[str]
    fame: NDArray[np.float64]

    def near(self, name: str) -> list[Near]:
        """The names that ``name``, in our letters, comes near to; best first."""
        heard = ears(name)
        most = _allowed(len(name))
        some = self._about_as_long(len(name), int(most) + LETTERS_UNHEARD)
        written, spoken = self.letters
        rough = np.minimum(
            _distances([name], self.spelt, written, some, int(most + 1.5)),
            _distances(heard, self.sounds, spoken, some, int(most + 1)) + BY_EAR,
        )
        close = np.flatnonzero(rough < NOWHERE)
        best = close[np.argsort((rough - self.fame[some])[close], kind="stable")[:_LOOKED_AT]]
        near = (_judged(name, heard, self, some.start + int(i), most) for i in best)
        return once(sorted((n for n in near if n.cost <= most), key=lambda n: (n.rank, n.key)))

    def _about_as_long(self, length: int, most: int) -> slice:
        """Those that are spelt with so many letters, give or take ``most``."""
        return slice(
            bisect_left(self.spelt, length - most, key=len),
            bisect_right(self.spelt, length + most, key=len),
        )

    @cached_property
    def letters(self) -> tuple[Letters, Letters]:
        """Which letters each name is spelt with, and sounds with: one bit each."""
        return _letters(self.spelt), _letters(self.sounds)

    @cached_property
    def foreign(self) -> Foreign:
        return Foreign(self.keys, self.spelt, self.fame)


def pool_of(names: Sequence[str]) -> Pool:
    """Of keys, shortest first, that are all as well known."""
    return Pool(names, names, sounds("\n".join(names)).split("\n"), np.zeros(len(names)))


def _letters(names: Sequence[str]) -> Letters:
    """The letters of each name as bits; of other signs some share a bit, which is harmless."""
    text = "\n".join(("", *names)).encode("ascii", "replace")
    signs = np.frombuffer(text, dtype=np.uint8)
    bits = np.left_shift(np.uint32(1), signs & 31, dtype=np.uint32)
    starts = np.flatnonzero(signs == ord("\n"))
    # The line feed before each name counts in all of them alike.
    return np.bitwise_or.reduceat(bits, starts) if len(names) else np.zeros(0, dtype=np.uint32)


def _distances(
    said: Sequence[str], names: Sequence[str], letters: Letters, some: slice, most: int
) -> NDArray[np.float64]:
    """Of the nearest way to say it, to each of some names; ``NOWHERE`` beyond ``most`` letters.
    One slip changes two letters of a name at most: most names need not be looked at."""
    apart = [np.bitwise_count(letters[some] ^ mask) for mask in _letters(said)]
    close = np.flatnonzero(np.minimum.reduce(apart) <= 2 * most)
    found = np.full(len(letters[some]), NOWHERE)
    if close.size:
        near = [names[i] for i in (close + some.start).tolist()]
        counted = cdist(said, near, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)
        least = counted.min(axis=0)
        found[close] = np.where(least > most, NOWHERE, least.astype(np.float64))
    return found


def _judged(name: str, heard: Sequence[str], pool: Pool, i: int, most: float) -> Near:
    by_ear = BY_EAR + min(slips(way, pool.sounds[i], most - BY_EAR) for way in heard)
    written = slips(name, pool.spelt[i], most if by_ear > most else NOWHERE)
    cost = min(written, by_ear)
    return Near(pool.keys[i], cost, cost + _BY_EYE * written - float(pool.fame[i]))


def _allowed(length: int) -> float:
    """Wrong letters that a name of so many letters bears, whatever stands beside it."""
    return min(3.0, 0.3 + length / 4)
