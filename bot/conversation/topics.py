"""Steps for a topic: its first card, with what the remembered county adds to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.decks import deal
from bot.conversation.heard import Heard
from bot.conversation.reply import Part, Phone, Turn
from bot.conversation.session import Session
from bot.conversation.status import jail_phone
from bot.knowledge import Knowledge
from bot.legal_aid.choosing import choose
from bot.legal_aid.contact import Contact

LEGAL_HELP = "legal-help"
CALL_THE_JAIL = frozenset({"first-hours", "find-person", "medical"})
"""Topics whose next step is a call to the jail: the number of the county's follows."""


def topic(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A topic word works at any time."""
    if heard.topic is None or heard.meaning:
        return None
    return topic_turn(heard.topic.topic, heard, session, knowledge)


def topic_turn(name: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """The first card of a topic. The next texts may still pick from the menu before it."""
    if name == LEGAL_HELP and session.county:
        return _legal_help_here(session.county, heard, session, knowledge)
    parts, deck = deal(name, 0, knowledge)
    if session.county and name in CALL_THE_JAIL:
        parts = (*parts, *jail_phone(session.county, knowledge))
    return Turn(name, heard.language, parts, replace(session, deck=deck, asking=False, wanted=""))


def help_parts(contacts: tuple[Contact, ...], *, follow: bool) -> tuple[Part, ...]:
    """The contacts, or the plain word that there is none. Never padded."""
    if not contacts:
        return (Part("help-none", follow=follow),)
    return (
        Part("help-intro", follow=follow),
        Part("contacts", {"contacts": contacts}, follow=follow),
    )


def phone_part(label: str, phone: str, checked: str) -> Part:
    """A centre's or jail's number with the year in which it was last seen."""
    year = checked[:4] or str(date.min.year)
    return Part("jail-phone", {"jail": label, "phone": Phone(phone), "year": year}, follow=True)


def _legal_help_here(fips: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    county = knowledge.gazetteer.county(fips)
    on = heard.message.at.date()
    contacts = choose(knowledge.directory, county, True, heard.language, on)
    parts = (*help_parts(contacts, follow=False), Part("not-advice"))
    remembered = replace(session, deck=None, asking=False, wanted="")
    return Turn(LEGAL_HELP, heard.language, parts, remembered, contacts=contacts)
