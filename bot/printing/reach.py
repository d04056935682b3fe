"""How whoever holds the paper reaches this line: a number to text, WhatsApp, or a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.places.place import County
from bot.printing.errors import NoWayToReachError
from bot.rendering.wording import voice

SHORT = 64
"""Signs of a text in an address, beyond which English names are used."""


@dataclass(frozen=True, slots=True)
class Reach:
    """``text_number`` and ``whatsapp_number`` in E.164, ``public_url`` the address of the pages
    without a path; each "" where there is none."""

    text_number: str = ""
    whatsapp_number: str = ""
    public_url: str = ""

    def page(self, county: County, language: str, knowledge: Knowledge) -> str:
        """The address of the county's page; "" where there are no pages."""
        if not self.public_url:
            return ""
        slug = knowledge.gazetteer.slug(county)
        return f"{self.public_url}/c/{county.state.lower()}/{slug}?lang={language}"

    def link(self, county: County, language: str, at: datetime, knowledge: Knowledge) -> str:
        """What the square code holds: a text that is already written, else the page.

        Raises :class:`NoWayToReachError`.
        """
        if self.text_number:
            # "?&" because some telephones read the text behind "?" and some behind "&".
            text = opening_text(county, language, at, knowledge)
            return f"sms:{self.text_number}?&body={quote(text)}"
        if self.whatsapp_number:
            text = opening_text(county, language, at, knowledge)
            return f"https://wa.me/{self.whatsapp_number.removeprefix('+')}?text={quote(text)}"
        page = self.page(county, language, knowledge)
        if not page:
            raise NoWayToReachError
        return page


def opening_text(county: County, language: str, at: datetime, knowledge: Knowledge) -> str:
    """A first text that this line answers with this county in this language: tried on the line
    itself. In the language's own words where they are short, because a code of many small
    squares is hard for a camera."""
    own = voice(language, knowledge).county(county)
    words = knowledge.languages[language].words
    named = sorted((f"{county.full_name} {word}" for word in words), key=_room)
    greeted = (f"{word}, {county.full_name}" for word in _greetings(language, knowledge))
    short = [own] if _room(own) <= SHORT else []
    for text in (*short, *named, *greeted):
        turn = respond(Message(text, at, Channel.SMS), BLANK, knowledge)
        found = turn.standing is not None and turn.standing.county == county
        if found and turn.language == language:
            return text
    return own


def _greetings(language: str, knowledge: Knowledge) -> list[str]:
    whole = knowledge.words.whole.items()
    return [word for word, meaning in whole if meaning == ("greeting", language)]


def _room(text: str) -> int:
    """Signs that a text takes in an address."""
    return len(quote(text))
