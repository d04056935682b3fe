"""The map of a state: each county is a link to its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge import Knowledge
from bot.maps.answer import Answer, answers
from bot.maps.drawing import Drawing, square
from bot.maps.outlines import read_outlines
from bot.maps.patterns import definitions, fill
from bot.maps.projection import around, fit
from bot.maps.words import MapWords
from bot.places.place import County

WIDTH, MOST_HEIGHT = 800, 760
MARGIN = 6
SMALLEST = 40.0
"""Square units; a smaller county is drawn as a square that can be seen and pressed."""
SIDE = 9
LOOSE_SIDE = 28
"""Of a county whose outline the Census's small map does not hold."""


class UnknownStateError(KeyError):
    """No state or territory has this postal code."""


def state_map(knowledge: Knowledge, state: str, language: str) -> str:
    """An ``<svg>`` for a page; ``state`` is a postal code. Raises :class:`UnknownStateError`."""
    counties = counties_of(knowledge, state)
    words = MapWords(language, knowledge)
    shapes = _shapes(tuple(counties))
    found = answers(knowledge)
    # Small ones last, so that no neighbour covers their square.
    order = sorted(counties, key=lambda county: (county.fips in shapes.squares, county.name))
    links = "".join(_county(c, shapes.paths[c.fips], found[c.fips], words) for c in order)
    return (
        f'<svg class="map map-state" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{shapes.view_box}" role="group" aria-label="{words.state_title(state)}">'
        f"{definitions()}{links}</svg>"
    )


def counties_of(knowledge: Knowledge, state: str) -> list[County]:
    """The state's counties by name. Raises :class:`UnknownStateError`."""
    found = [c for c in knowledge.gazetteer.counties.values() if c.state == state]
    if not found:
        raise UnknownStateError(state)
    return sorted(found, key=lambda county: county.name)


def _county(county: County, path: str, answer: Answer, words: MapWords) -> str:
    title = f"{words.county(county)}: {words.label(answer)}"
    return (
        f'<a href="{words.county_address(county)}"><title>{title}</title>'
        f'<path {fill(answer)} d="{path}"/></a>'
    )


@dataclass(frozen=True, slots=True)
class _Shapes:
    """Each county's path, which of them are only a square, and the part of the sheet in use."""

    paths: Mapping[str, str]
    squares: frozenset[str]
    view_box: str


@lru_cache(maxsize=64)
def _shapes(counties: tuple[County, ...]) -> _Shapes:
    outlines = read_outlines()
    known = [county for county in counties if county.fips in outlines.rings]
    lines = outlines.lines(county.fips for county in known)
    frame = fit(around(lines), lines, (0, 0, WIDTH, MOST_HEIGHT))
    drawing = Drawing(outlines, frame)
    rings = {county.fips: outlines.rings[county.fips] for county in known}
    small = [fips for fips, found in rings.items() if drawing.size(found) < SMALLEST]
    spots = {fips: drawing.middle(rings[fips]) for fips in small}
    paths = {fips: drawing.path(found) for fips, found in rings.items()}
    paths |= {fips: square(spot, SIDE) for fips, spot in spots.items()}
    left, top, right, bottom = frame.bounds(lines)
    loose = [county for county in counties if county.fips not in rings]
    for place, county in enumerate(loose):
        middle = (left + LOOSE_SIDE // 2 + place * 2 * LOOSE_SIDE, bottom + 2 * LOOSE_SIDE)
        paths[county.fips] = square(middle, LOOSE_SIDE)
    bottom += 3 * LOOSE_SIDE if loose else 0
    box = f"{left - MARGIN} {top - MARGIN} {right - left + 2 * MARGIN} {bottom - top + 2 * MARGIN}"
    return _Shapes(paths, frozenset({*spots, *(c.fips for c in loose)}), box)
