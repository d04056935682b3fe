"""A shared position -> its county: point in polygon, in memory; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, isfinite, radians
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.places.gazetteer import Gazetteer
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.vocabulary import DATA, PlaceDataError

# The outlines are drawn for maps of 1 : 10 000 000. Nearer to a border than this (kilometres) the
# county beyond it is offered as well.
UNSURE_KM = 1.0
# Off the coast, on a pier or a boat: the nearest counties up to this far are offered.
OFFSHORE_KM = 15.0
KM_PER_DEGREE = 111.2
MOST_CHOICES = 5

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Shapes:
    """``rings[i]`` is a closed line of (lon, lat) around a part of ``owners[i]``, or a hole."""

    rings: tuple[Points, ...]
    owners: tuple[str, ...]
    boxes: NDArray[np.float64]


def locate(lat: float, lon: float, gazetteer: Gazetteer) -> PlaceAnswer:
    """The county of a point in degrees.

    FOUND inside one; ASK beside a border or off the coast, the nearest first; NONE elsewhere.
    """
    if not (isfinite(lat) and isfinite(lon)):
        return PlaceAnswer(Outcome.NONE, steps=("location: not a position",))
    shapes = read_shapes()
    inside, near = _around(lat, lon, shapes)
    limit = UNSURE_KM if inside else OFFSHORE_KM
    others = sorted((km, fips) for fips, km in near.items() if fips not in inside and km <= limit)
    codes = [*inside, *(fips for _, fips in others)]
    counties = list(dict.fromkeys(c for code in codes for c in _counties(code, gazetteer)))
    outcome = Outcome.ASK if len(counties) > 1 else Outcome.FOUND if counties else Outcome.NONE
    matched = Matched("", MatchKind.LOCATION)
    places = tuple(
        Place(fips, gazetteer.county(fips).full_name, "county", matched)
        for fips in counties[:MOST_CHOICES]
    )
    told = f"location: inside {inside or 'none'}, near {[fips for _, fips in others] or 'none'}"
    return PlaceAnswer(outcome, places, explicit=bool(places), steps=(told,))


def _counties(code: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """A planning region of Connecticut asks for the old county where it has several."""
    return gazetteer.regions.get(code, (code,) if code in gazetteer.counties else ())


def _around(lat: float, lon: float, shapes: Shapes) -> tuple[list[str], dict[str, float]]:
    """Counties that hold the point, and the distance in km to the outline of those near it."""
    margin = OFFSHORE_KM / KM_PER_DEGREE / max(cos(radians(lat)), 0.1)
    west, south, east, north = shapes.boxes.T
    close = (west - margin <= lon) & (lon <= east + margin)
    close &= (south - margin <= lat) & (lat <= north + margin)
    crossings: dict[str, int] = {}
    near: dict[str, float] = {}
    for i in np.flatnonzero(close):
        ring, owner = shapes.rings[i], shapes.owners[i]
        crossings[owner] = crossings.get(owner, 0) + _crossings(lat, lon, ring)
        near[owner] = min(near.get(owner, np.inf), _distance(lat, lon, ring))
    return [fips for fips, count in sorted(crossings.items()) if count % 2], near


def _crossings(lat: float, lon: float, ring: Points) -> int:
    """How often a ray to the east crosses the ring; odd means inside."""
    x, y = ring[:, 0], ring[:, 1]
    above = y > lat
    spans = above[:-1] != above[1:]
    if not spans.any():
        return 0
    x1, y1, x2, y2 = x[:-1][spans], y[:-1][spans], x[1:][spans], y[1:][spans]
    return int(np.count_nonzero(lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1)))


def _distance(lat: float, lon: float, ring: Points) -> float:
    """Kilometres to the nearest point of the ring, on a flat map around the point."""
    flat = (ring - (lon, lat)) * (cos(radians(lat)) * KM_PER_DEGREE, KM_PER_DEGREE)
    start, along = flat[:-1], np.diff(flat, axis=0)
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(-(start * along).sum(axis=1) / length, 0, 1)
    nearest = start + share[:, None] * along
    return float(np.sqrt((nearest**2).sum(axis=1).min()))


@cache
def read_shapes(path: Path = DATA / "shapes.npz") -> Shapes:
    """Read once, at the first shared location. Raises :class:`PlaceDataError`."""
    try:
        with np.load(path, allow_pickle=False) as data:
            tables = {name: data[name] for name in data.files}
    except (OSError, ValueError) as error:
        raise PlaceDataError(f"{path}: cannot be read; run `bot data build`") from error
    arcs = _arcs(tables)
    parts = np.split(tables["rings"], np.cumsum(tables["ring_lengths"])[:-1])
    rings = tuple(_ring([int(arc) for arc in part], arcs) for part in parts)
    owners = tuple(str(tables["fips"][owner]) for owner in tables["ring_owners"])
    boxes = np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings])
    return Shapes(rings, owners, boxes)


def _arcs(tables: dict[str, NDArray[np.float64]]) -> list[Points]:
    """Steps on the grid, added up and put into degrees."""
    ends = np.cumsum(tables["arc_lengths"])[:-1]
    steps = np.split(tables["steps"], ends)
    return [np.cumsum(s, axis=0) * tables["scale"] + tables["translate"] for s in steps]


def _ring(parts: list[int], arcs: list[Points]) -> Points:
    """The arcs of a ring, end to end; a negative one (``~n``) runs backwards."""
    return np.concatenate([arcs[~part][::-1] if part < 0 else arcs[part] for part in parts])
