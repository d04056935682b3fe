"""Steps that read a name without a county word: with its state, alone, or in a sentence.

Each takes a query and gives an answer, or None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.places.county_step import OR, is_moved_to
from bot.places.evidence import Evidence, evidence_for
from bot.places.naming import companions, in_state, longest_first, meant_by, settled
from bot.places.place import MatchKind, PlaceAnswer
from bot.places.query import Query
from bot.places.settle import MOST_CHOICES, asking
from bot.places.standing_alone import (
    is_country,
    is_filler,
    is_named_in_sentence,
    is_ordinary,
    is_whole_text,
)

# People of a place of everyday words that is meant where its state is named somewhere in the text.
TOWN = 10_000
# Of more words than this a text is never one name, its signs, and the same place said again.
MOST_WORDS = 16


def by_name_and_state(query: Query) -> PlaceAnswer | None:
    """ "jackson mi", "Taylor, Michigan", "Michigan, Flint"."""
    seen_here = [evidence_for(query, name) for name in longest_first(query.names)]
    with_state = [s for s in seen_here if s.state and meant_by(s) and _is_meant(query, s)]
    # "Jackson got picked up in Dothan Alabama": the name beside the state comes first.
    beside = [seen for seen in with_state if _is_beside(seen)]
    chosen = beside or with_state[:1]
    return _or_its_namesakes(query, chosen) or _one_or_both(query, chosen)


def _or_its_namesakes(query: Query, chosen: Sequence[Evidence]) -> PlaceAnswer | None:
    """ "Middlesex County, New York": the town of that name there, or a county of it elsewhere?"""
    seen = chosen[0] if len(chosen) == 1 and chosen[0].county else None
    if seen is None or any(r.kind is MatchKind.COUNTY for r in meant_by(seen)):
        return None
    counties = [r for r in seen.name.readings if r.kind is MatchKind.COUNTY]
    if not counties:
        return None
    there = settled(query, seen, meant_by(seen), MatchKind.CITY)
    return asking([there, settled(query, seen, counties, MatchKind.COUNTY)])


def _is_meant(query: Query, seen: Evidence) -> bool:
    """Not "my cousin Jackson … Michigan"; and an ordinary word before a code that is a word
    ("tell me") only where there is nothing else."""
    if seen.state is None or (seen.person and seen.state.start != seen.name.end):
        return False
    if is_ordinary(query, seen.name) and _has_strange_neighbour(query, seen):
        return False
    if is_country(query, seen.name) and query.is_risky(seen.state):
        return False
    if is_ordinary(query, seen.name) and (query.is_risky(seen.state) or not _is_beside(seen)):
        kept_there = _is_beside(seen) and (seen.jail or seen.sheriff or seen.police)
        return bool(kept_there) or _is_a_town(query, seen) or is_filler(query, seen.spans())
    return True


def _is_a_town(query: Query, seen: Evidence) -> bool:
    """ "by charlotte but on the south carolina side, rock hill": two words or more, and a town."""
    sure = seen.state is not None and not query.is_risky(seen.state)
    here = in_state(seen.name, seen.state)
    several = seen.name.end - seen.name.start > 1
    return sure and several and any(r.people >= TOWN for r in here)


def _has_strange_neighbour(query: Query, seen: Evidence) -> bool:
    """ "Wxst Ifflin": the ordinary half of a name that could not be put right."""
    if seen.county or seen.city or seen.name.start == 0:
        return False
    if _is_a_town(query, seen):
        return False
    known, before = query.gazetteer.vocabulary, query.words[seen.name.start - 1]
    return (before,) not in known.beside_a_name and before not in known.ordinary and len(before) > 1


def _is_beside(seen: Evidence) -> bool:
    return seen.state is not None and seen.state.start - seen.name.end in (0, 1)


def by_name_alone(query: Query) -> PlaceAnswer | None:
    """The whole text is one name: "Baltimore", "hola Chicago", "city of Richmond"."""
    if len(query.strange) > MOST_WORDS:
        return None
    for name in query.names:
        seen = evidence_for(query, name)
        readings = meant_by(seen)
        if readings and is_whole_text(query, seen, companions(query, name, readings)):
            return settled(query, seen, readings, MatchKind.CITY)
    return None


def by_name_in_sentence(query: Query) -> PlaceAnswer | None:
    """A name that can hardly be anything else, or one after "in": "lo tienen en Houston"."""
    named = [evidence_for(query, name) for name in longest_first(query.names)]
    named = [seen for seen in named if is_named_in_sentence(query, seen) and meant_by(seen)]
    return _one_or_both(query, [*named, *_said_beside(query, named)])


def _said_beside(query: Query, named: Sequence[Evidence]) -> list[Evidence]:
    """ "he is in cobb or fulton": what stands behind "or" is as much a place as what stands
    before it."""
    ends = {seen.outer.end for seen in named}
    behind = (n for n in query.names if n.start - 1 in ends and query.words[n.start - 1] in OR)
    return [evidence_for(query, name) for name in behind]


def _one_or_both(query: Query, named: Sequence[Evidence]) -> PlaceAnswer | None:
    """Of two places that are far apart the one where somebody is held, or was brought to, is
    meant; else both are asked about."""
    once = list({query.text(seen.name): seen for seen in reversed(named)}.values())[::-1]
    held = [s for s in once if s.jail or s.police or is_moved_to(query, s)]
    chosen = (held or once)[:MOST_CHOICES]
    found = [settled(query, one, meant_by(one), MatchKind.CITY) for one in chosen]
    first = next(iter(found), None)
    others = [one for one in found if first and not _shares_a_county(one, first)]
    return asking(found) if others else first


def _shares_a_county(one: PlaceAnswer, other: PlaceAnswer) -> bool:
    return not {p.fips for p in one.places}.isdisjoint(p.fips for p in other.places)
