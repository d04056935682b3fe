"""Who took the person: the same words ask for the police's jail, or for ICE."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.topic_words import ARREST, TopicHit
from bot.knowledge import Knowledge
from bot.words import is_unspaced

BY_ICE = "ice-custody"


def by_whom(topic: TopicHit | None, folded: str, knowledge: Knowledge) -> TopicHit | None:
    """An arrest of which ICE is said to be the doer ("ICE took my cousin") is ICE's. Who was taken
    by the police, or asks whether ICE will come, asks about the arrest."""
    if topic is None or topic.topic != ARREST or _names_police(folded, knowledge):
        return topic
    text, phrase = _plain(folded), _plain(topic.phrase).strip()
    arrest = text.find(phrase) if phrase in text else len(text)
    doer = min((text.find(name) for name in _names(text, knowledge)), default=len(text))
    return replace(topic, topic=BY_ICE) if doer <= arrest and doer < len(text) else topic


def _plain(folded: str) -> str:
    return folded.replace(" ", "") if is_unspaced(folded) else f" {folded} "


def _names(text: str, knowledge: Knowledge) -> list[str]:
    """The names for ICE in the text: whole words of Latin letters, parts of words in others, which
    take endings and write no spaces."""
    listed = (_plain(name) if name.isascii() else name for name in knowledge.words.ice)
    spaced = text.startswith(" ")
    return [name if spaced else name.strip() for name in listed if name.strip() in text]


def _names_police(folded: str, knowledge: Knowledge) -> bool:
    known = knowledge.gazetteer.vocabulary
    return any((word,) in known.police or (word,) in known.sheriff for word in folded.split())
