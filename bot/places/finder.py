"""From any short text to the right county: the steps, surest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.places.arrest_place import arrested_at, without_elsewhere, without_home
from bot.places.county_step import by_county_word
from bot.places.exact_text import by_exact_text
from bot.places.gazetteer import Gazetteer
from bot.places.half_a_state import by_half_a_state
from bot.places.initials import by_la
from bot.places.jail_behind_in import by_jail_behind_in, by_misspelt_jail_behind_in
from bot.places.jail_spelling import by_misspelt_jail
from bot.places.jail_step import by_jail_name
from bot.places.misspelt_steps import (
    BY_NAME,
    Step,
    by_longer_name,
    by_misspelt_county,
    by_misspelt_name,
    by_misspelt_state,
    by_name_and_misspelt_state,
)
from bot.places.name_steps import by_name_and_state
from bot.places.place import MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query
from bot.places.question import among
from bot.places.reading_text import read_query
from bot.places.settle import asking
from bot.places.state_step import by_asked_state, by_state
from bot.places.zip_step import by_mistyped_zip, by_zip

STEPS: tuple[Step, ...] = (
    by_zip,
    by_mistyped_zip,
    by_jail_name,
    by_jail_behind_in,
    by_longer_name,
    by_name_and_misspelt_state,
    by_county_word,
    by_misspelt_county,
    by_name_and_state,
    by_half_a_state,
    *BY_NAME[2:],
    by_misspelt_jail,
    by_misspelt_jail_behind_in,
    by_misspelt_name,
    by_state,
    by_misspelt_state,
)


def find(
    text: str,
    gazetteer: Gazetteer,
    hint_state: str = "",
    within: Sequence[Place] = (),
    *,
    state_asked: bool = False,
) -> PlaceAnswer:
    """What place a text means. Never raises.

    ``hint_state`` (postal code of the sender's number) only orders the choices of a question.
    ``within`` are the choices of an open question: a state, a county or a city that picks among
    them is taken first. ``state_asked``: the line has just asked for a state.
    """
    if not within and not state_asked:
        exact = by_exact_text(text, gazetteer, hint_state)
        if exact:
            return exact
    query = read_query(text, gazetteer, hint_state)
    chosen = among(query, within) if within else None
    if chosen:
        return _read_anew(query, chosen, within) or chosen
    steps = (by_asked_state, *STEPS) if state_asked else STEPS
    found = _away_from_home(query) or _stepped(query, steps)
    return found or by_la(text, query) or _nothing(query)


def _away_from_home(query: Query) -> PlaceAnswer | None:
    """ "we live in Austin but he was arrested in Laredo": Laredo; of "born in Laredo" and "the
    lawyer is in Laredo" nothing."""
    elsewhere = without_elsewhere(query)
    if elsewhere is not None:
        there = find(elsewhere, query.gazetteer, query.hint_state)
        return there if there.places else _nothing(query)
    away = without_home(query)
    if away is None:
        return None
    found = find(away, query.gazetteer, query.hint_state)
    if found.outcome is Outcome.NONE:
        name = arrested_at(read_query(away, query.gazetteer))
        found = find(name, query.gazetteer, query.hint_state) if name else found
    return None if found.outcome is Outcome.NONE or _home_says_which(query, found) else found


def _home_says_which(query: Query, away: PlaceAnswer) -> bool:
    """ "I am in Houston, he is held in Harris County jail": the Harris of Texas."""
    whole = _stepped(query, STEPS) if away.outcome is Outcome.ASK else None
    at_home = whole.found if whole else None
    return at_home is not None and at_home.fips in {place.fips for place in away.places}


def _stepped(query: Query, steps: Sequence[Step]) -> PlaceAnswer | None:
    return next(filter(None, (step(query) for step in steps)), None)


def _read_anew(query: Query, chosen: PlaceAnswer, within: Sequence[Place]) -> PlaceAnswer | None:
    """What the text says by itself, where that is no choice of the open question; None where the
    choice is meant.

    "butler county ohio", behind "which Columbus?", is not Columbus because the state would fit;
    "marietta", behind "which Atlanta?", is asked about although one of them has such a hamlet.
    """
    found = _stepped(query, STEPS)
    if found is None or any(p.kind != "county" or p.matched.fuzzy for p in found.places):
        return None
    asked = {one.fips for one in within}
    there = {one.fips for one in found.places}
    if there <= asked:
        # "eugene", behind "which Springfield?": the same county, by the name that was said last.
        same = found.found and chosen.found and found.found.fips == chosen.found.fips
        return found if same and found.places[0].matched.label else None
    if _is_a_county_of(query, chosen):
        return None
    if found.explicit and found.found:
        return found
    if any(s.sort in ("name", "short") for s in query.states):
        return None
    return found if there & {p.fips for p in chosen.places} else asking([found, chosen])


def _is_a_county_of(query: Query, chosen: PlaceAnswer) -> bool:
    """The choice was shown with this county's name: "marion", of "Salem (Marion County)"."""
    counties = {one.fips for one in chosen.places}
    return any(
        reading.kind is MatchKind.COUNTY and not counties.isdisjoint(reading.counties)
        for name in query.names
        for reading in name.readings
    )


def explain(text: str, gazetteer: Gazetteer, hint_state: str = "") -> PlaceAnswer:
    """The same answer, with ``steps``: what was heard, and what each step made of it; also where
    one look at the whole text was enough."""
    query = read_query(text, gazetteer, hint_state)
    exact = by_exact_text(text, gazetteer, hint_state)
    ran = [_heard(query), f"by exact text: {_told(exact)}"]
    steps: list[tuple[str, Step]] = [("away from home", _away_from_home)]
    steps += [(_spoken(step), step) for step in STEPS]
    steps += [("by la", partial(by_la, text))]
    for name, step in steps:
        found = step(query)
        ran.append(f"{name}: {_told(found)}")
        if found:
            return replace(exact or found, steps=tuple(ran))
    return replace(exact or _nothing(query), steps=tuple(ran))


def _nothing(query: Query) -> PlaceAnswer:
    return PlaceAnswer(Outcome.NONE, rest=" ".join(query.words))


def _spoken(step: Step) -> str:
    return step.__name__.replace("_", " ")


def _heard(query: Query) -> str:
    """What the steps had to go on: states and names in the text, and how much each can mean."""
    states = [f"{query.text(s)} = {s.code} ({s.sort})" for s in query.states]
    names = [f"{query.text(n)} ({len(n.readings)} meanings)" for n in query.names]
    return f"heard: states: {', '.join(states) or 'none'}; names: {', '.join(names) or 'none'}"


def _told(found: PlaceAnswer | None) -> str:
    if found is None:
        return "nothing"
    if not found.places:
        return str(found.outcome)
    matched = found.places[0].matched
    how = " by a corrected spelling" if matched.fuzzy else ""
    places = "; ".join(f"{p.fips} {p.name}" for p in found.places)
    return f'{found.outcome}: "{matched.name}" read as {matched.kind}{how}: {places}'
