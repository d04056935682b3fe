"""Advocates' texts: topics, answers, their cards, and which translations a person approved."""

from bot.library.library import Library, MissingText
from bot.library.reading import ContentError, read_library
from bot.library.review import ReviewState
from bot.library.topic import Answer, Deck, Source, Topic

__all__ = [
    "Answer",
    "ContentError",
    "Deck",
    "Library",
    "MissingText",
    "ReviewState",
    "Source",
    "Topic",
    "read_library",
]
