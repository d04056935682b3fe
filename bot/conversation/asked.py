"""What a text asks for, in the light of what was just read: a topic and the card that answers."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from bot.conversation.asked_language import language_alone
from bot.conversation.asking_on import ENDED, Card, asked_on, held_on, likely_on, nearly_on
from bot.conversation.foreign_citizen import of_this_country
from bot.conversation.opening import first_card
from bot.conversation.session import Session
from bot.conversation.topic_ear import TopicEar, topic_ears
from bot.conversation.topic_meant import ALWAYS_MEANT, asked_beside, heard_topic
from bot.conversation.topic_words import Strength, TopicHit, phrase_size
from bot.knowledge import Knowledge
from bot.places.place import Outcome, PlaceAnswer

A_QUESTION = 3
"""Words of what asks something; fewer are a topic's name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``like`` are topics that may be meant where no phrase names one: a single one is sure.
    ``card`` is the index of the topic's card that answers first; ``on``: the text only asks about
    what was just read, and names no place; without a topic, that was read to its end."""

    topic: TopicHit | None
    like: tuple[str, ...] = ()
    card: int = 0
    on: bool = False


def asked_for(
    folded: str,
    place: PlaceAnswer,
    named: TopicHit | None,
    session: Session,
    language: str,
    knowledge: Knowledge,
) -> Asked:
    """``named`` is the topic of a phrase in the text. What is listed word for word for what was
    read goes before all; what only may ask on about it comes last."""
    if language_alone(folded, knowledge):
        return Asked(named)
    new = _is_new(named, session)
    alone = new or (named is not None and named.strength is Strength.WHOLE)
    card = asked_on(folded, session, language, knowledge, alone=alone)
    if card:
        return _on(card, folded, language)
    ear = functools.partial(_ear, language, knowledge)
    if place.outcome is not Outcome.NONE:
        topic = asked_beside(place, named, ear, language)
        return _opened(topic, (), folded, session, language, knowledge)
    topic, like = heard_topic(folded, named, ear, language, behind=bool(session.county))
    if session.reads:
        card = None if named else nearly_on(folded, session, language, knowledge)
        card = card or _less_surely_on(folded, topic, like, new, session, language, knowledge)
        if card:
            return _on(card, folded, language)
    return _opened(topic, like, folded, session, language, knowledge)


def _ear(language: str, knowledge: Knowledge) -> TopicEar:
    return topic_ears(knowledge.words, knowledge.library).of(language)


def _is_new(named: TopicHit | None, session: Session) -> bool:
    """ "We need a lawyer" asks for one, whatever was read."""
    return named is not None and named.topic in ALWAYS_MEANT and named.topic != session.about


def _less_surely_on(
    folded: str,
    topic: TopicHit | None,
    like: tuple[str, ...],
    new: bool,
    session: Session,
    language: str,
    knowledge: Knowledge,
) -> Card | None:
    """What a text may ask on about, where it names no other topic, or names one by the way."""
    if _is_name(topic):
        return None
    about = _about(topic, like)
    if about not in ("", session.about):
        if new or topic is None:
            return None
        return held_on(folded, topic, session, language, knowledge)
    opening = first_card(about, folded, language, knowledge) if about else 0
    if opening:
        return session.about, opening
    ranked = _ear(language, knowledge).ranked(folded)
    return likely_on(folded, ranked, session, language, knowledge)


def _on(card: Card, folded: str, language: str) -> Asked:
    if card == ENDED:
        return Asked(None, on=True)
    return Asked(TopicHit(card[0], language, Strength.WHOLE, folded), card=card[1], on=True)


def _opened(
    topic: TopicHit | None,
    like: tuple[str, ...],
    folded: str,
    session: Session,
    language: str,
    knowledge: Knowledge,
) -> Asked:
    topic, like = of_this_country(topic, like, folded, knowledge)
    about = _about(topic, like)
    card = first_card(about, folded, language, knowledge) if about else 0
    return Asked(topic, like, card or (0 if _is_name(topic) else _next_card(about, session)))


def _about(topic: TopicHit | None, like: tuple[str, ...]) -> str:
    return topic.topic if topic else like[0] if len(like) == 1 else ""


def _is_name(topic: TopicHit | None) -> bool:
    """ "bail": who texts it again wants its first card again."""
    if topic is None or topic.strength is not Strength.WHOLE:
        return False
    return phrase_size(topic.phrase) < A_QUESTION


def _next_card(about: str, session: Session) -> int:
    """Who asks more about what she has just read, in other words than its name, gets its next
    card; the first one again tells nothing new."""
    deck = session.deck
    reads = deck is not None and deck.name == about == session.about
    return deck.next_card if deck and reads else 0
