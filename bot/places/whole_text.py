"""The text that most people send: a name, perhaps its county word and its state, nothing else."""

from __future__ import annotations

from bot.places.evidence import Evidence, evidence_for
from bot.places.query import Query


def is_only_a_name(query: Query) -> bool:
    """ "Jackson County, Michigan", "taylor mi", "Houston": no jail and no slip need be looked
    for, which would take as long again as the answer."""
    signs = query.gazetteer.vocabulary.jail_signs
    if not signs.isdisjoint(query.words):
        return False
    return any(_is_all(query, evidence_for(query, name)) for name in query.names)


def _is_all(query: Query, seen: Evidence) -> bool:
    """A name that is no jail's, and not a state's as well ("Washington")."""
    whole = seen.alone and bool(seen.state or not query.states)
    return whole and not seen.name.readings.holders
