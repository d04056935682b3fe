"""Names that come near one written in another script, by their sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.places.letters import script_of, ways_of_reading
from bot.places.near import Near, once
from bot.places.phonemes import apart, english, fitted, foreign, skeleton

# So many of the nearest are looked at letter by letter.
_LOOKED_AT = 25
# How far a name may be, for each letter of its sound: where a county word or a state says that a
# place is named, and where nothing does.
_SURE, _UNSURE = 0.17, 0.1
# Chinese leaves out more, and what it leaves out is often another name.
_SURE_HAN = 0.16
# A short name may be this far all the same.
_LEAST = 0.75
# A shorter sound than this says too little, where nothing says that a place is named.
_SHORTEST = 5
# Fame weighs less than among misspelt names: the letters were not chosen at random.
_FAME = 0.4


@dataclass(frozen=True)
class Foreign:
    """The names of one pool (see :class:`bot.places.spelling.Pool`) by their sounds."""

    keys: Sequence[str]
    spelt: Sequence[str]
    fame: NDArray[np.float64]

    kept: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)

    def near(self, name: str, *, sure: bool) -> list[Near]:
        """Best first; ``sure`` where a county word or a state stands beside the name."""
        found: list[Near] = []
        script = script_of(name)
        for way in ways_of_reading(name):
            found += self._near(foreign(way, script), script, sure)
        return once(sorted(found, key=lambda n: (n.rank, n.key)))

    def _near(self, said: str, script: str, sure: bool) -> list[Near]:
        if len(said) < (2 if sure else _SHORTEST):
            return []
        share = _UNSURE if not sure else _SURE_HAN if script == "han" else _SURE
        most = max(share * len(said), _LEAST if sure else 0.0)
        sounds, skeletons = self._sounds(script)
        rough = cdist([skeleton(said)], skeletons, scorer=OSA.distance)[0] - self.fame
        best = np.argsort(rough, kind="stable")[:_LOOKED_AT]
        vowels = script != "arabic"
        costs = ((apart(said, sounds[i], vowels=vowels, most=most), int(i)) for i in best)
        return [
            Near(self.keys[i], cost, cost - _FAME * float(self.fame[i]))
            for cost, i in costs
            if cost <= most
        ]

    def _sounds(self, script: str) -> tuple[list[str], list[str]]:
        """The sounds of all names as the script writes them, and the skeletons of those."""
        known = self.kept.get(script)
        if known is None:
            sounds = fitted(english("\n".join(self.spelt)), script).split("\n")
            known = self.kept[script] = (sounds, [skeleton(sound) for sound in sounds])
        return known
