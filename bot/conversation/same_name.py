"""A state that follows a name: "which Washington County?", "Oregon"; "Duluth", "no, Minnesota"."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.heard import Heard
from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.place import Outcome, Place, PlaceAnswer

_COUNTY_WORDS = (" County", " Parish", " Borough")
"""Who asked about a county is not answered for a village of its name: she is asked."""


def same_name_there(heard: Heard, session: Session, knowledge: Knowledge) -> PlaceAnswer | None:
    """A state alone, after a question between places, after "Not this one? Text the state.", or in
    a correction: the name asked about before, in that state. The name is the one of our tables,
    never their words."""
    state = heard.place.found
    if state is None or state.kind != "state":
        return None
    name = _asked_name(session, knowledge) or _last_name(heard, state, session, knowledge)
    if not name:
        return None
    again = find(f"{name}, {state.name}", knowledge.gazetteer)
    there = tuple(p for p in again.places if _in(state, p) and _is_called(p, name, knowledge))
    county = name.endswith(_COUNTY_WORDS) and any(p.matched.label for p in there)
    outcome = Outcome.FOUND if len(there) == 1 and not county else Outcome.ASK
    return replace(again, outcome=outcome, places=there) if there else None


def _in(state: Place, place: Place) -> bool:
    return place.kind != "state" and place.fips.startswith(state.fips)


def _is_called(place: Place, name: str, knowledge: Knowledge) -> bool:
    """Clinton County is no Clayton, although it is the nearest name that Iowa has."""
    called = place.matched.label or knowledge.gazetteer.county(place.fips).name
    bare = next((name.removesuffix(one) for one in _COUNTY_WORDS if name.endswith(one)), name)
    return fold(called).startswith(fold(bare))


def _asked_name(session: Session, knowledge: Knowledge) -> str:
    """Of the last question, or of the answer that offered the way back."""
    offered = [one for one in session.offers if one.value in knowledge.gazetteer.counties]
    if offered and (session.asking or session.doubted):
        return _name_of(offered[0].value, offered[0].label, knowledge)
    if session.doubted and session.county:
        return _name_of(session.county, session.label, knowledge)
    return ""


def _last_name(heard: Heard, state: Place, session: Session, knowledge: Knowledge) -> str:
    """Behind the answer for Duluth, Georgia, "Georgia" says that it is meant, and "no, Minnesota"
    that another Duluth is."""
    if not session.county or not (heard.corrects or session.county.startswith(state.fips)):
        return ""
    return _name_of(session.county, session.label, knowledge)


def _name_of(fips: str, label: str, knowledge: Knowledge) -> str:
    return label or knowledge.gazetteer.county(fips).name.partition(",")[0]
