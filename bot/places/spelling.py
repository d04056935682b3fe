"""Names that come near a misspelt one: all of the places that may be meant, then the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.places.near import Near
from bot.places.pool import Pool
from bot.places.vocabulary import PlaceDataError

# A place of ten times the people may be written this much worse.
_FAME = 0.25
# Letters of a name that may be written wrong, where its state is known.
_SHORTEST = 3


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
        return pool.near(name)

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
