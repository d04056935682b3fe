"""Steps for what is written wrong: half a name, a state, a county, a name.

Each puts something right in the text, and asks the steps for names again.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.places.county_step import by_county_word
from bot.places.evidence import Evidence, evidence_for
from bot.places.jail_and_town import by_jail_and_town
from bot.places.longer_name import with_longer_names
from bot.places.misspelling import STATES_BEGIN, mended, mended_counties, with_state_mended
from bot.places.name_steps import by_name_alone, by_name_and_state, by_name_in_sentence
from bot.places.naming import in_state
from bot.places.place import Outcome, PlaceAnswer
from bot.places.query import Query
from bot.places.state_step import by_state

Step = Callable[[Query], PlaceAnswer | None]

BY_NAME: tuple[Step, ...] = (
    by_county_word,
    by_name_and_state,
    by_name_alone,
    by_jail_and_town,
    by_name_in_sentence,
)


def by_longer_name(query: Query) -> PlaceAnswer | None:
    """ "Bufffalo Grove, Illinois": the county or city of which only a part is written right."""
    for again in with_longer_names(query):
        for step in (by_county_word, by_name_and_state):
            found = step(again)
            if found:
                return found
    return None


def by_name_and_misspelt_state(query: Query) -> PlaceAnswer | None:
    """ "patterson new jersy", "saline county nebraksa": what stands right behind a name or its
    county word, and comes near a state, is one."""
    ends = {end for n in query.names for end in (n.end, evidence_for(query, n).outer.end)}
    if not any(_may_be_a_state(query, end) for end in ends):
        return None
    again = with_state_mended(query)
    if again.mended is None or again.mended.start not in ends:
        return None
    for one in (again, *mended(again)):
        found = by_county_word(one) or by_name_and_state(one)
        if found:
            return found
    return None


def _may_be_a_state(query: Query, place: int) -> bool:
    """A word there that is none of ours."""
    if place >= len(query.words) or any(s.start == place for s in query.states):
        return False
    known, word = query.gazetteer.vocabulary, query.words[place]
    return word not in known.ordinary or word in known.first_words or word in STATES_BEGIN


def by_misspelt_county(query: Query) -> PlaceAnswer | None:
    """ "el condado de Colin cerca de Dallas": what a county word belongs to comes before the towns
    around it."""
    if any(_is_a_towns(evidence_for(query, name)) for name in query.names):
        return None
    for again in mended_counties(_with_the_countys_state_mended(query)):
        found = by_county_word(again)
        if found:
            return found
    return None


def _with_the_countys_state_mended(query: Query) -> Query:
    """ "hamblin county tennesee": where the state stands right behind the county word."""
    if query.gazetteer.vocabulary.county_begins.isdisjoint(query.words):
        return query
    again = with_state_mended(query)
    county = query.gazetteer.vocabulary.county_after
    return again if again.mended and query.phrase_before(again.mended.start, county) else query


def _is_a_towns(seen: Evidence) -> bool:
    """ "Los Lunas county, New Mexico": the county of that town, not Luna County misspelt."""
    return bool(seen.county and seen.state and in_state(seen.name, seen.state))


def by_misspelt_name(query: Query) -> PlaceAnswer | None:
    """ "Bekersfil", "jakson mi": the same steps on the text with one name put right; where that
    leaves several places, on the text with its state put right as well ("dirborn mishigan")."""
    asked: PlaceAnswer | None = None
    for again in mended(query):
        found = next(filter(None, (step(again) for step in BY_NAME)), None)
        if found is None:
            continue
        if asked is None and found.outcome is Outcome.FOUND:
            return found
        if asked and again.mended and _is_one_of(found, asked):
            return found
        asked = asked or found
    return asked


def _is_one_of(found: PlaceAnswer, asked: PlaceAnswer) -> bool:
    return len(found.places) == 1 and found.places[0].fips in {p.fips for p in asked.places}


def by_misspelt_state(query: Query) -> PlaceAnswer | None:
    """ "Masachusets": the state, where no name beside it could be mended."""
    again = with_state_mended(query)
    return by_state(again) if again.mended else None
