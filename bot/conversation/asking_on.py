"""What a short question asks behind an answer: "how long", "is it valid", "what if he doesn't go".

Alone such a text is about nothing; behind a card it is about that card. What people ask so, and
which card answers, stands in ``content/follow_ups``; what is like it is learned from there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from bot.conversation.alike import alike_in
from bot.conversation.asked_language import language_alone
from bot.conversation.listed import (
    card_ear,
    held_among_signs,
    held_among_words,
    joined,
    listed_behind,
    spellings,
)
from bot.conversation.reply import Turn
from bot.conversation.session import Session
from bot.conversation.topic_ear import ASKS_ON, UNRELATED, TopicEar
from bot.conversation.topic_words import ARREST, TopicHit
from bot.knowledge import Knowledge
from bot.library.follow_ups import COUNTY, NEXT, Target
from bot.words import is_unspaced

Card: TypeAlias = tuple[str, int]
"""A topic and the index of its card."""

ENDED: Card = ("", 0)
"""More of what was read is asked for, and there is no more."""

LIKELY, SURE, SUREST, CLEAR = 2.0, 8.0, 12.0, 3.0
"""So likely (a logarithm) the card has to be that answers, or where nothing else says that what
was read is meant, or where the text says words of its own; and so much likelier than the next."""

LIKE, READ = 4.0, 6.0
"""So likely what was read has to be to be meant, and so much it counts to have been read."""

MOSTLY = 0.75
"""Of the words of a text that is like a listed question, so many have to stand in such."""

SIGNS_BESIDE, SIGNS_NEAR, SIGNS_NEAREST = 8, 3, 1
"""Signs of Chinese beside a listed question: more say something of their own; so few beside a
question of what was read, or of any, say nothing at all."""

WHO_WE_ARE = "about"
_ABOUT_A_COUNTY = frozenset({"county-status", "agencies"})
_ABOUT_NOTHING = frozenset({"unknown", "private", "media", "thanks", "hard", "menu"})


def about_after(turn: Turn, before: Session, knowledge: Knowledge) -> str:
    """What an answer was about: a topic, ``county``, or what the one before was about where it
    told nothing new. Nothing where a conversation was forgotten or is about something else."""
    if turn.reply == WHO_WE_ARE and before.about:
        return before.about  # "who told you" is no change of subject
    if turn.reply in knowledge.library.topics:
        return turn.reply
    if turn.reply in _ABOUT_A_COUNTY:
        return COUNTY
    return before.about if turn.reply in _ABOUT_NOTHING else ""


def asked_on(
    folded: str, session: Session, language: str, knowledge: Knowledge, *, alone: bool = False
) -> Card | None:
    """What a text asks for word for word behind what was read; an open question comes first.
    ``alone``: it means something of itself ("where is my brother"), so that no word of it may be
    left out."""
    if not session.reads or language_alone(folded, knowledge):
        return None
    listed = listed_behind(knowledge.words, knowledge.library, language, session.about)
    said = spellings(folded, knowledge.words, language)
    before = _listed_before(session, language, knowledge)
    for one in said[:1] if alone else said:
        target = listed.own.get(one) or listed.anywhere.get(one) or before.get(one)
        if target:
            return _dealt(target, session, knowledge)
    return None


def _listed_before(session: Session, language: str, knowledge: Knowledge) -> Mapping[str, Target]:
    """Behind what was read before that."""
    if not session.earlier:
        return {}
    return listed_behind(knowledge.words, knowledge.library, language, session.earlier).own


def nearly_on(folded: str, session: Session, language: str, knowledge: Knowledge) -> Card | None:
    """The same of a text in Chinese that is hardly more than a listed question."""
    if not is_unspaced(folded):
        return None
    listed = listed_behind(knowledge.words, knowledge.library, language, session.about)
    text = joined(folded, knowledge.words)
    target = held_among_signs(text, listed.own, SIGNS_NEAR, knowledge.words)
    target = target or held_among_signs(text, listed.anywhere, SIGNS_NEAREST, knowledge.words)
    return _dealt(target, session, knowledge)


def held_on(
    folded: str, named: TopicHit, session: Session, language: str, knowledge: Knowledge
) -> Card | None:
    """The same of a text that holds such a question, where what names another topic is only a part
    of that question ("do I have to answer"), or names the arrest itself, which is no question."""
    words = knowledge.words
    listed = listed_behind(words, knowledge.library, language, session.about)
    target, question = held_among_words(folded, listed.own, words, language)
    phrase, held = alike_in(words).plain(named.phrase), alike_in(words).plain(question)
    meant = named.topic == ARREST or f" {phrase} " in f" {held} "
    return _dealt(target, session, knowledge) if meant else None


def likely_on(
    folded: str,
    ranked: Sequence[tuple[float, str]],
    session: Session,
    language: str,
    knowledge: Knowledge,
) -> Card | None:
    """The same of a text that holds such a question among few other words, or is like one, or is
    nearly as like the topic that was read as like another; ``ranked`` are the topics it is like."""
    listed = listed_behind(knowledge.words, knowledge.library, language, session.about)
    target = (
        _held(folded, listed.own, language, knowledge)
        or _likest(folded, ranked, session, language, knowledge)
        or _held(folded, listed.anywhere, language, knowledge)
        or _held(folded, _listed_before(session, language, knowledge), language, knowledge)
    )
    if target:
        return _dealt(target, session, knowledge)
    card = _dealt(NEXT, session, knowledge) if _is_about_it(ranked, session) else None
    return card if card != ENDED else None  # what it may mean can be offered


def _held(
    folded: str, listed: Mapping[str, Target], language: str, knowledge: Knowledge
) -> Target | None:
    text = joined(folded, knowledge.words)
    if is_unspaced(text):
        return held_among_signs(text, listed, SIGNS_BESIDE, knowledge.words)
    return held_among_words(folded, listed, knowledge.words, language)[0]


def _is_about_it(ranked: Sequence[tuple[float, str]], session: Session) -> bool:
    """A text that is like nothing, or likeliest about none of our topics, asks nothing on."""
    odds = {topic: one for one, topic in ranked}
    on = max(odds.get(session.about, 0.0), odds.get(ASKS_ON, 0.0))
    return on >= LIKE and ranked[0][1] != UNRELATED and on + READ >= ranked[0][0]


def _likest(
    folded: str,
    ranked: Sequence[tuple[float, str]],
    session: Session,
    language: str,
    knowledge: Knowledge,
) -> Target | None:
    """The card whose questions it is most like, where what was read is meant, or nothing else is
    likelier and the text says hardly a word of its own."""
    text = joined(folded, knowledge.words)
    ear = card_ear(knowledge.words, knowledge.library, language, session.about)
    cards = ear.ranked(text) if ear else []
    (best, said), (second, _) = (*cards, (0.0, ""), (0.0, ""))[:2]
    if ear is None or best < LIKELY or best - second < CLEAR:
        return None
    if not _is_about_it(ranked, session):
        likeliest, other = (*ranked, (0.0, ""))[0]
        if best < max(SURE, likeliest) or other == UNRELATED:
            return None
        if best < SUREST and not _says_no_more(text, ear):
            return None
    topic, _, card = said.partition(" ")
    return Target(topic, int(card))


def _says_no_more(text: str, ear: TopicEar) -> bool:
    """Nearly all its words, or signs of Chinese, stand in what is listed."""
    signs = text if is_unspaced(text) else [f"{word} " for word in text.split()]
    return len(ear.met(signs)) >= MOSTLY * len(signs)


def _dealt(target: Target | None, session: Session, knowledge: Knowledge) -> Card | None:
    """None where there is nothing to deal."""
    if target != NEXT:
        return (target.topic, target.card - 1) if target else None
    if session.about not in knowledge.library.topics:
        return None
    deck = session.deck
    if deck is None:
        return ENDED
    if deck.name == WHO_WE_ARE != session.about:  # asked in between: "who told you"
        return session.about, 1
    return (deck.name, deck.next_card) if deck.name == session.about else None
