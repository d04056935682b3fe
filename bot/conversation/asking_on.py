"""What a short question asks behind an answer: "how long", "is it valid", "what if he doesn't go".

Alone such a text is about nothing; behind a card it is about that card. What people ask so, and
which card answers, stands in ``content/follow_ups``; what is like it is learned from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from bot.conversation.alike import Alike, alike_in
from bot.conversation.reply import Turn
from bot.conversation.session import Session
from bot.conversation.topic_ear import (
    AGREEMENT,
    ASKS_ON,
    EXPLAINED,
    MODELS,
    UNRELATED,
    TopicEar,
    learn,
)
from bot.knowledge import Knowledge
from bot.library import Library
from bot.library.follow_ups import ANY, COUNTY, NEXT, FollowUps, Target
from bot.places.fold import fold
from bot.words import Words

Card: TypeAlias = tuple[str, int]
"""A topic and the index of its card."""

ENDED: Card = ("", 0)
"""More of what was read is asked for, and there is no more."""

SURE, CLEAR = 8.0, 3.0
"""So likely (a logarithm), and so much likelier than the next, the card has to be that answers."""

LIKE, READ = 4.0, 6.0
"""So likely what was read has to be to be meant, and so much it counts to have been read."""

MOST_BESIDE = 5
"""Words beside a listed question: more say something of their own."""


_ABOUT_A_COUNTY = frozenset({"county-status", "agencies"})
_ABOUT_NOTHING = frozenset({"unknown", "private", "media", "thanks", "hard", "menu"})
_EXPLAINS_A_COUNTY = frozenset({AGREEMENT, *MODELS, *EXPLAINED})
"""Topics that say a county's answer in other words: what is asked behind them is asked about it."""


def about_after(turn: Turn, before: Session, knowledge: Knowledge) -> str:
    """What an answer was about: a topic, ``county``, or what the one before was about where it
    told nothing new. Nothing where a conversation was forgotten or is about something else."""
    if turn.reply == "about" and before.about:
        return before.about  # "who told you" is no change of subject
    if turn.reply in knowledge.library.topics:
        return turn.reply
    if turn.reply in _ABOUT_A_COUNTY:
        return COUNTY
    return before.about if turn.reply in _ABOUT_NOTHING else ""


def asked_on(folded: str, session: Session, language: str, knowledge: Knowledge) -> Card | None:
    """What a text asks for word for word behind what was read; an open question comes first."""
    if not session.about or session.asking:
        return None
    listed = _listed(knowledge.words, knowledge.library, language).get(session.about, {})
    said = alike_in(knowledge.words).plain(folded)
    bare = " ".join(word for word in said.split() if word not in knowledge.words.please)
    return _dealt(listed.get(said) or listed.get(bare), session, knowledge)


def likely_on(
    folded: str,
    ranked: Sequence[tuple[float, str]],
    session: Session,
    language: str,
    knowledge: Knowledge,
    opening: int = 0,
) -> Card | None:
    """The same of a text that holds such a question among few other words, or is like one, or is
    nearly as like the topic that was read as like another; ``ranked`` are the topics it is like,
    ``opening`` the card that it surely asks for where it names what was read."""
    if not session.about or session.asking:
        return None
    if opening:
        return session.about, opening
    target = _held(folded, session, language, knowledge)
    if target is None and _is_about_it(ranked, session):
        card = _dealt(_likest(folded, session, language, knowledge), session, knowledge)
        return card if card != ENDED else None  # what it may mean can be offered
    return _dealt(target, session, knowledge)


def _held(folded: str, session: Session, language: str, knowledge: Knowledge) -> Target | None:
    """The longest listed question inside a text; None where much else is said."""
    listed = _listed(knowledge.words, knowledge.library, language).get(session.about, {})
    said = alike_in(knowledge.words).plain(folded).split()
    for size in range(len(said), max(0, len(said) - MOST_BESIDE - 1), -1):
        for start in range(len(said) - size + 1):
            target = listed.get(" ".join(said[start : start + size]))
            if target:
                return target
    return None


def _is_about_it(ranked: Sequence[tuple[float, str]], session: Session) -> bool:
    """A text that is like nothing, or likeliest about none of our topics, asks nothing on."""
    odds = {topic: one for one, topic in ranked}
    on = max(odds.get(session.about, 0.0), odds.get(ASKS_ON, 0.0))
    return on >= LIKE and ranked[0][1] != UNRELATED and on + READ >= ranked[0][0]


def _likest(folded: str, session: Session, language: str, knowledge: Knowledge) -> Target:
    ear = _ear(knowledge.library, session.about, language)
    ranked = ear.ranked(folded) if ear else []
    (best, target), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    if best < SURE or best - second < CLEAR:
        return NEXT
    topic, _, card = target.partition(" ")
    return Target(topic, int(card))


def _dealt(target: Target | None, session: Session, knowledge: Knowledge) -> Card | None:
    """None where there is nothing to deal."""
    if target != NEXT:
        return (target.topic, target.card - 1) if target else None
    deck = session.deck
    if deck is None and session.about in knowledge.library.topics:
        return ENDED
    if deck is None or deck.name != session.about or deck.name not in knowledge.library.topics:
        return None
    return deck.name, deck.next_card


@lru_cache(maxsize=32)
def _listed(words: Words, library: Library, language: str) -> dict[str, dict[str, Target]]:
    """By what was read, each question and what answers it; what is listed for the topic itself
    goes before what is listed for any."""
    asked, alike = library.follow_ups.get(language, {}), alike_in(words)
    county = _by_question(asked, COUNTY, alike)
    # Who reads such a topic has been told already what it would tell.
    elsewhere = {one: to for one, to in county.items() if to.topic not in _EXPLAINS_A_COUNTY}
    found = {COUNTY: county}
    for topic in library.topics:
        about_it = elsewhere if topic in _EXPLAINS_A_COUNTY else {}
        own = _by_question(asked, topic, alike)
        found[topic] = {**_by_question(asked, ANY, alike), **about_it, **own}
    return found


def _by_question(asked: FollowUps, behind: str, alike: Alike) -> dict[str, Target]:
    return {
        alike.plain(fold(question)): target
        for target, questions in asked.get(behind, {}).items()
        for question in questions
    }


@lru_cache(maxsize=128)
def _ear(library: Library, behind: str, language: str) -> TopicEar | None:
    """None where nothing is listed for what was read."""
    asked = library.follow_ups.get(language, {}).get(behind, {})
    if len(asked) < 2:
        return None
    return learn({f"{topic} {card}": questions for (topic, card), questions in asked.items()})
