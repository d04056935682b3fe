"""Steps for a place: a county's answer, a question between places, a shared location."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.calling import centre_phone, ice_phones
from bot.conversation.decks import AGENCIES, deal, offered_again, offers_of, open_at
from bot.conversation.heard import Heard
from bot.conversation.helping import legal_help
from bot.conversation.reply import Choice, Month, Part, PlaceName, StateName, Turn
from bot.conversation.same_name import same_name_there
from bot.conversation.session import Deck, Offer, Session
from bot.conversation.status import first_message, next_topics, second_message
from bot.conversation.topics import CALL_ICE
from bot.custody.custody import IceFacility, Jail
from bot.knowledge import Knowledge
from bot.places.location import locate
from bot.places.place import MatchKind, Outcome, Place, PlaceAnswer
from bot.standing import standing

GENERAL = frozenset(
    {"287g", "jem", "wso", "tfm", "not-listed", "first-hours", "legal-help", "about", "find-person"}
)
"""Topics that a county's answer already covers; any other one is answered beside it."""


URGENT = frozenset(
    {
        "rights-home", "rights-car", "rights-work", "emergency", "medical", "children",
        "ice-custody", "check-in", "released",
    }
)  # fmt: skip
"""What to do now, and where the person is in no jail of the county, comes before what the list
says, and waits for no place to be told apart."""


