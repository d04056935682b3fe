"""A language asked for by name: alone ("Español"), or behind a place ("jackson mi spanish")."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.message import Message
from bot.knowledge import Knowledge
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.place import Outcome

MOST_WORDS = 3
"""Words at the end of a text that may ask for a language: "jackson mi en español"."""


@functools.lru_cache(maxsize=4)
def language_words(knowledge: Knowledge) -> Mapping[str, str]:
    """The folded words that switch to each offered language."""
    offered = (language for language in knowledge.languages.values() if language.offered)
    return {fold(word): language.code for language in offered for word in language.words}


def place_in_a_language(message: Message, knowledge: Knowledge) -> Message:
    """The place alone, to be answered in the language named behind it; any other text as it is.

    Only where the rest is a place and nothing else: "a lawyer in Miami who speaks Spanish" does
    not say in which language to answer.
    """
    said = message.body.split()
    for size in range(min(MOST_WORDS, len(said) - 1), 0, -1):
        code = language_words(knowledge).get(fold(" ".join(said[-size:])))
        if code:
            body = " ".join(said[:-size])
            there = find(body, knowledge.gazetteer)
            alone = there.outcome is not Outcome.NONE and not there.rest
            return replace(message, body=body, language=code) if alone else message
    return message
