"""The texts of ``content/`` on a page: in the page's language, or said to be in another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.conversation.decks import topic_facts
from bot.conversation.reply import Fact, Part
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE, Language
from bot.library.wording import LINK, PHONE
from bot.maps.answer import LABELS, Answer
from bot.maps.words import TEXTS
from bot.rendering.direction import isolated
from bot.rendering.render import word
from bot.rendering.wording import Voice, voice

_PLACEHOLDER = re.compile(r"(%\(\w+\)s)")
_NOT_A_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Said:
    """One text: its paragraphs, and the language that they are in."""

    paragraphs: tuple[str, ...]
    language: Language


class Speaker:
    """Words the texts of one page. Afterwards ``unread`` says that some text, in a language other
    than English, was read by no fluent person, and ``in_english`` that English stands in for it
    because this installation wants it so."""

    def __init__(self, language: Language, knowledge: Knowledge) -> None:
        self.language = language
        self.voice: Voice = voice(language.code, knowledge)
        self.unread = False
        self.in_english = False
        self._knowledge = knowledge

    def part(self, part: Part) -> Said:
        """One part of an answer, as the engine decided it."""
        code = part.language or self._code(part.name)
        text = word(part, code, self._knowledge)
        lines = tuple(line for line in text.split("\n") if line.strip())
        return Said(lines, self._knowledge.languages[code])

    def text(self, name: str, facts: Mapping[str, Fact] | None = None) -> Said:
        """An answer of ``content/``, by its name."""
        return self.part(Part(name, facts or {}))

    def card(self, topic: str, number: int = 0) -> Said:
        """A topic's first card, or another one."""
        return self.part(Part(topic, topic_facts(self._knowledge), card=number))

    def deck(self, topic: str) -> tuple[Said, ...]:
        """Every card of a topic."""
        size = len(self._knowledge.library.cards(topic, SOURCE_LANGUAGE))
        return tuple(self.card(topic, number) for number in range(size))

    def apology(self) -> Said:
        """Why this page is in English, in the language that was asked for."""
        language = self.language.code
        return self.part(Part("english-instead", language=language))

    def label(self, topic: str) -> str:
        """What menus call a topic."""
        return self._knowledge.library.topics[topic].labels[self.language.code]

    def map_label(self, answer: Answer) -> str:
        """What a colour of the map means."""
        return self.kept_together(self.voice.catalog.pgettext("map", LABELS[answer]))

    def map_text(self, name: str) -> str:
        return self.kept_together(self.voice.catalog.pgettext("map", TEXTS[name]))

    def kept_together(self, text: str) -> str:
        """Latin runs inside a right-to-left string keep their order ("287(g)", not "(g)287")."""
        if self.language.direction != "rtl":
            return text
        pieces = _PLACEHOLDER.split(text)
        return "".join(one if _PLACEHOLDER.fullmatch(one) else isolated(one) for one in pieces)

    def _code(self, name: str) -> str:
        library, code = self._knowledge.library, self.language.code
        if code == SOURCE_LANGUAGE or not library.holds(name) or library.is_approved(name, code):
            return code
        if self._knowledge.line.send_unreviewed:
            self.unread = True
            return code
        self.in_english = True
        return SOURCE_LANGUAGE


def marked(text: str) -> Markup:
    """A paragraph of ours as HTML: phone numbers can be tapped, addresses followed."""
    pieces: list[Markup] = []
    rest = 0
    found = sorted([*PHONE.finditer(text), *LINK.finditer(text)], key=lambda one: one.start())
    for one in found:
        if one.start() < rest or text[one.start() - 1 : one.start()] == "@":
            continue  # inside what is marked already, or the end of a mail address
        pieces += [escape(text[rest : one.start()]), _anchor(one[0])]
        rest = one.end()
    pieces.append(escape(text[rest:]))
    return Markup("").join(pieces)


def phone_address(number: str) -> str:
    """ "+15177687900" and "1-800-799-7233" as telephones take them: "tel:+15177687900"."""
    digits = _NOT_A_DIGIT.sub("", number)
    if len(digits) <= 3:
        return f"tel:{digits}"
    return f"tel:+{digits}" if digits.startswith("1") and len(digits) == 11 else f"tel:+1{digits}"


def _anchor(text: str) -> Markup:
    if PHONE.fullmatch(text):
        return Markup('<a href="{}" dir="ltr">{}</a>').format(phone_address(text), text)
    address = text if text.startswith("http") else f"https://{text}"
    return Markup('<a href="{}" rel="noreferrer external" dir="ltr">{}</a>').format(address, text)