def location(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A shared position becomes a county in memory, and is dropped."""
    if heard.message.location is None:
        return None
    answer = locate(*heard.message.location, knowledge.gazetteer)
    return (
        None if answer.outcome is Outcome.NONE else answer_place(answer, heard, session, knowledge)
    )


def place(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A place in the text: its answer, or the one question that tells two places apart."""
    if not heard.names_place:
        return None
    there = same_name_there(heard, session, knowledge) or heard.place
    return answer_place(there, heard, session, knowledge)


def answer_place(answer: PlaceAnswer, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """The turn for a place answer: found, to be asked, or a whole state."""
    if answer.outcome is Outcome.ASK:
        return _ask(answer, heard, session, knowledge)
    if answer.places[0].kind == "state":
        return _ask_county(answer, heard, session, knowledge)
    if answer.places[0].matched.kind is MatchKind.ICE_FACILITY:
        return _held_by_ice(answer, heard, session, knowledge)
    return county_turn(answer, heard, session, knowledge)


def county_turn(answer: PlaceAnswer, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """The main answer: where this county stands on the list, and who can help."""
    there = answer.places[0]
    county = knowledge.gazetteer.county(there.fips)
    at = heard.message.at
    stand = standing(county, knowledge.roster, knowledge.custody)
    label = PlaceName(county, there.matched.label)
    contacts, said = legal_help(county, heard.language, at.date(), knowledge)
    offers = offers_of(next_topics(stand))
    asked = _asked_beside(heard, session)
    aside, deck = _aside(asked, heard, session, knowledge)
    if asked in CALL_ICE:
        aside = (*aside, *ice_phones(there.fips, at.date(), knowledge))
    parts = [*first_message(stand, label, at, knowledge), *aside]
    if aside and asked in URGENT:
        parts = [*_ahead(aside), *(replace(one, follow=True) for one in parts[: -len(aside)])]
    parts += said
    parts += second_message(stand, there.matched.label, at, knowledge)
    doubted = there.matched.fuzzy or not answer.explicit
    if doubted:
        parts.append(Part("way-back", follow=True))
    return Turn(
        reply="county-status",
        language=heard.language,
        parts=(*parts, offered_again(offers)),
        session=_settled(there, session, offers, deck or Deck(AGENCIES, 0), doubted=doubted),
        place=answer,
        standing=stand,
        contacts=contacts,
    )


def _asked_beside(heard: Heard, session: Session) -> str:
    """The topic asked in the same text, or the one that waited for the place."""
    topic = session.wanted or (heard.topic.topic if heard.topic else "")
    return "" if topic in GENERAL else topic


def _aside(
    topic: str, heard: Heard, session: Session, knowledge: Knowledge
) -> tuple[tuple[Part, ...], Deck | None]:
    """Not once more what she has just read."""
    if not topic or (session.deck is not None and session.deck.name == topic):
        return (), session.deck if topic else None
    asked_now = heard.topic is not None and heard.topic.topic == topic
    parts, deck = open_at(topic, heard.card if asked_now else 0, knowledge)
    return tuple(replace(part, follow=True) for part in parts), deck


def _ahead(aside: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(replace(part, follow=False) for part in aside)


def _settled(
    there: Place,
    session: Session,
    offers: tuple[Offer, ...],
    deck: Deck | None,
    *,
    doubted: bool = False,
) -> Session:
    return replace(
        session,
        county=there.fips,
        label=there.matched.label,
        state="",
        asking=False,
        wanted="",
        offers=offers,
        deck=deck,
        doubted=doubted,
    )


def _left(session: Session) -> Session:
    """Once another place is named the last one is no longer meant: its phones would be wrong."""
    return replace(session, county=None, label="", state="", deck=None, doubted=False)


def _ask(answer: PlaceAnswer, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """One short question with numbered choices; never a guess between counties
    (docs/rules.md, 28)."""
    offers = tuple(Offer("place", one.fips, one.matched.label) for one in answer.places)
    choices = tuple(Choice(place=_name(one, knowledge)) for one in answer.places)
    wanted = heard.topic.topic if heard.topic else session.wanted
    urgent, deck = _aside(wanted if wanted in URGENT else "", heard, session, knowledge)
    ahead = tuple(part for part in _ahead(urgent) if part.name != "more")
    waiting = "" if urgent and wanted not in CALL_ICE else wanted
    remembered = replace(_left(session), asking=True, offers=offers, wanted=waiting, deck=deck)
    parts = (*ahead, Part("which-place"), Part("choices", {"choices": choices}))
    return Turn("ask-place", heard.language, parts, remembered, place=answer)


def _ask_county(answer: PlaceAnswer, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """A whole state: one question for the county, which may then be named alone."""
    state = answer.places[0]
    wanted = heard.topic.topic if heard.topic else session.wanted
    code = next(one.code for one in knowledge.gazetteer.states.values() if one.fips == state.fips)
    remembered = replace(_left(session), asking=False, state=code, offers=(), wanted=wanted)
    parts = (Part("which-county", {"state": StateName(state.name)}),)
    return Turn("ask-county", heard.language, parts, remembered, place=answer)


def _held_by_ice(answer: PlaceAnswer, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """A detention centre was named: ICE has the person, so that is what has to be answered."""
    there = answer.places[0]
    county = knowledge.gazetteer.county(there.fips)
    facility = knowledge.custody.by_id.get(there.matched.record)
    contacts, said = legal_help(county, heard.language, heard.message.at.date(), knowledge)
    offers = offers_of(("find-person", "papers", "bail-bond", "court-date"))
    card, deck = deal("ice-custody", 0, knowledge)
    parts = [*_facility(there, facility, knowledge), *card]
    if there.matched.fuzzy:
        parts.append(Part("way-back", follow=True))
    return Turn(
        reply="ice-custody",
        language=heard.language,
        parts=(*parts, *said, offered_again(offers)),
        session=_settled(there, session, offers, deck),
        place=answer,
        standing=standing(county, knowledge.roster, knowledge.custody),
        contacts=contacts,
    )


def _facility(
    there: Place, centre: Jail | IceFacility | None, knowledge: Knowledge
) -> tuple[Part, ...]:
    """Which centre, when ICE was last known to hold people there, and its phone."""
    if centre is None:
        return ()
    county = PlaceName(knowledge.gazetteer.county(there.fips))
    month = Month(date.fromisoformat(centre.checked))
    label = there.matched.label or centre.name
    named = Part("facility", {"label": label, "place": county, "month": month})
    return (named, *centre_phone(centre))


def _name(one: Place, knowledge: Knowledge) -> PlaceName | StateName:
    if one.kind == "state":
        return StateName(one.name)
    return PlaceName(knowledge.gazetteer.county(one.fips), one.matched.label)
