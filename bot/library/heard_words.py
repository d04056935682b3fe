"""Words that people text for topics: each leads to one topic only, and to no command."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator

from bot.library.finding import Complaint, complaint
from bot.library.library import Library
from bot.library.reading import TOPICS
from bot.places.fold import fold

heard_as = functools.lru_cache(maxsize=1 << 17)(fold)
"""Folding, remembered: one check folds each of some thirty thousand phrases several times."""


def all_words(library: Library) -> Iterator[tuple[str, str, str]]:
    """Language, word and topic of every word that people text."""
    for topic in library.topics.values():
        for code, entries in topic.words.items():
            for word in entries:
                yield code, word, topic.name


def heard_words(library: Library) -> set[str]:
    """Every word, folded."""
    return {heard_as(word) for _, word, _ in all_words(library)}


def shared_words(library: Library, commands: Collection[str]) -> Iterator[Complaint]:
    """A word leads to one topic, in whatever language it is read."""
    owners: dict[str, str] = {}
    for code, word, name in all_words(library):
        fault = word_fault(word, name, owners, commands)
        if fault:
            what = f'the {code} word "{word}" {fault}'
            yield complaint(f"{TOPICS}/{name}/topic.toml", what, f'"{word}"')
        owners.setdefault(heard_as(word), name)


def word_fault(word: str, topic: str, owners: dict[str, str], commands: Collection[str]) -> str:
    """Why a word cannot stand for a topic, or "". ``owners`` maps folded words to topics."""
    folded = heard_as(word)
    if not folded:
        return "has no letters; take it out"
    if folded in commands:
        return "is a command (content/words); take it out"
    if owners.get(folded, topic) != topic:
        return f"belongs to {owners[folded]} already; take it out of one of them"
    return ""
