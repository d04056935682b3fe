"""The language that a text of a conversation shows, beside its place and its topic."""

from __future__ import annotations

import re
from collections.abc import Set

from bot.conversation.foreign_script import is_foreign
from bot.conversation.hearing import A_SENTENCE, Guess, guess, listener
from bot.conversation.listed import joined, tongues
from bot.conversation.message import Message
from bot.conversation.session import Session
from bot.conversation.topic_words import Strength, TopicHit
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.places.fold import fold
from bot.places.place import Outcome, PlaceAnswer


def language_of(
    message: Message,
    session: Session,
    place: PlaceAnswer,
    whole: tuple[str, str] | None,
    topic: TopicHit | None,
    knowledge: Knowledge,
) -> str | None:
    """The language that this text shows, None where it shows none (the conversation's stays)."""
    if message.language:
        return message.language
    if is_foreign(message.body, listener(knowledge).ear.scripts):
        return None  # our words in it are borrowed
    heard = _spoken(message.body, place, topic, knowledge)
    if session.language is None:
        if whole and fold(message.body) not in knowledge.words.shared:
            return _offered(whole[1], knowledge)
        asks = _asks_in(message.body, session, knowledge) if heard.language is None else None
        named = (whole[1] if whole else None) or asks or _named_in(topic, knowledge.words.borrowed)
        return _offered(heard.language, knowledge) or _offered(named, knowledge)
    return _offered(heard.language, knowledge) if _is_a_change(heard) else None


def _named_in(topic: TopicHit | None, borrowed: Set[str]) -> str | None:
    """The language that a topic is named in; "detainer" and "notice to appear" are in none."""
    if topic is None:
        return None
    is_term = topic.language == SOURCE_LANGUAGE and not borrowed.isdisjoint(topic.phrase.split())
    return None if is_term else topic.language


def _asks_in(body: str, session: Session, knowledge: Knowledge) -> str | None:
    """The language of a short question behind an answer, where one alone asks it so."""
    if not session.reads:
        return None
    return tongues(knowledge.words, knowledge.library).get(joined(fold(body), knowledge.words))


def _spoken(body: str, place: PlaceAnswer, topic: TopicHit | None, knowledge: Knowledge) -> Guess:
    """The language of what stands around an English term; an English text has none to set aside."""
    own = _without_terms(body, topic, knowledge.words.borrowed)
    heard = _guess(own, place, knowledge)
    if heard.language not in (None, SOURCE_LANGUAGE):
        return heard
    whole = heard if own == body else _guess(body, place, knowledge)
    if heard.language is None:
        return _by_phrase(topic) or whole
    return whole if whole.language == SOURCE_LANGUAGE else heard


def _by_phrase(topic: TopicHit | None) -> Guess | None:
    """Where the ear is unsure, a whole phrase of a topic shows its language, except for the
    English terms that everybody borrows."""
    if topic is None or topic.language == SOURCE_LANGUAGE or topic.strength is Strength.FUZZY:
        return None
    size = len(topic.phrase.split())
    return Guess(topic.language, 1.0, size) if size >= A_SENTENCE else None


def _without_terms(body: str, topic: TopicHit | None, borrowed: Set[str]) -> str:
    """The text without an English term that people of every language borrow ("Notice to Appear"):
    what stands around it shows their language. "got arrested" is no such term."""
    if topic is None or topic.language != SOURCE_LANGUAGE or topic.strength is not Strength.WITHIN:
        return body
    if borrowed.isdisjoint(topic.phrase.split()):
        return body
    term = r"\W+".join(map(re.escape, topic.phrase.split()))
    return re.sub(rf"\b{term}\b", " ", body, flags=re.IGNORECASE).strip() or body


def _guess(body: str, place: PlaceAnswer, knowledge: Knowledge) -> Guess:
    if place.outcome is Outcome.NONE:
        return guess(body, knowledge)
    return guess(body, knowledge, place.rest, names_of(place))


def names_of(place: PlaceAnswer) -> tuple[str, ...]:
    """The names by which the places of an answer go."""
    return tuple(name for one in place.places for name in (one.name, one.matched.label))


def _is_a_change(heard: Guess) -> bool:
    """Of the conversation's language: one borrowed word is none."""
    return heard.words >= A_SENTENCE


def _offered(code: str | None, knowledge: Knowledge) -> str | None:
    return code if code and code in knowledge.catalogs else None
