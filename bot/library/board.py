"""The board: how far each language is, text by text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.language import Language
from bot.library.carrying import Measure, too_dear
from bot.library.library import Library
from bot.library.review import ReviewState
from bot.library.rules import Rules

OVER_BUDGET = "$"
MARKS: Mapping[ReviewState, str] = {
    ReviewState.APPROVED: "✓",
    ReviewState.UNREVIEWED: "·",
    ReviewState.STALE: "~",
    ReviewState.MISSING: "-",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One language. ``states`` are those of all topics and answers; ``over_budget`` counts topics
    with a card that is too dear; ``entries_missing`` labels and word lists of topics;
    ``strings_missing`` short strings of the catalogue."""

    language: str
    offered: bool
    states: tuple[ReviewState, ...]
    over_budget: int
    entries_missing: int
    strings_missing: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing; it may still be unread."""
        gaps = self.entries_missing + self.strings_missing
        return ReviewState.MISSING not in self.states and not gaps


@dataclass(frozen=True, slots=True)
class Board:
    """``rows`` maps a text to its mark in each language, in the order of ``accounts``."""

    accounts: tuple[Account, ...]
    rows: Mapping[str, tuple[str, ...]]


def board(
    library: Library,
    languages: Mapping[str, Language],
    rules: Rules,
    measure: Measure,
    string_gaps: Mapping[str, int],
) -> Board:
    """``string_gaps`` is the number of short strings that a language lacks, by code."""
    names = (*library.topics, *library.answers)
    dear = {code: set(_dear_topics(library, code, rules, measure)) for code in languages}
    accounts = tuple(
        Account(
            language=code,
            offered=language.offered,
            states=tuple(library.state(name, code) for name in names),
            over_budget=len(dear[code]),
            entries_missing=sum(1 for _ in _missing_entries(library, code)),
            strings_missing=string_gaps.get(code, 0),
        )
        for code, language in languages.items()
    )
    rows = {
        name: tuple(
            OVER_BUDGET if name in dear[code] else MARKS[library.state(name, code)]
            for code in languages
        )
        for name in names
    }
    return Board(accounts, rows)


def _dear_topics(library: Library, code: str, rules: Rules, measure: Measure) -> Iterator[str]:
    required = rules.required.get(code)
    for name, topic in library.topics.items():
        deck = topic.decks.get(code)
        if deck and required and any(too_dear(deck, required, measure)):
            yield name


def _missing_entries(library: Library, code: str) -> Iterator[str]:
    for name, topic in library.topics.items():
        if not topic.labels.get(code):
            yield f"{name} label"
        if not topic.words.get(code):
            yield f"{name} words"
