"""The map of the country: counties of one answer are one area, and each state is a link.

Three thousand links would be no help to whoever walks them by keyboard, and their outlines would
not fit a page of 50 kB. A county's own link stands in the map and the table of its state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge import Knowledge
from bot.maps.answer import Answer, answers
from bot.maps.drawing import Drawing, square
from bot.maps.outlines import Outlines, read_outlines
from bot.maps.patterns import definitions, fill
from bot.maps.projection import Albers, around, fit
from bot.maps.words import MapWords
from bot.places.place import County

WIDTH, HEIGHT = 960, 620

# Snyder's parallels for the conterminous states.
_MAINLAND = Albers(-96.0, 29.5, 45.5)
_INSETS: Mapping[str, tuple[int, int, int, int]] = {
    "AK": (4, 470, 190, 132),
    "HI": (212, 536, 130, 66),
    "PR": (874, 574, 82, 34),
}
"""Where a state that lies apart is drawn (left, top, width, height), each at a scale of its own."""
_CODES_AT: Mapping[str, tuple[int, int]] = {"AK": (62, 516), "HI": (246, 556), "PR": (856, 596)}
_SQUARES: Mapping[str, tuple[int, int]] = {
    "MP": (938, 452),
    "GU": (938, 482),
    "AS": (938, 512),
    "VI": (938, 542),
}
"""Islands too small for any scale here: a square with their code."""

SIDE = 22
SMALLEST = 5.0
"""Square units; a smaller county is drawn as a square, so that no answer is out of sight."""
DOT = 3


def country_map(knowledge: Knowledge, language: str) -> str:
    """An ``<svg>`` for a page, coloured by classes: see :mod:`bot.maps.patterns`. Pure."""
    words = MapWords(language, knowledge)
    links = "".join(_link(code, area, words) for code, area in _areas(knowledge).items())
    title = words.country_title()
    return (
        f'<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="group" aria-label="{title}">{definitions()}{links}'
        f'<path class="map-lines" d="{sheets().lines}"/>{_labels()}</svg>'
    )


@dataclass(frozen=True, slots=True)
class _Area:
    """A state's paths, and of how many of its counties the jail has an agreement."""

    shape: str
    jails: int
    counties: int


def _link(code: str, area: _Area, words: MapWords) -> str:
    title = words.state_count(code, area.jails, area.counties)
    return f'<a href="{words.state_address(code)}"><title>{title}</title>{area.shape}</a>'


@lru_cache(maxsize=2)
def _areas(knowledge: Knowledge) -> Mapping[str, _Area]:
    """What is the same in every language, by the states' English names."""
    by_state: dict[str, list[County]] = {}
    for county in knowledge.gazetteer.counties.values():
        by_state.setdefault(county.state, []).append(county)
    found = answers(knowledge)
    names = knowledge.gazetteer.states
    return {
        code: _state(code, by_state[code], found)
        for code in sorted(by_state, key=lambda code: names[code].name)
    }


def _state(code: str, counties: list[County], found: Mapping[str, Answer]) -> _Area:
    kinds = Counter(found[county.fips] for county in counties)
    if code in _SQUARES:
        first = next(answer for answer in Answer if kinds[answer])
        shape = f'<path {fill(first)} d="{square(_SQUARES[code], SIDE)}"/>'
    else:
        shape = "".join(
            f'<path {fill(answer)} d="{path}"/>'
            for answer in Answer
            if (path := _area(code, [c for c in counties if found[c.fips] == answer]))
        )
    return _Area(shape, kinds[Answer.JAIL], len(counties))


def _area(code: str, counties: list[County]) -> str:
    """One path around counties of one answer; a dot for each that is too small to be seen."""
    sheet = sheets()
    drawing, rings = sheet.of(code), sheet.outlines.rings
    shown = [c for c in counties if drawing.size(rings[c.fips]) >= SMALLEST]
    dots = [square(drawing.middle(rings[c.fips]), DOT) for c in counties if c not in shown]
    whole = drawing.path(sheet.outlines.around(c.fips for c in shown))
    return whole + "".join(dots)


@dataclass(frozen=True, slots=True, eq=False)
class Sheets:
    """The mainland and the insets, drawn once for all languages and lists."""

    outlines: Outlines
    mainland: Drawing
    insets: Mapping[str, Drawing]
    lines: str

    def of(self, code: str) -> Drawing:
        return self.insets.get(code, self.mainland)


_CODES = {"02": "AK", "15": "HI", "72": "PR", "60": "AS", "66": "GU", "69": "MP", "78": "VI"}


@lru_cache(maxsize=1)
def sheets() -> Sheets:
    outlines = read_outlines()
    apart: dict[str, list[str]] = {"": []}
    for fips in outlines.rings:
        apart.setdefault(_CODES.get(fips[:2], ""), []).append(fips)
    mainland = _drawing(outlines, apart[""], (4, 4, WIDTH - 8, HEIGHT - 8), _MAINLAND)
    insets = {code: _drawing(outlines, apart[code], box) for code, box in _INSETS.items()}
    return Sheets(outlines, mainland, insets, mainland.line(_between_states(outlines, apart[""])))


def _drawing(
    outlines: Outlines,
    counties: Iterable[str],
    box: tuple[int, int, int, int],
    projection: Albers | None = None,
) -> Drawing:
    lines = outlines.lines(counties)
    return Drawing(outlines, fit(projection or around(lines), lines, box))


def _between_states(outlines: Outlines, counties: Iterable[str]) -> list[int]:
    """Borders that two states share. Connecticut's come from another source than its neighbours',
    so that all of its outline is drawn."""
    owners: dict[int, set[str]] = {}
    for fips in counties:
        for ring in outlines.rings[fips]:
            for border in ring:
                owners.setdefault(max(border, ~border), set()).add(fips[:2])
    shared = {border for border, states in owners.items() if len(states) > 1}
    joined = {state for border in shared for state in owners[border]}
    alone = {fips[:2] for fips in outlines.rings} - joined - set(_CODES)
    for state in sorted(alone):
        own = [fips for fips in outlines.rings if fips.startswith(state)]
        shared |= {max(b, ~b) for ring in outlines.around(own) for b in ring}
    return sorted(shared)


def _labels() -> str:
    """The codes of what lies apart, beside it."""
    spots = {**_CODES_AT, **{code: (x - 27, y + 5) for code, (x, y) in _SQUARES.items()}}
    return (
        '<g class="map-codes" aria-hidden="true">'
        + "".join(f'<text x="{x}" y="{y}">{code}</text>' for code, (x, y) in spots.items())
        + "</g>"
    )
