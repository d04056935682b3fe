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
        pool = self.about_as_long(len(name), int(most) + LETTERS_UNHEARD)
        rough = np.minimum(
            _distances([name], pool.spelt, int(most + 1.5)),
            _distances(heard, pool.sounds, int(most + 1)) + BY_EAR,
        )
        some = np.flatnonzero(rough < NOWHERE)
        best = some[np.argsort((rough - pool.fame)[some], kind="stable")[:_LOOKED_AT]]
        near = (_judged(name, heard, pool, int(i), most) for i in best)
        return once(sorted((n for n in near if n.cost <= most), key=lambda n: (n.rank, n.key)))

    def about_as_long(self, length: int, most: int) -> Pool:
        """Those that are spelt with so many letters, give or take ``most``."""
        some = slice(
            bisect_left(self.spelt, length - most, key=len),
            bisect_right(self.spelt, length + most, key=len),
        )
        return Pool(self.keys[some], self.spelt[some], self.sounds[some], self.fame[some])

    @cached_property
    def foreign(self) -> Foreign:
        return Foreign(self.keys, self.spelt, self.fame)


def pool_of(names: Sequence[str]) -> Pool:
    """Of keys, shortest first, that are all as well known."""
    return Pool(names, names, sounds("\n".join(names)).split("\n"), np.zeros(len(names)))


def _distances(said: Sequence[str], names: Sequence[str], most: int) -> NDArray[np.float64]:
    """Of the nearest way to say it, to each name; ``NOWHERE`` beyond ``most`` letters."""
    counted = cdist(said, names, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8).min(axis=0)
    return np.where(counted > most, NOWHERE, counted.astype(np.float64))


def _judged(name: str, heard: Sequence[str], pool: Pool, i: int, most: float) -> Near:
    by_ear = BY_EAR + min(slips(way, pool.sounds[i], most - BY_EAR) for way in heard)
    written = slips(name, pool.spelt[i], most if by_ear > most else NOWHERE)
    cost = min(written, by_ear)
    return Near(pool.keys[i], cost, cost + _BY_EYE * written - float(pool.fame[i]))


def _allowed(length: int) -> float:
    """Wrong letters that a name of so many letters bears, whatever stands beside it."""
    return min(3.0, 0.3 + length / 4)
