"""What every step that reads a name does with it: the state beside it, and the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.places.evidence import Evidence, evidence_for
from bot.places.fold import fold
from bot.places.place import Matched, MatchKind, Place, PlaceAnswer
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Reading
from bot.places.settle import settle
from bot.places.standing_alone import is_ordinary, largest

# People of a place of everyday words that says which county is meant.
SAYS_WHICH = 1_000
# … and of one that is not in Colorado, although "co" stands behind it ("lawton co").
TOWN = 10_000


def in_state(name: NameSpan, state: StateSpan | None) -> Sequence[Reading]:
    return name.readings.in_state(state.code) if state else name.readings


def meant_by(seen: Evidence) -> Sequence[Reading]:
    """In the state beside the name. "City of Richmond" is not the county; without the word both
    count."""
    here = in_state(seen.name, seen.state)
    if seen.colorado:
        here = beside_co(here)
    return here if seen.city is None else [r for r in here if r.kind is not MatchKind.COUNTY]


def beside_co(readings: Iterable[Reading]) -> list[Reading]:
    """What a name before "co" may be; "greely co" is no hamlet called Greely in another state."""
    return [
        r for r in readings
        if r.state == "CO" or r.kind is MatchKind.COUNTY or r.people >= TOWN
    ]  # fmt: skip


def longest_first(names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    return iter(sorted(names, key=lambda n: (n.start - n.end, n.start)))


def companions(query: Query, name: NameSpan, readings: Iterable[Reading]) -> list[NameSpan]:
    """Other names in the text that lie in the same county: "Mott Haven, Bronx"."""
    counties = {c for r in readings for c in r.counties}
    return [
        other
        for other in query.names
        if not other.overlaps(name)
        and any(counties.intersection(r.counties) for r in other.readings)
    ]


def _narrowed(query: Query, seen: Evidence, readings: Sequence[Reading]) -> Sequence[Reading]:
    """ "Wayne County Jail, Detroit": a second name in the text says which Wayne."""
    for other in query.names:
        if other.overlaps(seen.name) or _is_everyday(query, other):
            continue
        counties = {c for r in other.readings for c in r.counties}
        both = [
            replace(r, counties=tuple(c for c in r.counties if c in counties))
            for r in readings
            if counties.intersection(r.counties)
        ]
        if both and both != list(readings):
            return both
    return readings


def _says_a_county(query: Query, name: NameSpan) -> bool:
    """ "in the villages fl … in the sumter jail"."""
    others = (evidence_for(query, n) for n in query.names if not n.overlaps(name))
    return any(other.county or other.jail or other.sheriff for other in others)


def _is_everyday(query: Query, name: NameSpan) -> bool:
    """ "Grand Island" and "Long Island" are everyday words, but together a place."""
    several = name.end - name.start > 1
    return is_ordinary(query, name) and not (several and largest(name) >= SAYS_WHICH)


def settled(
    query: Query, seen: Evidence, readings: Sequence[Reading], kind: MatchKind
) -> PlaceAnswer:
    spans = seen.spans()
    signs = [s for s in (seen.name, seen.county, seen.city, seen.state) if s]
    matched = Matched(query.text(*signs), kind, seen.name.fuzzy)
    if seen.state is None or _says_a_county(query, seen.name):
        readings = _narrowed(query, seen, readings)
    doubtful = seen.doubtful.code if seen.doubtful else ""
    explicit = seen.county or seen.city or seen.state or seen.jail or seen.sheriff or seen.police
    found = settle(query, readings, matched, spans=spans, explicit=explicit is not None,
                   one_state=seen.state is not None, first_state=doubtful)  # fmt: skip
    return _put_right(query, seen.name, signs, found) if seen.name.fuzzy else found


def _put_right(
    query: Query, name: NameSpan, signs: Sequence[Span], found: PlaceAnswer
) -> PlaceAnswer:
    """With each place's own name where the misspelt one stands, between its signs as they came."""
    before = query.text(*(sign for sign in signs if sign.end <= name.start))
    behind = query.text(*(sign for sign in signs if sign.start >= name.end))

    def corrected(place: Place) -> Place:
        county = query.gazetteer.county(place.fips)
        meant = fold(place.matched.label or county.short_name)
        whole = " ".join(filter(None, (before, meant, behind)))
        return replace(place, matched=replace(place.matched, corrected=whole))

    return replace(found, places=tuple(map(corrected, found.places)))
