"""The steps of the finder, each a small function: a query in, an answer or None out.

None means "this step has nothing to say"; an answer with outcome NONE means "surely no place".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.places.evidence import Evidence, evidence_for
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Reading
from bot.places.settle import Candidate, answer, settle
from bot.places.standing_alone import is_named_in_sentence, is_whole_text

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
            return _settled(query, seen, found, _kind(seen))
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


def _kind(seen: Evidence) -> MatchKind:
    if seen.sheriff:
        return MatchKind.SHERIFF
    return MatchKind.COUNTY


def _county_or_colorado(query: Query, seen: Evidence, counties: list[Reading]) -> PlaceAnswer:
    """ "adams co" asks, Colorado first; "weld co" and "aurora co" can mean one place only."""
    in_colorado = [r for r in seen.name.readings if r.state == "CO"]
    readings = in_colorado if not counties else [*in_colorado, *counties]
    found = _settled(query, seen, readings or list(seen.name.readings), MatchKind.COUNTY)
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
        if readings and not (seen.person and not _is_beside(seen)):
            return _settled(query, seen, readings, MatchKind.CITY)
    return None


def _is_beside(seen: Evidence) -> bool:
    return seen.state is not None and (
        seen.state.start - seen.name.end <= 1 and seen.state.start >= seen.name.end
    )


def by_name_alone(query: Query) -> PlaceAnswer | None:
    """The whole text is one name: "Baltimore", "hola Chicago", "city of Richmond"."""
    for name in query.names:
        seen = evidence_for(query, name)
        if is_whole_text(query, seen):
            readings = _city_only(name.readings, seen)
            if readings:
                return _settled(query, seen, readings, MatchKind.CITY)
    return None


def by_name_in_sentence(query: Query) -> PlaceAnswer | None:
    """A name that can hardly be anything else, or one after "in": "lo tienen en Houston"."""
    for name in _longest_first(query.names):
        seen = evidence_for(query, name)
        if is_named_in_sentence(query, seen):
            readings = _city_only(name.readings, seen)
            if readings:
                return _settled(query, seen, readings, MatchKind.CITY)
    return None


def by_state(query: Query) -> PlaceAnswer | None:
    """A state and nothing smaller: the conversation asks for the county."""
    for state in _surest(query.states):
        if _is_meant(query, state):
            span = Span(state.start, state.end)
            return _state_answer(query, state.code, query.text(span), [span])
    return None


def _state_answer(query: Query, code: str, name: str, spans: list[Span]) -> PlaceAnswer:
    state = query.gazetteer.states[code]
    matched = Matched(name, MatchKind.STATE)
    rest = query.rest(spans)
    if code in ("DC", "GU"):
        fips = next(f for f in query.gazetteer.counties if f.startswith(state.fips))
        place = Place(fips, query.gazetteer.county(fips).full_name, "county", matched)
    else:
        place = Place(state.fips, state.name, "state", matched)
    return PlaceAnswer(Outcome.FOUND, (place,), True, rest)


def _surest(states: Iterable[StateSpan]) -> list[StateSpan]:
    order = ("name", "short", "weak", "code")
    return sorted(states, key=lambda s: (order.index(s.sort), s.start))


def _is_meant(query: Query, state: StateSpan) -> bool:
    known = query.gazetteer.vocabulary
    word = query.text(state)
    if query.phrase_before(state.start, known.person):
        return False
    if len(query.words) == state.end - state.start:
        return word not in known.never_alone
    if state.sort == "name":
        return True
    alone = _is_only_filler(query, state)
    if state.sort in ("short", "weak"):
        return alone or bool(query.phrase_before(state.start, known.at))
    if word in known.code_words:
        return False
    return alone or bool(query.phrase_before(state.start, known.at))


def _is_only_filler(query: Query, span: Span) -> bool:
    filler = query.gazetteer.vocabulary.filler
    left = query.rest([span]).split()
    return all((word,) in filler for word in left)


def _in_state(readings: Iterable[Reading], state: StateSpan | None) -> list[Reading]:
    return [r for r in readings if state is None or r.state == state.code]


def _city_only(readings: Iterable[Reading], seen: Evidence) -> list[Reading]:
    """ "city of Richmond" is not the county; without the word both count."""
    if seen.city is None:
        return list(readings)
    return [r for r in readings if r.kind is not MatchKind.COUNTY]


def _longest_first(names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    return iter(sorted(names, key=lambda n: (n.start - n.end, n.start)))


def _settled(
    query: Query, seen: Evidence, readings: list[Reading], kind: MatchKind
) -> PlaceAnswer:
    spans = seen.spans()
    signs = [s for s in (seen.name, seen.county, seen.city, seen.state) if s]
    matched = Matched(query.text(*signs), kind, seen.name.fuzzy)
    explicit = any((seen.county, seen.city, seen.state, seen.jail, seen.sheriff))
    return settle(query, readings, matched, spans=spans, explicit=explicit,
                  one_state=seen.state is not None)  # fmt: skip
