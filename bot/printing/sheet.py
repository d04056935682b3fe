"""The words of a card or flyer: gathered from the texts that people are also sent.

Nothing on paper says what a county's jail does: paper outlives the list. It says how to ask, what
anybody may say, and whom to call, with the date of the list and of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.legal_aid.choosing import choose
from bot.places.place import County
from bot.printing.reach import Reach
from bot.printing.words import PrintWords
from bot.rendering.wording import say_phone, voice

CONTACTS = 3
CONTACTS_ON_A_CARD = (2, 1)
"""As many as there is room for."""

SAY, HEADLINE, LISTED = "print-say", "print-headline", "print-list"
STEPS, RIGHTS, PRIVACY = "first-hours", "rights-jail", "privacy"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every string of a card or flyer, in ``language`` and ready to be set.

    ``ways`` are pairs of a label and a number or address. ``link`` is what the square code holds.
    ``help`` is lines: who helps, then where the numbers are from; a card
    has room for fewer, and takes the first of ``card_help`` that fits.
    ``notices`` are owed: that nobody fluent has read the translation, or why it is in English.
    """

    language: str
    direction: str
    county: str
    headline: str
    ways: tuple[tuple[str, str], ...]
    ask: str
    link: str
    link_label: str
    say_label: str
    say: str
    say_in_english: str
    exceptions: tuple[str, ...]
    sign: str
    steps_label: str
    steps: tuple[str, ...]
    rights_label: str
    rights: tuple[str, ...]
    help_label: str
    help: tuple[str, ...]
    card_help: tuple[tuple[str, ...], ...]
    danger: str
    privacy: tuple[str, ...]
    about: str
    listed: str
    not_advice: str
    notices: tuple[str, ...]
    cut: str


def make_sheet(
    county: County, language: str, at: datetime, reach: Reach, knowledge: Knowledge
) -> Sheet:
    """The sheet of a county as of a day. Raises :class:`bot.printing.NoWayToReachError`.

    Where an installation sends no translation that nobody fluent has read, the sheet is in
    English and says why, as a text would be.
    """
    asked, language = language, _language_sent(language, knowledge)
    words = PrintWords(language, knowledge)
    link = reach.link(county, language, at, knowledge)
    return Sheet(
        language=language,
        direction=knowledge.languages[language].direction,
        county=words.ready(voice(language, knowledge).county(county)),
        headline=words.text(HEADLINE),
        ways=tuple(_ways(reach, county, words, knowledge)),
        ask=words.paragraphs("welcome")[1] if reach.text_number or reach.whatsapp_number else "",
        link=link,
        link_label=words.say("code", link=link),
        say_label=words.say("say"),
        say=words.text(SAY),
        say_in_english="" if language == SOURCE_LANGUAGE else _english_say(knowledge),
        exceptions=words.paragraphs(RIGHTS, -1),
        sign=words.paragraphs(RIGHTS, 2)[0],
        steps_label=words.label(STEPS),
        steps=(*words.paragraphs(STEPS)[:-1], *words.paragraphs(STEPS, 2)),
        rights_label=words.label(RIGHTS),
        rights=(*words.paragraphs(RIGHTS, 1), *words.paragraphs(RIGHTS, 2)),
        help_label=words.text("help-intro"),
        help=tuple(_help(county, at, words, knowledge, CONTACTS)),
        card_help=tuple(
            tuple(_help(county, at, words, knowledge, most)) for most in CONTACTS_ON_A_CARD
        ),
        danger=words.paragraphs("welcome")[2],
        privacy=words.paragraphs(PRIVACY)[:2],
        about=_about(words, knowledge),
        listed=words.text(LISTED, list_date=knowledge.roster.list_date),
        not_advice=words.text("not-advice"),
        notices=tuple(_notices(asked, language, knowledge)),
        cut=words.say("cut"),
    )


def _ways(
    reach: Reach, county: County, words: PrintWords, knowledge: Knowledge
) -> Iterator[tuple[str, str]]:
    both = reach.text_number == reach.whatsapp_number
    if reach.text_number:
        yield words.say("text-or-whatsapp" if both else "text"), say_phone(reach.text_number)
    if reach.whatsapp_number and not both:
        yield words.say("whatsapp"), say_phone(reach.whatsapp_number)
    page = reach.page(county, words.language, knowledge)
    if page and not reach.text_number:
        yield words.say("page"), page.partition("//")[2]


def _help(
    county: County, at: datetime, words: PrintWords, knowledge: Knowledge, most: int
) -> Iterator[str]:
    """The contacts that a text of this day would name, and where they are from."""
    day, language = at.date(), words.language
    contacts = choose(knowledge.directory, county, True, language, day, most=most)
    if contacts:
        yield from words.text("contacts", contacts=contacts).split("\n")
    else:
        yield from words.paragraphs("help-none")


def _about(words: PrintWords, knowledge: Knowledge) -> str:
    organization = knowledge.line.organization
    if organization:
        return words.text("first-contact-run-by", organization=organization)
    return words.text("first-contact")


def _english_say(knowledge: Knowledge) -> str:
    """Who must understand the words speaks English."""
    return knowledge.library.cards(SAY, SOURCE_LANGUAGE)[0]


def _language_sent(language: str, knowledge: Knowledge) -> str:
    return (
        language
        if knowledge.line.send_unreviewed or _read(language, knowledge)
        else SOURCE_LANGUAGE
    )


def _notices(asked: str, language: str, knowledge: Knowledge) -> Iterator[str]:
    if asked != language:
        yield PrintWords(asked, knowledge).text("english-instead")
    elif not _read(language, knowledge):
        yield PrintWords(language, knowledge).text("unreviewed")


def _read(language: str, knowledge: Knowledge) -> bool:
    """Whether someone fluent has read every text of the sheet."""
    names = (SAY, HEADLINE, LISTED, STEPS, RIGHTS, PRIVACY, "welcome", "help-intro")
    approved = knowledge.library.is_approved
    return language == SOURCE_LANGUAGE or all(approved(name, language) for name in names)
