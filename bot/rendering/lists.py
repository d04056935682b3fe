"""What the list templates may ask for: a place, a label, a date, a model, a limit in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from gettext import NullTranslations

from bot.conversation.reply import Choice
from bot.knowledge import Knowledge
from bot.legal_aid.contact import Contact
from bot.rendering.hours import say_hours
from bot.rendering.wording import voice

LIMITS: Mapping[str, str] = {
    "ask_if_area": "ask if your area",
    "ask_if_court": "ask if court cases",
    "ask_if_detained": "ask if jail cases",
    "asylum_only": "asylum only",
    "calls_from_detention": "calls from detention",
    "few_detained": "few jail cases",
    "haitian_cases": "Haitian cases",
    "held_by_ice": "people held by ICE",
    "low_income": "low income",
    "mexican_nationals": "for Mexicans",
    "no_asylum": "no asylum",
    "no_detained": "no jail cases",
    "referral": "finds a lawyer",
    "small_fee": "small fee",
    "some_cases": "some cases",
}
"""The limits of the directory in the fewest words; each is translated in locales/."""

CUSTODY: Mapping[str, str] = {"free": "Not in jail now", "held": "In jail or held by ICE"}
"""The two kinds of legal help, as a line to pick."""

Filter = Callable[..., object]


def filters(code: str, knowledge: Knowledge) -> Mapping[str, Filter]:
    """Jinja filters for one language."""
    speaker = voice(code, knowledge)

    def choice(one: Choice) -> str:
        return say_choice(one, code, knowledge)

    def numbered(choices: Iterable[Choice]) -> str:
        lines = (f"{number} {choice(one)}" for number, one in enumerate(choices, start=1))
        return speaker.separator.join(lines)

    def notes(contact: Contact) -> str:
        limit = say_limit(contact, speaker.catalog)
        hours = say_hours(contact.hours, speaker.language)
        return speaker.separator.join(note for note in (limit, hours) if note)

    return {
        "choice": choice,
        "numbered": numbered,
        "day": speaker.day,
        "month": speaker.month,
        "notes": notes,
        "oldest": oldest,
        "all_of_doj": all_of_doj,
    }


def say_choice(one: Choice, code: str, knowledge: Knowledge) -> str:
    """A line to pick, without its number."""
    speaker = voice(code, knowledge)
    if one.place:
        return str(speaker.say(one.place))
    if one.custody:
        return speaker.catalog.pgettext("held", CUSTODY[one.custody])
    return knowledge.library.topics[one.topic].labels[code]


def say_limit(contact: Contact, catalog: NullTranslations) -> str:
    """What a contact does or does not take, in a few words; "" where its name says it already."""
    words = LIMITS.get(contact.limit, "")
    return catalog.pgettext("limit", words) if words and words not in contact.org else ""


def oldest(contacts: Iterable[Contact]) -> date:
    """The day of the oldest source: no number is younger than it is said to be."""
    return min(contact.source_date for contact in contacts)


def all_of_doj(contacts: Iterable[Contact]) -> bool:
    """The Justice Department asks that its lists be named, and does not endorse who is listed."""
    return all(contact.source.startswith("doj_") for contact in contacts)
