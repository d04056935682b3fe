"""Steps for a topic: its first card, with what the remembered county adds to it."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.calling import ice_phones, jail_phone
from bot.conversation.decks import open_at, read_on
from bot.conversation.heard import Heard
from bot.conversation.helping import legal_help, other_custody
from bot.conversation.reply import Part, PlaceName, Turn
from bot.conversation.session import Session
from bot.conversation.status import age_of_list, explained_by, finding, runner
from bot.conversation.topic_ear import AGREEMENT
from bot.knowledge import Knowledge
from bot.standing import standing

LEGAL_HELP, NOT_LISTED = "legal-help", "not-listed"
CALL_THE_JAIL = frozenset({"first-hours", "find-person", "medical"})
"""Topics whose next step is a call to the jail: the number of the county's follows."""
AT_THE_DOOR, PAPERS = "rights-home", frozenset({"notice-to-appear", "papers"})
CALL_ICE = frozenset({"ice-custody"})
"""Where ICE has the person: its office for the county and the nearest centre follow."""


def topic(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A topic word works at any time."""
    if heard.topic is None or heard.meaning:
        return None
    if session.danger == AT_THE_DOOR and heard.topic.topic in PAPERS:
        return None  # "they have a paper": what stands on it matters less than the door
    return topic_turn(heard.topic.topic, heard, session, knowledge, heard.card)


def like(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """What the text is surely like, although it holds no phrase of ours. It comes late: a name that
    must not be sent, or a courtesy, is like many things."""
    if len(heard.like) != 1 or heard.meaning:
        return None
    return topic_turn(heard.like[0], heard, session, knowledge, heard.card)


def topic_turn(
    name: str, heard: Heard, session: Session, knowledge: Knowledge, card: int = 0
) -> Turn:
    """The first card of a topic, or the ``card`` that answers the question first. The next texts
    may still pick from the menu before it."""
    if card and session.about == name:
        return _card_on(name, heard, session, knowledge, card)
    if name == LEGAL_HELP and session.county:
        return help_turn(heard, session, knowledge)
    if name == NOT_LISTED and session.county and not card:
        name = _what_was_found(session.county, knowledge)
    parts, deck = open_at(name, card, knowledge)
    if session.county and name in CALL_THE_JAIL:
        parts = (*parts, *jail_phone(session.county, knowledge))
    if session.county and name == AGREEMENT:
        parts = (*parts, *_stands_so(session, heard, knowledge))
    if session.county and name in CALL_ICE:
        parts = (*parts, *ice_phones(session.county, heard.message.at.date(), knowledge))
    # Where ICE has the person, its office and its centre follow once a place is named.
    wanted = name if name in CALL_ICE and not session.county else ""
    remembered = replace(session, deck=deck, asking=False, wanted=wanted)
    return Turn(name, heard.language, parts, remembered)


def _card_on(name: str, heard: Heard, session: Session, knowledge: Knowledge, card: int) -> Turn:
    """Another card of what is being read: the phone numbers stood beside its first one."""
    deck = session.deck if session.deck and session.deck.name == name else None
    parts, deck = read_on(name, card, deck, knowledge)
    return Turn(name, heard.language, parts, replace(session, deck=deck, asking=False))


def _what_was_found(fips: str, knowledge: Knowledge) -> str:
    """The topic that explains what the list says of a county: "so they are safe there?" asks of a
    county that is listed as well."""
    stand = standing(knowledge.gazetteer.county(fips), knowledge.roster, knowledge.custody)
    return explained_by(stand)


def _stands_so(session: Session, heard: Heard, knowledge: Knowledge) -> tuple[Part, ...]:
    """Who asks whether "that jail" works with ICE has named it before: what the list says of it,
    and who runs it, behind what such a deal is."""
    county = knowledge.gazetteer.county(session.county or "")
    stand = standing(county, knowledge.roster, knowledge.custody)
    parts = (
        finding(stand, PlaceName(county, session.label)),
        *runner(stand),
        age_of_list(stand.list_date, heard.message.at, knowledge),
    )
    return tuple(replace(part, follow=True) for part in parts)


def help_turn(
    heard: Heard, session: Session, knowledge: Knowledge, *, detained: bool = True
) -> Turn:
    """Legal help for the remembered county, for a held person unless it was said otherwise."""
    county = knowledge.gazetteer.county(session.county or "")
    contacts, said = legal_help(
        county,
        heard.language,
        heard.message.at.date(),
        knowledge,
        detained=detained,
        follow=False,
    )
    line, remembered = other_custody(detained, session)
    parts = (*said, Part("not-advice"), line)
    return Turn(LEGAL_HELP, heard.language, parts, remembered, contacts=contacts)
