"""The place that a text of a conversation names, in the light of what was asked and answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.conversation.message import Message
from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.places.correction import Correction, correction
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.next_to import is_next_to
from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """``corrects``: the text takes back what was said before; ``denied``: it says of a place that
    it is not meant; ``unsure``: it names one that only lies beside the place that is meant."""

    answer: PlaceAnswer
    corrects: bool = False
    denied: bool = False
    unsure: bool = False


NOWHERE = PlaceAnswer(Outcome.NONE)


def place_said(body: str, message: Message, session: Session, knowledge: Knowledge) -> PlaceSaid:
    """ "not Cobb, Fulton" is Fulton; behind an answer or a question "sorry, es Fulton" as well."""
    if is_next_to(body, knowledge.gazetteer):
        return PlaceSaid(NOWHERE, unsure=True)
    said = correction(body, knowledge.gazetteer)
    found = partial(_found, message=message, session=session, knowledge=knowledge)
    if said is None:
        return PlaceSaid(found(body))
    named = _named(said, message, session, knowledge)
    if not (session.asking or session.county or session.state or session.doubted):
        return PlaceSaid(_at_first(said, named, found, body))
    return PlaceSaid(named or found(said.left), said.begins or said.denied, said.denied)


def _at_first(
    said: Correction, named: PlaceAnswer | None, found: Callable[[str], PlaceAnswer], body: str
) -> PlaceAnswer:
    """In a first text: "no es Houston, es Dallas"; "creo que es Tarrant"."""
    if said.denied:
        instead = named or found(said.left)
        return instead if instead.places else found(body)
    whole = found(body)
    return whole if whole.places else named or whole


def _named(
    said: Correction, message: Message, session: Session, knowledge: Knowledge
) -> PlaceAnswer | None:
    """Only where nothing but the place is left, and it is spelt right: "no se" names none."""
    if not said.named:
        return None
    answer = _found(said.named, message, session, knowledge)
    sure = all(one.matched.fuzzy is False for one in answer.places)
    if not answer.places or answer.rest or not sure:
        return None
    aside = " ".join(word for word in said.left.split() if word not in said.named.split())
    return replace(answer, rest=aside)  # it shows the language


def _found(text: str, message: Message, session: Session, knowledge: Knowledge) -> PlaceAnswer:
    answer = find(
        text,
        knowledge.gazetteer,
        _hint(message, session, knowledge),
        candidates(session, knowledge),
        state_asked=session.asking or session.doubted,
    )
    if session.state and answer.outcome is not Outcome.NONE:
        return _in_state(text, session.state, answer, knowledge)
    return _among_offered(_as_settled(answer, session), session)


def _among_offered(answer: PlaceAnswer, session: Session) -> PlaceAnswer:
    """Behind "which Polk County?" the one with Lakeland is the one of them that has a Lakeland."""
    offered = {offer.value for offer in session.offers} if session.asking else set()
    there = tuple(one for one in answer.places if one.fips in offered)
    if answer.outcome is not Outcome.ASK or len({one.fips for one in there}) != 1:
        return answer
    return replace(answer, outcome=Outcome.FOUND, places=there[:1])


def _as_settled(answer: PlaceAnswer, session: Session) -> PlaceAnswer:
    """Behind the answer for Houston a bare "harris" is the county that was answered."""
    same = tuple(one for one in answer.places if one.fips == session.county)
    if answer.outcome is not Outcome.ASK or len(same) != 1:
        return answer
    return replace(answer, outcome=Outcome.FOUND, places=same)


def _in_state(text: str, state: str, place: PlaceAnswer, knowledge: Knowledge) -> PlaceAnswer:
    """After "Texas: which county?" a bare "harris" is the one in Texas, where there is one."""
    if any(one.kind == "state" for one in place.places):
        return place
    there = find(f"{text}, {state}", knowledge.gazetteer)
    fips = knowledge.gazetteer.states[state].fips
    inside = there.places and all(one.fips.startswith(fips) for one in there.places)
    return there if inside else place


def _hint(message: Message, session: Session, knowledge: Knowledge) -> str:
    """A state that may order the choices of a question, and nothing else."""
    if session.county:
        return knowledge.gazetteer.county(session.county).state
    return message.hint_state


def candidates(session: Session, knowledge: Knowledge) -> tuple[Place, ...]:
    """The places of the open question, as the finder takes them."""
    if not session.asking:
        return ()
    return tuple(
        offered_place(offer.value, offer.label, knowledge)
        for offer in session.offers
        if offer.action == "place"
    )


def offered_place(fips: str, label: str, knowledge: Knowledge) -> Place:
    """A place that the person picked from a list: five digits are a county, two a state."""
    kind = MatchKind.CITY if label else MatchKind.COUNTY
    for state in knowledge.gazetteer.states.values():
        if state.fips == fips:
            return Place(fips, state.name, "state", Matched(fold(state.name), MatchKind.STATE))
    county = knowledge.gazetteer.county(fips)
    matched = Matched(fold(label or county.full_name), kind, label=label)
    return Place(fips, county.full_name, "county", matched)
