"""A name beside a county word or a sheriff: "jackson county", "condado de", "Cobb sheriff"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.places.evidence import Evidence, evidence_for
from bot.places.fold import key
from bot.places.gazetteer import Gazetteer
from bot.places.jail_step import MOVED_TO
from bot.places.naming import beside_co, in_state, settled
from bot.places.place import MatchKind, PlaceAnswer
from bot.places.query import NameSpan, Query
from bot.places.reading import Reading
from bot.places.settle import asking
from bot.places.standing_alone import is_state

OR = frozenset(
    {"or", "o", "ou", "oswa", "или", "hoac", "hay", "ولا", "او", "أو", "either", "還是", "还是"}
)
AND = frozenset(
    {"and", "y", "e", "et", "ak", "и", "va", "at", "和", "跟", "و", "하고", "랑", "와", "과"}
)
PARISH = "parish"
# A county so near to the name of a town may be the one that is meant.
SLIPS = 2.0


def by_county_word(query: Query) -> PlaceAnswer | None:
    """ "jackson county", "condado de Jackson Michigan", "Orleans Parish jail". Of two counties
    that are named so, the one to which somebody was brought; else both are asked about."""
    answers: list[PlaceAnswer] = []
    for name in query.names:
        seen = evidence_for(query, name)
        found = _by_its_word(query, seen)
        if found is None:
            continue
        if is_moved_to(query, seen):
            return found
        answers.append(found)
    if not answers:
        return _no_such_county(query)
    return asking(answers) if _are_different(answers) else answers[0]


def _by_its_word(query: Query, seen: Evidence) -> PlaceAnswer | None:
    if not (seen.county or seen.sheriff) or _is_a_verb(query, seen):
        return None
    found = _counties(query, seen)
    if found and _lies_elsewhere(query, seen, found):
        return None
    if seen.colorado:
        return _county_or_colorado(query, seen, found)
    if not found:
        return None
    answer = with_jail(query, seen, settled(query, seen, found, _kind(seen)))
    beside = _said_beside(query, seen, found)
    if not beside:
        return answer
    return asking([answer, settled(query, seen, beside, MatchKind.COUNTY)])


def _said_beside(query: Query, seen: Evidence, found: Sequence[Reading]) -> list[Reading]:
    """ "ottawa or kent county michigan", "cobb and gwinnett counties": both, which asks."""
    before = seen.name.start - 1
    states = {r.state for r in found} if seen.state is None else {seen.state.code}
    if before < 1 or query.words[before] not in OR | AND or len(states) > 1:
        return []
    others = (name for name in query.names if name.end == before)
    return [r for n in others for r in n.readings if r.sort == "county" and r.state in states]


def _are_different(answers: Sequence[PlaceAnswer]) -> bool:
    """Each is sure of its county, and they are not the same."""
    found = [answer.found for answer in answers]
    return all(found) and len({one.fips for one in found if one}) > 1


def is_moved_to(query: Query, seen: Evidence) -> bool:
    """ "they moved my brother to Farmville", "lo llevaron a Otero"."""
    return not MOVED_TO.isdisjoint(query.words[max(0, seen.outer.start - 1) : seen.outer.start])


def _is_a_verb(query: Query, seen: Evidence) -> bool:
    """ "will county employees report us"."""
    known = query.gazetteer.vocabulary
    if seen.county is None or seen.state or query.text(seen.name) not in known.verbs:
        return False
    return seen.county.end < len(query.words) and not seen.jail


def _lies_elsewhere(query: Query, seen: Evidence, counties: list[Reading]) -> bool:
    """ "condado de marin ocala florida" is no county of California: the text names its state."""
    there = _only_state(query, seen.name)
    return bool(there) and seen.state is None and all(r.state != there for r in counties)


def _only_state(query: Query, name: NameSpan) -> str:
    sure = {s.code for s in query.states if s.sort == "name" and not s.overlaps(name)}
    return sure.pop() if len(sure) == 1 else ""


def _no_such_county(query: Query) -> PlaceAnswer | None:
    """ "Barton County, Wisconsin": a village is called Barton, but Barron is a county. Both."""
    for name in query.names:
        seen = evidence_for(query, name)
        state = seen.state.code if seen.state else ""
        cities = in_state(name, seen.state)
        if not cities or not _is_said_to_be_a_county(query, seen):
            continue
        if not state and (there := _only_state(query, name)):
            # "from Texas, held in Cook County": Cook in Illinois, or Cooke in Texas?
            state, cities = there, [r for r in cities if r.kind is MatchKind.COUNTY]
        said = query.text(seen.county) if seen.county else ""
        counties = _near_counties(query, name, state, said)
        if counties:
            spelt = replace(seen, name=replace(name, fuzzy=True))
            return settled(query, spelt, [*counties, *cities], MatchKind.COUNTY)
    return None


def _is_said_to_be_a_county(query: Query, seen: Evidence) -> bool:
    """Not "greely co", which is Greeley, Colorado."""
    if seen.county is None or seen.colorado:
        return False
    return not is_state(query, seen.name) and not _is_a_verb(query, seen)


def _near_counties(query: Query, name: NameSpan, state: str, said: str) -> list[Reading]:
    near = query.gazetteer.speller.near(key(query.text(name)), state=state, counties=True)
    for candidate in near:
        counties = [
            r
            for r in query.gazetteer.readings(candidate.key)
            if r.kind is MatchKind.COUNTY
            and (not state or r.state == state)
            and (said != PARISH or _census_kind(query.gazetteer, r) == PARISH)
        ]
        if counties and candidate.cost <= SLIPS:
            return counties
    return []


def _counties(query: Query, seen: Evidence) -> list[Reading]:
    said = query.text(seen.county) if seen.county else ""
    return counties_called(query.gazetteer, in_state(seen.name, seen.state), said)


def counties_called(gazetteer: Gazetteer, readings: Sequence[Reading], said: str) -> list[Reading]:
    """The counties of a name beside the county word ``said``; where there is none, the
    independent city, which is one too.

    "Orleans Parish" is Louisiana's, although New York has an Orleans County.
    """
    counties = [r for r in readings if r.kind is MatchKind.COUNTY]
    if "county" not in said:
        of_kind = [r for r in counties if _census_kind(gazetteer, r) in said]
        if of_kind:
            return of_kind
        if said == PARISH:
            return []  # nobody calls a county of another state one
    cities = gazetteer.independent_cities
    return counties or [r for r in readings if r.sort == "city" and r.counties[0] in cities]


def _census_kind(gazetteer: Gazetteer, reading: Reading) -> str:
    return gazetteer.county(reading.counties[0]).kind.lower()


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


def _county_or_colorado(
    query: Query, seen: Evidence, counties: list[Reading]
) -> PlaceAnswer | None:
    """ "adams co" asks, Colorado first; "weld co" and "aurora co" can mean one place only; "greely
    co" is no hamlet of another state."""
    in_colorado = [r for r in seen.name.readings if r.state == "CO"]
    readings = [*in_colorado, *counties] or beside_co(seen.name.readings)
    if not readings:
        return None
    found = settled(query, seen, readings, MatchKind.COUNTY)
    first = [p for p in found.places if p.fips.startswith("08")]
    others = [p for p in found.places if not p.fips.startswith("08")]
    return PlaceAnswer(found.outcome, (*first, *others), found.explicit, found.rest)
