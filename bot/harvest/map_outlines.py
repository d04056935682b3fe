"""County outlines for maps: TopoJSON files of the Census's shapes -> outlines.npz.

Borders that two counties share are kept once and thinned once, so that no gap opens between
neighbours at any scale. Each point carries how much it matters, by the algorithm of Visvalingam
and Whyatt (1993): the area of the triangle that the line loses without it.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.harvest.built import Built

Points = NDArray[np.float64]

GRID_PER_DEGREE = 10_000
"""About eleven metres: finer than the source."""
KM_PER_DEGREE = 111.2
WEIGHT_STEPS = 6
"""A weight is this many steps for each doubling of the triangle, counted from one square metre."""
ALWAYS = 255


@dataclass(frozen=True, slots=True)
class _Borders:
    """``arcs`` of (lon, lat) and, by county, its rings; a ring names arcs, ``~n`` backwards."""

    arcs: list[Points]
    rings: dict[str, list[list[int]]]


def build_outlines(topology: Path, old_connecticut: Path, target: Path) -> Built:
    """Write outlines.npz from two TopoJSON files (object ``counties``, ids are FIPS codes).

    ``topology`` has Connecticut's planning regions; its eight counties, which people name, come
    from the older file. See :func:`bot.maps.outlines.read_outlines`.
    """
    new, old = _read(topology), _read(old_connecticut)
    rings = {fips: found for fips, found in new.rings.items() if not fips.startswith("09")}
    arcs = list(new.arcs)
    for fips in sorted(fips for fips in old.rings if fips.startswith("09")):
        rings[fips] = [[_moved(arc, len(arcs)) for arc in ring] for ring in old.rings[fips]]
    arcs += old.arcs
    kept, rings = _used_only(arcs, rings)
    weights = [_weights(arc) for arc in kept]
    _save(kept, weights, rings, target / "outlines.npz")
    points = sum(len(arc) for arc in kept)
    return Built("outlines.npz", len(rings), (f"{len(kept)} borders of {points} points",))


def _moved(arc: int, by: int) -> int:
    return ~(~arc + by) if arc < 0 else arc + by


def _read(path: Path) -> _Borders:
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        scale, translate = data["transform"]["scale"], data["transform"]["translate"]
        geometries = data["objects"]["counties"]["geometries"]
        steps = [np.array(arc) for arc in data["arcs"]]
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{path}: no TopoJSON with an object 'counties': {error}") from error
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in steps]
    return _Borders(arcs, {str(g["id"]): list(_rings(g)) for g in geometries})


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = geometry.get("arcs", [])
    if geometry.get("type") == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        yield from polygon


def _used_only(
    arcs: list[Points], rings: dict[str, list[list[int]]]
) -> tuple[list[Points], dict[str, list[list[int]]]]:
    """The arcs that a ring names, numbered anew."""
    named = {max(arc, ~arc) for found in rings.values() for ring in found for arc in ring}
    number = {arc: place for place, arc in enumerate(sorted(named))}
    numbered = {
        fips: [[~number[~arc] if arc < 0 else number[arc] for arc in ring] for ring in found]
        for fips, found in rings.items()
    }
    return [arcs[arc] for arc in sorted(named)], numbered


def _weights(arc: Points) -> NDArray[np.uint8]:
    """How much each point matters; the ends always do."""
    flat = arc * (np.cos(np.radians(arc[:, 1].mean())), 1.0) * KM_PER_DEGREE * 1000
    areas = np.maximum(_lost_areas(flat[:, 0].tolist(), flat[:, 1].tolist()), 1.0)
    steps = np.minimum(np.rint(WEIGHT_STEPS * np.log2(areas)), ALWAYS - 1)
    steps[0] = steps[-1] = ALWAYS
    whole: NDArray[np.uint8] = steps.astype(np.uint8)
    return whole


def _lost_areas(x: list[float], y: list[float]) -> NDArray[np.float64]:
    """The triangle of each inner point when its turn comes, never less than an earlier one."""

    def area(before: int, at: int, after: int) -> float:
        wide = (x[at] - x[before]) * (y[after] - y[before])
        return abs(wide - (x[after] - x[before]) * (y[at] - y[before])) / 2

    last = len(x) - 1
    left, right = list(range(-1, last)), list(range(1, last + 2))
    current = {at: area(at - 1, at, at + 1) for at in range(1, last)}
    waiting = [(lost, at) for at, lost in current.items()]
    heapq.heapify(waiting)
    result, least = np.ones(last + 1), 1.0
    while waiting:
        lost, at = heapq.heappop(waiting)
        if current.get(at) != lost:
            continue
        least = result[at] = max(least, lost)
        del current[at]
        right[left[at]], left[right[at]] = right[at], left[at]
        for beside in (left[at], right[at]):
            if beside in current:
                current[beside] = area(left[beside], beside, right[beside])
                heapq.heappush(waiting, (current[beside], beside))
    return result


def _save(
    arcs: list[Points],
    weights: list[NDArray[np.uint8]],
    rings: dict[str, list[list[int]]],
    path: Path,
) -> None:
    steps = []
    for arc in arcs:
        grid = np.rint(arc * GRID_PER_DEGREE).astype(np.int32)
        steps.append(np.diff(grid, axis=0, prepend=np.zeros((1, 2), dtype=np.int32)))
    codes = sorted(rings)
    listed = [(place, ring) for place, fips in enumerate(codes) for ring in rings[fips]]
    np.savez_compressed(
        path,
        steps=np.concatenate(steps),
        weights=np.concatenate(weights),
        arc_lengths=np.array([len(arc) for arc in arcs], dtype=np.int32),
        rings=np.array([arc for _, ring in listed for arc in ring], dtype=np.int32),
        ring_lengths=np.array([len(ring) for _, ring in listed], dtype=np.int32),
        ring_owners=np.array([place for place, _ in listed], dtype=np.int32),
        fips=np.array(codes),
        grid_per_degree=np.array(GRID_PER_DEGREE),
        weight_steps=np.array(WEIGHT_STEPS),
    )
