"""Names that come near a misspelt one: candidates by shared letter pairs, then by distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from bot.places.sound import sound
from bot.places.vocabulary import PlaceDataError

# Letters and digits of a sound, and the line feed that parts two names.
_ALPHABET = 64
_LOOKED_AT = 60
# Share of letter pairs below which two sounds are not worth comparing.
_ALIKE = 0.3
# Sounding alike is nearly as good as being written alike.
BY_EAR = 0.5
# Of two that sound alike the one that looks more alike is meant.
_BY_EYE = 0.1
# A place of ten times the people may be written this much worse.
_FAME = 0.25


@dataclass(frozen=True, slots=True)
class Near:
    """``cost`` counts the wrong letters (fame taken into account in ``rank``)."""

    key: str
    cost: float
    rank: float


@dataclass(frozen=True)
class Speller:
    """Sorted keys with, in step, their sounds, states (one bit each) and people."""

    keys: Sequence[str]
    sounds: Sequence[str]
    lengths: NDArray[np.float32]
    states: NDArray[np.uint64]
    people: NDArray[np.int64]
    is_county: NDArray[np.bool_]
    starts: NDArray[np.int64]
    postings: NDArray[np.int32]
    bits: Mapping[str, int]

    def near(
        self, name: str, *, state: str = "", counties: bool = False, people: int = 0
    ) -> list[Near]:
        """Names that may be meant by ``name``, best first: in a state, only counties, or only
        places of at least so many people."""
        heard = sound(name)
        if len(name) < 4 or len(heard) < 3 or not name.isascii():
            return []
        shared = self._shared(heard)
        likeness = 2 * shared / (self.lengths + len(heard) + 1)
        wanted = self.people >= people
        if state:
            wanted &= (self.states & np.uint64(1 << self.bits[state])) != 0
        if counties:
            wanted &= self.is_county
        some = np.flatnonzero(wanted & (likeness > _ALIKE))
        best = some[np.argsort(-likeness[some], kind="stable")[:_LOOKED_AT]]
        found = [self._judged(name, heard, int(i)) for i in best]
        return sorted((n for n in found if n), key=lambda n: (n.rank, n.key))

    def _shared(self, heard: str) -> NDArray[np.float32]:
        pairs = _pairs(np.frombuffer(f"\n{heard}\n".encode("ascii"), dtype=np.uint8))
        runs = [self.postings[self.starts[p] : self.starts[p + 1]] for p in np.unique(pairs)]
        counts = np.bincount(np.concatenate(runs), minlength=len(self.keys))
        return counts.astype(np.float32)

    def _judged(self, name: str, heard: str, i: int) -> Near | None:
        allowed = _allowed(len(name)) + (_FARTHER if self.people[i] >= _LARGE else 0)
        written = OSA.distance(name, self.keys[i], score_cutoff=4)
        by_ear = OSA.distance(heard, self.sounds[i], score_cutoff=3) + BY_EAR
        cost = min(float(written), by_ear)
        if cost > allowed:
            return None
        fame = _FAME * log10(max(int(self.people[i]), 100) / 10_000)
        return Near(self.keys[i], cost, cost + _BY_EYE * written - fame)


# Wrong letters that a name of at least so many letters bears.
_SLIPS = ((12, 2.5), (8, 2.0), (6, 1.5), (4, 1.0))
# A large city is meant even so much farther off.
_LARGE, _FARTHER = 100_000, 0.5


def _allowed(length: int) -> float:
    return next((slips for least, slips in _SLIPS if length >= least), 0.0)


def read_speller(path: Path, states: Sequence[str]) -> Speller:
    """Five lines, made by `bot data build`: names, their sounds, and in step their states (a
    number with one bit a state, in the order of the postal codes), people, and county or not.

    Raises :class:`PlaceDataError` where the lines do not fit together.
    """
    try:
        keys, heard, held, people, county = (
            line.split(" ") for line in path.read_text(encoding="ascii").splitlines()
        )
    except (OSError, ValueError) as error:
        raise PlaceDataError(f"{path}: cannot be read; run `bot data build`") from error
    letters = np.frombuffer("\n{}\n".format("\n".join(heard)).encode("ascii"), dtype=np.uint8)
    pairs = _pairs(letters)
    owner = (np.cumsum(letters == ord("\n")) - 1)[:-1].astype(np.int32)
    order = np.argsort(pairs, kind="stable")
    return Speller(
        keys=keys,
        sounds=heard,
        lengths=np.array([len(s) + 1 for s in heard], dtype=np.float32),
        states=np.array(held, dtype=np.uint64),
        people=np.array(people, dtype=np.int64),
        is_county=np.array(county, dtype=np.int8) == 1,
        starts=np.searchsorted(pairs[order], np.arange(_ALPHABET * _ALPHABET + 1)),
        postings=owner[order],
        bits={state: n for n, state in enumerate(states)},
    )


def _pairs(letters: NDArray[np.uint8]) -> NDArray[np.int64]:
    """A number for each two neighbouring letters. ``& 63`` parts letters, digits and ends."""
    small = (letters & (_ALPHABET - 1)).astype(np.int64)
    return small[:-1] * _ALPHABET + small[1:]
