"""A citizen of another country: "he is a citizen of Guatemala", "гражданин Украины"."""

from __future__ import annotations

from bot.conversation.topic_words import TopicHit
from bot.knowledge import Knowledge
from bot.places.phrases import Phrases
from bot.words import is_unspaced

CITIZEN = "citizen"


def of_this_country(
    topic: TopicHit | None, like: tuple[str, ...], folded: str, knowledge: Knowledge
) -> tuple[TopicHit | None, tuple[str, ...]]:
    """Without the topic for citizens of the United States where another country is named and this
    one is not: "say clearly that you are a citizen" would be a crime (docs/rules.md, 9)."""
    named = topic is not None and topic.topic == CITIZEN
    if not (named or CITIZEN in like) or not _is_another(folded, knowledge):
        return topic, like
    return None if named else topic, tuple(one for one in like if one != CITIZEN)


def _is_another(folded: str, knowledge: Knowledge) -> bool:
    known = knowledge.gazetteer.vocabulary
    if _names(folded, known.americans):
        return False
    words = folded.split()
    runs = {" ".join(words[i : i + n]) for n in (1, 2) for i in range(len(words))}
    return not known.countries.isdisjoint(runs) or _names(folded, known.foreigners)


def _names(folded: str, listed: Phrases) -> bool:
    """Whole words; in a script without spaces, anywhere."""
    text = f" {folded} "
    phrases = (" ".join(phrase) for phrase in listed)
    return any((one if is_unspaced(one) else f" {one} ") in text for one in phrases)
