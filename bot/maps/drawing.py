"""Outlines in a frame -> paths of whole numbers, small enough for a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.maps.outlines import Outlines, Points, Ring
from bot.maps.projection import Frame

SEEN_UNITS = 1.0
"""A point is drawn where the line would lose at least so many square units without it."""

Spots = NDArray[np.int64]


class Drawing:
    """The outlines, in the frame of one map."""

    def __init__(self, outlines: Outlines, frame: Frame) -> None:
        self.frame = frame
        self._borders = _Placed(outlines, frame)

    def path(self, rings: Iterable[Ring], least: float = 0) -> str:
        """A path around rings that are larger than ``least`` square units."""
        spots = (self.spots(ring) for ring in rings)
        return "".join(closed(one) for one in spots if area(one) > least)

    def line(self, borders: Iterable[int]) -> str:
        """Borders that close nothing."""
        return "".join(opened(self._borders[border]) for border in borders)

    def size(self, rings: Iterable[Ring]) -> float:
        """Square units of the largest ring."""
        return max((area(self.spots(ring)) for ring in rings), default=0.0)

    def spots(self, ring: Ring) -> Spots:
        """The points of a ring without repetitions, the last one beside the first; one point
        where all fall together."""
        lines = [self._line(border) for border in ring]
        spots = _distinct(np.concatenate(lines))
        return spots[:-1] if len(spots) > 1 else spots

    def middle(self, rings: Iterable[Ring]) -> tuple[int, int]:
        """Of the largest ring's points."""
        largest = max((self.spots(ring) for ring in rings), key=lambda one: (area(one), len(one)))
        right, down = largest.mean(axis=0).round()
        return int(right), int(down)

    def _line(self, border: int) -> Spots:
        return self._borders[border] if border >= 0 else self._borders[~border][::-1]


class _Placed(dict[int, Spots]):
    """Each border in the frame, placed when it is first asked for."""

    def __init__(self, outlines: Outlines, frame: Frame) -> None:
        super().__init__()
        self._outlines = outlines
        self._frame = frame
        self._least = SEEN_UNITS * frame.km**2

    def __missing__(self, border: int) -> Spots:
        kept = self._outlines.losses[border] >= self._least
        spots = self._frame.place(self._outlines.borders[border][kept])
        self[border] = spots
        return spots


def area(spots: Spots | Points) -> float:
    """Square units inside a ring; 0 where it is a point or a line."""
    if len(spots) < 3:
        return 0.0
    x, y = spots[:, 0], spots[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def closed(spots: Spots) -> str:
    return f"{_commands(spots)}z"


def opened(spots: Spots) -> str:
    return _commands(_distinct(spots))


def square(middle: tuple[int, int], side: int) -> str:
    """A path around a square, for what is too small to be seen or pressed."""
    left, top = middle[0] - side // 2, middle[1] - side // 2
    return f"M{left} {top}h{side}v{side}h-{side}z"


def _distinct(spots: Spots) -> Spots:
    moved = np.any(np.diff(spots, axis=0) != 0, axis=1)
    kept: Spots = spots[np.concatenate([[True], moved])]
    return kept


def _commands(spots: Spots) -> str:
    steps: Sequence[Sequence[int]] = np.diff(spots, axis=0).tolist()
    return f"M{spots[0, 0]} {spots[0, 1]}l" + "".join(
        f"{'' if right < 0 or not place else ' '}{right}{'' if down < 0 else ' '}{down}"
        for place, (right, down) in enumerate(steps)
    )
