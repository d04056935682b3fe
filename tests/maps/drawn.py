"""A drawing read back: which area of which answer lies at a point."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class Link:
    """A link of a map: where it leads, what it is called, and its areas by answer."""

    address: str
    title: str
    areas: tuple[tuple[str, tuple[Ring, ...]], ...]


def read(svg: str) -> ET.Element:
    """The drawing as a tree; our own, so that no hostile XML can be in it."""
    return ET.fromstring(svg)  # noqa: S314


def links(svg: str) -> list[Link]:
    return [_link(element) for element in read(svg).iter(f"{SVG}a")]


def _link(element: ET.Element) -> Link:
    areas = tuple(
        (path.attrib["fill"].removeprefix("url(#map-").rstrip(")"), tuple(rings(path.attrib["d"])))
        for path in element.iter(f"{SVG}path")
    )
    return Link(element.attrib["href"], element.findtext(f"{SVG}title", ""), areas)


def rings(path: str) -> Iterator[Ring]:
    """Rings of whole steps, and squares."""
    for start, steps in re.findall(r"M(-?\d+ -?\d+)([^Mz]*)z", path):
        x, y = map(int, start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        if steps.startswith("h"):
            side = numbers[0]
            yield [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            continue
        ring: Ring = [(x, y)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.append((x, y))
        yield ring


def holds(area: tuple[Ring, ...], point: Point) -> bool:
    """Whether the filled area has the point (rule of winding, as SVG fills)."""
    return sum(_winding(ring, point) for ring in area) != 0


def _winding(ring: Ring, point: Point) -> int:
    x, y = point
    turns = 0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            turns += 1 if y2 > y1 else -1
    return turns
