"""Names that come near a misspelt one: all of the places that may be meant, then the nearest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.places.foreign_spelling import Foreign
from bot.places.near import Near, once
from bot.places.slips import NOWHERE, slips
from bot.places.sound import ears
from bot.places.vocabulary import PlaceDataError

# So many of the nearest are looked at letter by letter.
_LOOKED_AT = 10
# Sounding alike is nearly as good as being written alike.
BY_EAR = 0.5
# Of two that sound alike the one that looks more alike is meant.
_BY_EYE = 0.1
# A place of ten times the people may be written this much worse.
_FAME = 0.25
# Letters of a name that may be written wrong, where its state is known.
_SHORTEST = 3
# Letters that one way to spell a sound may have more than another: "Nakitosh", Natchitoches.
LETTERS_UNHEARD = 2


@dataclass(frozen=True)
class Pool:
    """The names among which one is looked for, shortest first: their keys, how they are spelt
    and how they sound, and how well known they are."""

    keys: Sequence[str]
    spelt: Sequence[str]
    sounds: Sequence[str]
    fame: NDArray[np.float64]

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


@dataclass(frozen=True)
class Speller:
    """Every way to spell a name with, in step, its sound, states (one bit each), people, key."""

    spelt: Sequence[str]
    sounds: Sequence[str]
    states: NDArray[np.uint64]
    people: NDArray[np.int64]
    is_county: NDArray[np.bool_]
    keys: Sequence[str]
    bits: Mapping[str, int]
    pools: dict[tuple[str, bool, int], Pool] = field(default_factory=dict)

    def near(
        self, name: str, *, state: str = "", counties: bool = False, people: int = 0
    ) -> list[Near]:
        """Names that may be meant by ``name``, best first: in a state, only counties, or only
        places of at least so many people."""
        if len(name) < (_SHORTEST if state else _SHORTEST + 1) and name.isascii():
            return []
        pool = self._pool(state, counties, people)
        if not pool.keys:
            return []
        if not name.isascii():
            return pool.foreign.near(name, sure=bool(state) or counties)
        heard = ears(name)
        most = _allowed(len(name))
        pool = pool.about_as_long(len(name), int(most) + LETTERS_UNHEARD)
        rough = np.minimum(
            _distances([name], pool.spelt, int(most + 1.5)),
            _distances(heard, pool.sounds, int(most + 1)) + BY_EAR,
        )
        some = np.flatnonzero(rough < NOWHERE)
        best = some[np.argsort((rough - pool.fame)[some], kind="stable")[:_LOOKED_AT]]
        near = (_judged(name, heard, pool, int(i), most) for i in best)
        return once(sorted((n for n in near if n.cost <= most), key=lambda n: (n.rank, n.key)))

    def in_full(self) -> Mapping[str, str]:
        """Spellings that are not the key of their name ("mountainbrook"), to that key."""
        return {s: k for s, k in zip(self.spelt, self.keys, strict=True) if s != k}

    def _pool(self, state: str, counties: bool, people: int) -> Pool:
        known = self.pools.get((state, counties, people))
        if known is None:
            wanted = self.people >= people
            if state:
                wanted &= (self.states & np.uint64(1 << self.bits[state])) != 0
            if counties:
                wanted &= self.is_county
            some = sorted(map(int, np.flatnonzero(wanted)), key=lambda i: len(self.spelt[i]))
            fame = _FAME * np.log10(np.maximum(self.people[some], 100) / 10_000)
            keys, spelt, heard = (
                [names[i] for i in some] for names in (self.keys, self.spelt, self.sounds)
            )
            known = Pool(keys, spelt, heard, fame)
            self.pools[state, counties, people] = known
        return known


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


def read_speller(path: Path, states: Sequence[str]) -> Speller:
    """Six lines, made by `bot data build`: spellings, their sounds, and in step their states (a
    number with one bit a state, in the order of the postal codes), people, county or not, and
    the key of the name (``=`` where it is the spelling itself).

    Raises :class:`PlaceDataError` where the lines do not fit together.
    """
    try:
        spelt, heard, held, people, county, keys = (
            line.split(" ") for line in path.read_text(encoding="ascii").splitlines()
        )
    except (OSError, ValueError) as error:
        raise PlaceDataError(f"{path}: cannot be read; run `bot data build`") from error
    return Speller(
        spelt=spelt,
        sounds=heard,
        states=np.array(held, dtype=np.uint64),
        people=np.array(people, dtype=np.int64),
        is_county=np.array(county, dtype=np.int8) == 1,
        keys=[s if k == "=" else k for s, k in zip(spelt, keys, strict=True)],
        bits={state: n for n, state in enumerate(states)},
    )
