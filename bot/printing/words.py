"""What a sheet is worded with: texts of ``content/`` and short strings, in one language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.reply import Fact, Part
from bot.knowledge import Knowledge
from bot.rendering.direction import isolated
from bot.rendering.render import word
from bot.rendering.wording import voice

SHORT: Mapping[str, str] = {
    "text": "Text this number:",
    "text-or-whatsapp": "Text this number (SMS or WhatsApp):",
    "whatsapp": "On WhatsApp:",
    "page": "Open this page:",
    "say": "Say:",
    "cut": "Cut on the lines. Fold in the middle.",
    "code": "QR code: %(link)s",
}
"""Each is translated in locales/, under "print"."""


class PrintWords:
    """Texts of ``content/`` and short strings in one language."""

    def __init__(self, language: str, knowledge: Knowledge) -> None:
        self.language = language
        self._knowledge = knowledge
        self._voice = voice(language, knowledge)

    def text(self, name: str, card: int = 0, **facts: Fact) -> str:
        return word(Part(name, facts, card=card), self.language, self._knowledge)

    def paragraphs(self, name: str, card: int = 0) -> tuple[str, ...]:
        """Of a card whose places for facts are all filled by nobody; -1 is the last card."""
        deck = self._knowledge.library.cards(name, self.language)
        return tuple(self.text(name, card % len(deck)).split("\n"))

    def label(self, topic: str) -> str:
        return self.ready(self._knowledge.library.topics[topic].labels[self.language])

    def say(self, short: str, **facts: str) -> str:
        return self.ready(self._voice.catalog.pgettext("print", SHORT[short]) % facts)

    def ready(self, text: str) -> str:
        return isolated(text) if self._voice.language.direction == "rtl" else text
