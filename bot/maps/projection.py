"""From degrees to a flat sheet. Source: J. P. Snyder, Map Projections: A Working Manual (USGS
Professional Paper 1395, 1987), Albers equal-area conic on a sphere, page 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.maps.outlines import Points

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Albers:
    """Areas keep their size. ``meridian`` runs upright; along ``south`` and ``north`` (degrees,
    not mirrored at the equator) lengths are true."""

    meridian: float
    south: float
    north: float

    def flat(self, points: Points) -> Points:
        """(lon, lat) in degrees -> kilometres to the right of the meridian and downwards."""
        south, north = np.radians((self.south, self.north))
        n = (np.sin(south) + np.sin(north)) / 2
        c = np.cos(south) ** 2 + 2 * n * np.sin(south)
        # The shorter way round: the Aleutians go on beyond 180 degrees.
        east = (points[:, 0] - self.meridian + 540) % 360 - 180
        turn = n * np.radians(east)
        rho = EARTH_KM * np.sqrt(c - 2 * n * np.sin(np.radians(points[:, 1]))) / n
        # ``n`` is negative south of the equator, and so is ``rho``.
        return np.stack([rho * np.sin(turn), rho * np.cos(turn)], axis=1)


def around(lines: Sequence[Points]) -> Albers:
    """The projection that suits an area: its middle meridian, and parallels a sixth inside."""
    points = np.concatenate(lines)
    first = points[0, 0]
    east = (points[:, 0] - first + 540) % 360 - 180
    low, high = float(points[:, 1].min()), float(points[:, 1].max())
    sixth = (high - low) / 6
    meridian = float(first + (east.min() + east.max()) / 2)
    return Albers((meridian + 540) % 360 - 180, low + sixth, high - sixth)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a projected area lies on a drawing: ``km`` kilometres are one unit."""

    projection: Albers
    km: float
    left: float
    top: float

    def place(self, points: Points) -> NDArray[np.int64]:
        """Degrees -> whole units, so that neighbours meet exactly."""
        flat = self.projection.flat(points) / self.km + (self.left, self.top)
        return np.rint(flat).astype(np.int64)

    def bounds(self, lines: Sequence[Points]) -> tuple[int, int, int, int]:
        """The least and most units: left, top, right, bottom."""
        spots = self.place(np.concatenate(lines))
        left, top = spots.min(axis=0)
        right, bottom = spots.max(axis=0)
        return int(left), int(top), int(right), int(bottom)


def fit(projection: Albers, lines: Sequence[Points], box: tuple[int, int, int, int]) -> Frame:
    """The largest frame that has all lines within ``box`` (left, top, width, height), centred."""
    flat = projection.flat(np.concatenate(lines))
    low, high = flat.min(axis=0), flat.max(axis=0)
    left, top, width, height = box
    km = float(max((high[0] - low[0]) / width, (high[1] - low[1]) / height))
    spare = (np.array((width, height)) - (high - low) / km) / 2
    start = np.array((left, top)) + spare - low / km
    return Frame(projection, km, float(start[0]), float(start[1]))
