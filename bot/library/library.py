"""The library: every text that a lawyer answers for, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.library.follow_ups import FollowUps
from bot.library.questions import Questions
from bot.library.review import ReviewState
from bot.library.topic import Answer, Deck, Topic


class MissingText(LookupError):  # noqa: N818 - the name says what to add
    """There is no such topic or answer, or none in that language: a file is missing."""


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Topics and answers by name; no name is in both. ``states`` maps a name to the review state
    of each language's text. ``questions`` maps a language to how people ask in it, by topic,
    ``follow_ups`` to how they ask on behind an answer."""

    topics: Mapping[str, Topic]
    answers: Mapping[str, Answer]
    states: Mapping[str, Mapping[str, ReviewState]]
    questions: Mapping[str, Questions]
    follow_ups: Mapping[str, FollowUps]

    def text(self, name: str) -> Topic | Answer:
        """The topic or answer of this name. Raises :class:`MissingText`."""
        found = self.topics.get(name) or self.answers.get(name)
        if found is None:
            raise MissingText(f"no text is called {name}: add content/answers/{name}/en.md")
        return found

    def cards(self, name: str, language: str) -> Deck:
        """The cards of a topic or answer. Raises :class:`MissingText`."""
        deck = self.text(name).decks.get(language)
        if deck is None:
            raise MissingText(f"{name} has no text in {language}: add {language}.md to its folder")
        return deck

    def holds(self, name: str) -> bool:
        """Whether a topic or answer has this name."""
        return name in self.topics or name in self.answers

    def state(self, name: str, language: str) -> ReviewState:
        """The review state of a text; ``MISSING`` where there is none."""
        return self.states.get(name, {}).get(language, ReviewState.MISSING)

    def is_approved(self, name: str, language: str) -> bool:
        """Whether a person approved this text against the English of today."""
        return self.state(name, language) is ReviewState.APPROVED
