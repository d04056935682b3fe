"""A name that may be meant by what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Near:
    """``cost`` counts the wrong letters (fame taken into account in ``rank``)."""

    key: str
    cost: float
    rank: float


def once(near: Sequence[Near]) -> list[Near]:
    """The best of each name, for it may be spelt in two ways; best first, as they came."""
    best: dict[str, Near] = {}
    for one in near:
        best.setdefault(one.key, one)
    return list(best.values())
