"""Whom to call: legal help for a county, and what is said where there is little of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.decks import offered_again
from bot.conversation.reply import Fact, Month, Part, Phone
from bot.conversation.session import Offer, Session
from bot.knowledge import Knowledge
from bot.legal_aid.choosing import aged_out, choose
from bot.legal_aid.contact import Contact, Reach
from bot.legal_aid.serving import serves
from bot.places.place import County

HELD, FREE = "held", "free"
"""The one thing that has to be asked besides the place (docs/rules.md, 21)."""
ENOUGH = 2
"""With fewer contacts of the person's own area, the lines for the whole country follow."""


def legal_help(
    county: County,
    language: str,
    on: date,
    knowledge: Knowledge,
    *,
    detained: bool = True,
    follow: bool = True,
) -> tuple[tuple[Contact, ...], tuple[Part, ...]]:
    """The contacts for this county and the parts that say them; never padded, never silent.

    Where no office of this area may be sent, that is said first, with the official list's address.
    """
    contacts = choose(knowledge.directory, county, detained, language, on)
    near = [contact for contact in contacts if serves(contact, county)]
    parts = [Part(_opening(contacts, near, county, detained, on, knowledge), follow=follow)]
    if contacts:
        parts.append(Part("contacts", {"contacts": contacts}, follow=follow))
    if len(near) < ENOUGH:
        lines = _national_lines(detained, on, knowledge)
        parts += [replace(line, follow=follow) for line in lines]
    return contacts, tuple(parts)


def _opening(
    contacts: tuple[Contact, ...],
    near: list[Contact],
    county: County,
    detained: bool,
    on: date,
    knowledge: Knowledge,
) -> str:
    national = any(contact.reach is Reach.NATIONAL for contact in contacts)
    if near or national:
        return "help-intro"
    if contacts:
        return "help-elsewhere"
    old = aged_out(knowledge.directory, county, detained, on)
    return "help-old" if old else "help-none"


def _national_lines(detained: bool, on: date, knowledge: Knowledge) -> list[Part]:
    """Not ICE, and each says who answers: lawyers for people inside, and the court's dates."""
    parts = []
    line = knowledge.directory.detention_line(on)
    if detained and line:
        inside: dict[str, Fact] = {"dial": line.dial, "org": line.org, "email": line.email}
        parts.append(Part("detention-line", {**inside, "month": Month(line.source_date)}))
    court = knowledge.directory.case_line(on)
    if court:
        dates: dict[str, Fact] = {"phone": Phone(court.phone), "month": Month(court.source_date)}
        parts.append(Part("case-line", dates))
    return parts


def other_custody(detained: bool, session: Session) -> tuple[Part, Session]:
    """The last menu once more, and one line for the same help for a person who is free, or held."""
    known = tuple(offer for offer in session.offers if offer.action == "topic")
    offers = (*known, Offer("help", FREE if detained else HELD))
    remembered = replace(session, offers=offers, deck=None, asking=False, wanted="")
    return replace(offered_again(offers), follow=False), remembered
