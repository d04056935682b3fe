"""County outlines for shared locations: a TopoJSON of the Census's shapes -> shapes.npz."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bot.harvest.built import Built


def build_shapes(topology: Path, target: Path) -> Built:
    """Write shapes.npz from ``topology`` (object ``counties``, ids are FIPS codes).

    Borders that two counties share are kept once, as steps on the file's own grid, so that the
    table stays small. See :func:`bot.places.location.read_shapes`.
    """
    try:
        data: dict[str, Any] = json.loads(topology.read_text(encoding="utf-8"))
        geometries = sorted(data["objects"]["counties"]["geometries"], key=lambda g: str(g["id"]))
        transform = data["transform"]
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{topology}: no TopoJSON with an object 'counties': {error}") from error
    steps = [np.array(arc, dtype=np.int32) for arc in data["arcs"]]
    rings, owners = _rings(geometries)
    np.savez_compressed(
        target / "shapes.npz",
        steps=np.concatenate(steps).astype(np.int32),
        arc_lengths=np.array([len(arc) for arc in steps], dtype=np.int32),
        rings=np.array([arc for ring in rings for arc in ring], dtype=np.int32),
        ring_lengths=np.array([len(ring) for ring in rings], dtype=np.int32),
        ring_owners=np.array(owners, dtype=np.int32),
        fips=np.array([str(g["id"]) for g in geometries]),
        scale=np.array(transform["scale"], dtype=np.float64),
        translate=np.array(transform["translate"], dtype=np.float64),
    )
    return Built("shapes.npz", len(geometries), (f"{len(steps)} borders, {len(rings)} rings",))


def _rings(geometries: list[dict[str, Any]]) -> tuple[list[list[int]], list[int]]:
    """Each ring as its arcs, and the place of its county in the list."""
    rings, owners = [], []
    for owner, geometry in enumerate(geometries):
        for ring in _of_geometry(geometry):
            rings.append(ring)
            owners.append(owner)
    return rings, owners


def _of_geometry(geometry: dict[str, Any]) -> Iterator[list[int]]:
    if geometry.get("type") == "Polygon":
        yield from geometry["arcs"]
    elif geometry.get("type") == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
