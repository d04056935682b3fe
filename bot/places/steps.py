"""The steps of the finder, each a small function: a query in, an answer or None out.

None means "this step has nothing to say"; an answer with outcome NONE means "surely no place".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.places.evidence import Evidence, evidence_for
from bot.places.fold import key
from bot.places.place import Matched, MatchKind, PlaceAnswer
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Reading
from bot.places.settle import Candidate, answer, settle
from bot.places.standing_alone import (
    is_filler,
    is_named_in_sentence,
    is_ordinary,
    is_whole_text,
)

ZIP_DIGITS = 5


def by_zip(query: Query) -> PlaceAnswer | None:
    """ "48201", "I am in 90011", "48201-1234"; never "$15000" or a number of six digits."""
    for start, word in enumerate(query.words):
        if len(word) != ZIP_DIGITS or not word.isdecimal() or _is_amount(query, start):
            continue
        counties = query.gazetteer.zip_counties(word)
        if counties:
            span = Span(start, start + 1)
            candidates = [_zip_candidate(query, c, n) for n, c in enumerate(counties)]
            matched = Matched(word, MatchKind.ZIP, label=word)
            return answer(query, candidates, matched, spans=[span], explicit=True)
    return None


def _zip_candidate(query: Query, fips: str, place: int) -> Candidate:
    state = query.gazetteer.county(fips).state
    reading = Reading(MatchKind.ZIP, "zip", "", state, (fips,), 0)
    return Candidate(fips, 1.0 / (1 + place), reading)


_MONEY = frozenset({"usd", "dollars", "dollar", "dolares", "bond", "bail", "fianza", "pesos"})


def _is_amount(query: Query, start: int) -> bool:
    around = query.words[max(0, start - 2) : start + 2]
    return query.words[start].endswith("000") or bool(_MONEY.intersection(around))


def by_county_word(query: Query) -> PlaceAnswer | None:
    """ "jackson county", "condado de Jackson Michigan", "Orleans Parish jail"."""
    for name in query.names:
        seen = evidence_for(query, name)
        if not (seen.county or seen.sheriff):
            continue
        readings = _counties(query, seen)
        found = _in_state(readings, seen.state)
        if seen.colorado:
            return _county_or_colorado(query, seen, readings)
        if found:
            return with_jail(query, seen, settled(query, seen, found, _kind(seen)))
    return None


def _counties(query: Query, seen: Evidence) -> list[Reading]:
    """The counties of the name; where there is none, the independent city, which is one too.

    "Orleans Parish" is Louisiana's, although New York has an Orleans County.
    """
    readings = _in_state(seen.name.readings, seen.state)
    counties = [r for r in readings if r.kind is MatchKind.COUNTY]
    said = query.text(seen.county) if seen.county else ""
    of_kind = [r for r in counties if _census_kind(query, r) in said]
    if of_kind and "county" not in said:
        return of_kind
    cities = query.gazetteer.independent_cities
    return counties or [r for r in readings if r.sort == "city" and r.counties[0] in cities]


def _census_kind(query: Query, reading: Reading) -> str:
    return query.gazetteer.county(reading.counties[0]).kind.lower()


def with_jail(query: Query, seen: Evidence, found: PlaceAnswer) -> PlaceAnswer:
    """ "Harris County jail": the same county, and which building is meant, where it has one."""
    if not seen.jail or found.found is None:
        return found
    jail = _ice_in_full(query, seen, found.found.fips) or query.gazetteer.jails.of_county(
        found.found.fips
    )
    if jail is None:
        return found
    matched = replace(found.found.matched, kind=jail.kind, label=jail.label, record=jail.record)
    return replace(found, places=(replace(found.found, matched=matched),))


def _ice_in_full(query: Query, seen: Evidence, fips: str) -> Reading | None:
    """ "Irwin County Detention Center" is ICE's own name for it."""
    said = "".join(query.words)
    jails = query.gazetteer.jails.readings(query.text(seen.name).replace(" ", ""))
    ice = (j for j in jails if j.kind is MatchKind.ICE_FACILITY and j.counties == (fips,))
    return next((j for j in ice if key(j.label) in said), None)


def _kind(seen: Evidence) -> MatchKind:
    if seen.sheriff:
        return MatchKind.SHERIFF
    return MatchKind.COUNTY


