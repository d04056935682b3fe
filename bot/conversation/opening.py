"""Which card of a topic answers a text first: "already signed" is no question about what to sign.

Learned from the sections ``[topic 5]`` of ``content/questions``, against all else that is asked
about the topic.
"""

from __future__ import annotations

from functools import lru_cache

from bot.conversation.topic_ear import TopicEar, learn
from bot.knowledge import Knowledge
from bot.library import Library
from bot.library.questions import openings

SURE = 16.0
"""So much likelier (a logarithm) a later card has to be: the first one is always safe."""

_FIRST = ""


def first_card(topic: str, folded: str, language: str, knowledge: Knowledge) -> int:
    """The index of the card to deal first, 0 for the topic's own first card."""
    ear = _ear(knowledge.library, topic, language)
    ranked = ear.ranked(folded) if ear else []
    if not ranked or ranked[0][1] == _FIRST or ranked[0][0] < SURE:
        return 0
    return int(ranked[0][1]) - 1


@lru_cache(maxsize=128)
def _ear(library: Library, topic: str, language: str) -> TopicEar | None:
    """None where no later card of this topic is ever the first."""
    asked = library.questions.get(language, {})
    later = openings(asked, topic)
    if not later:
        return None
    first = (*library.topics[topic].words.get(language, ()), *asked.get(topic, ()))
    return learn({_FIRST: first, **{str(card): texts for card, texts in later.items()}})
