"""The place that a text of a conversation names, in the light of what was asked and answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation.another_there import another_there
from bot.conversation.message import Message
from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.places.correction import Correction, correction, may_deny
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
    if not (session.asking or session.county or session.state or session.doubted):
        return PlaceSaid(_at_first(body, message, session, knowledge))
    instead = _not_the_answered(body, message, session, knowledge)
    if instead:
        return PlaceSaid(instead, corrects=True, denied=True)
    said = correction(body, knowledge.gazetteer)
    if said is None:
        return PlaceSaid(_found(body, message, session, knowledge))
    named = _named(said, message, session, knowledge)
    answer = named or _found(said.left, message, session, knowledge)
    return PlaceSaid(answer, said.begins or said.denied, said.denied)


def _not_the_answered(
    body: str, message: Message, session: Session, knowledge: Knowledge
) -> PlaceAnswer | None:
    """Behind the answer for Houston "dallas no houston" is Dallas, whatever stands between."""
    if not session.county or session.asking:
        return None
    answered = fold(session.label or knowledge.gazetteer.county(session.county).short_name)
    said = f" {fold(body)} "
    before, found, behind = said.partition(f" {answered} ")
    denied = before.split()[-1:]
    if not found or not denied or (denied[0],) not in knowledge.gazetteer.vocabulary.no:
        return None
    left = f"{before.rstrip().removesuffix(denied[0])} {behind}"
    there = _found(left.strip(), message, session, knowledge)
    sure = there.found is not None and not there.found.matched.fuzzy
    return there if there.found and sure and there.found.fips != session.county else None


def _at_first(body: str, message: Message, session: Session, knowledge: Knowledge) -> PlaceAnswer:
    """In a first text: "no es Houston, es Dallas"; "creo que es Tarrant". Most hold nothing of the
    kind, and are read once."""
    found = _found(body, message, session, knowledge)
    if found.places and not may_deny(body, knowledge.gazetteer):
        return found
    said = correction(body, knowledge.gazetteer)
    if said is None or (found.places and not said.denied):
        return found
    instead = _named(said, message, session, knowledge)
    if instead is None and said.denied:
        instead = _found(said.left, message, session, knowledge)
    return instead if instead and instead.places else found


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
    answer = another_there(text, answer, session, knowledge)
    return _offered_near(text, _narrowed(answer, session), session, knowledge)


def _narrowed(answer: PlaceAnswer, session: Session) -> PlaceAnswer:
    """Behind the answer for Houston a bare "harris" is the county that was answered; behind "which
    Polk County?" the one with Lakeland is the one of them that has a Lakeland."""
    offered = {offer.value for offer in session.offers} if session.asking else {session.county}
    there = tuple(one for one in answer.places if one.fips in offered)
    if answer.outcome is not Outcome.ASK or len({one.fips for one in there}) != 1:
        return answer
    return replace(answer, outcome=Outcome.FOUND, places=there[:1])


def _offered_near(
    body: str, answer: PlaceAnswer, session: Session, knowledge: Knowledge
) -> PlaceAnswer:
    """Behind "which Montgomery County?" who says "near Houston" may mean the one in Houston's
    state, or Houston itself: only these two are asked about."""
    near = knowledge.gazetteer.vocabulary.near
    if not session.asking or answer.found is None or not near.may_stand_in(fold(body)):
        return answer
    offered = candidates(session, knowledge)
    there = tuple(one for one in offered if one.fips[:2] == answer.found.fips[:2])
    if len(there) != 1 or any(one.fips == answer.found.fips for one in offered):
        return answer
    return replace(answer, outcome=Outcome.ASK, places=(*there, *answer.places))


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