def _county_or_colorado(query: Query, seen: Evidence, counties: list[Reading]) -> PlaceAnswer:
    """ "adams co" asks, Colorado first; "weld co" and "aurora co" can mean one place only."""
    in_colorado = [r for r in seen.name.readings if r.state == "CO"]
    readings = in_colorado if not counties else [*in_colorado, *counties]
    found = settled(query, seen, readings or list(seen.name.readings), MatchKind.COUNTY)
    first = [p for p in found.places if p.fips.startswith("08")]
    others = [p for p in found.places if not p.fips.startswith("08")]
    return PlaceAnswer(found.outcome, (*first, *others), found.explicit, found.rest)


def by_name_and_state(query: Query) -> PlaceAnswer | None:
    """ "jackson mi", "Taylor, Michigan", "Michigan, Flint"."""
    for name in _longest_first(query.names):
        seen = evidence_for(query, name)
        if seen.state is None:
            continue
        readings = _in_state(_city_only(name.readings, seen), seen.state)
        if readings and _is_meant(query, seen):
            return settled(query, seen, readings, MatchKind.CITY)
    return None


def _is_meant(query: Query, seen: Evidence) -> bool:
    """Not "my cousin Jackson … Michigan"; and an ordinary word before a code that is a word
    ("tell me") only where there is nothing else."""
    if seen.state is None or (seen.person and seen.state.start != seen.name.end):
        return False
    if is_ordinary(query, seen.name) and (query.is_risky(seen.state) or not _is_beside(seen)):
        return is_filler(query, seen.spans())
    return True


def _is_beside(seen: Evidence) -> bool:
    return seen.state is not None and seen.state.start - seen.name.end in (0, 1)


def by_name_alone(query: Query) -> PlaceAnswer | None:
    """The whole text is one name: "Baltimore", "hola Chicago", "city of Richmond"."""
    for name in query.names:
        seen = evidence_for(query, name)
        if is_whole_text(query, seen):
            readings = _in_state(_city_only(name.readings, seen), seen.state)
            if readings:
                return settled(query, seen, readings, MatchKind.CITY)
    return None


def by_name_in_sentence(query: Query) -> PlaceAnswer | None:
    """A name that can hardly be anything else, or one after "in": "lo tienen en Houston"."""
    for name in _longest_first(query.names):
        seen = evidence_for(query, name)
        if is_named_in_sentence(query, seen):
            readings = _in_state(_city_only(name.readings, seen), seen.state)
            if readings:
                return settled(query, seen, readings, MatchKind.CITY)
    return None


def _in_state(readings: Iterable[Reading], state: StateSpan | None) -> list[Reading]:
    return [r for r in readings if state is None or r.state == state.code]


def _city_only(readings: Iterable[Reading], seen: Evidence) -> list[Reading]:
    """ "city of Richmond" is not the county; without the word both count."""
    if seen.city is None:
        return list(readings)
    return [r for r in readings if r.kind is not MatchKind.COUNTY]


def _longest_first(names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    return iter(sorted(names, key=lambda n: (n.start - n.end, n.start)))


def _narrowed(query: Query, seen: Evidence, readings: list[Reading]) -> list[Reading]:
    """ "Wayne County Jail, Detroit": a second name in the text says which Wayne."""
    for other in query.names:
        if other.overlaps(seen.name) or is_ordinary(query, other):
            continue
        counties = {c for r in other.readings for c in r.counties}
        both = [r for r in readings if counties.intersection(r.counties)]
        if both and len(both) < len(readings):
            return both
    return readings


def settled(query: Query, seen: Evidence, readings: list[Reading], kind: MatchKind) -> PlaceAnswer:
    spans = seen.spans()
    signs = [s for s in (seen.name, seen.county, seen.city, seen.state) if s]
    matched = Matched(query.text(*signs), kind, seen.name.fuzzy)
    if seen.state is None:
        readings = _narrowed(query, seen, readings)
    explicit = any((seen.county, seen.city, seen.state, seen.jail, seen.sheriff, seen.police))
    return settle(query, readings, matched, spans=spans, explicit=explicit,
                  one_state=seen.state is not None)  # fmt: skip
