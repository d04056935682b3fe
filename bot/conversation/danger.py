"""What was danger in the last answer is still danger in the next text, however little is understood
of it: "i have pills", "they got a paper", "do i run"."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import topics
from bot.conversation.asked_language import asked_within
from bot.conversation.decks import deal
from bot.conversation.heard import Heard, topic_index
from bot.conversation.intent import holds, number
from bot.conversation.reply import Part, Turn
from bot.conversation.safety import CRIES, LIFE_IN_DANGER, names_a_jail
from bot.conversation.session import Session
from bot.conversation.topic_words import find_topic
from bot.knowledge import Knowledge
from bot.places.fold import fold

DANGERS = CRIES | {"emergency", "medical", "rights-home", "rights-car", "rights-work"}

_PLACES = frozenset({"county-status", "ask-place", "ask-county"})
_TELLS_NOTHING = frozenset({"unknown", "private", "media", "thanks", "hard"})
_ASKS_NOTHING = frozenset({"", "yes", "other", "help", "now", "hard", "unclear", "unsure", "lost"})


def is_cry(body: str, knowledge: Knowledge) -> bool:
    """Whether a text alone is about danger to life: no limit on equal texts may silence it."""
    folded = fold(body)
    if any(holds(folded, meaning, knowledge.words) for meaning in LIFE_IN_DANGER):
        return True
    hit = find_topic(folded, topic_index(knowledge.words, knowledge.library))
    return hit is not None and hit.topic == "emergency"


def danger_after(turn: Turn, heard: Heard, before: Session) -> str:
    """The danger that an answer was about; a place and what was not understood end none."""
    if turn.reply in DANGERS:
        return turn.reply
    if turn.reply in _PLACES and heard.topic and heard.topic.topic in DANGERS:
        return heard.topic.topic
    return before.danger if turn.reply in _PLACES | _TELLS_NOTHING else ""


def in_a_jail(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "He wants to die", then "he is in the jail": its medical unit is called first, as where both
    stand in one text."""
    if session.danger != "despair" or heard.meaning or heard.names_place:
        return None
    told = heard.topic is not None and heard.topic.topic in topics.CALL_THE_JAIL
    if not told and not names_a_jail(heard.folded, knowledge):
        return None
    return topics.topic_turn("medical", heard, session, knowledge)


def still_crying(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Whoever wanted to die a minute ago is not told that she was not understood
    (docs/rules.md, 39)."""
    if session.danger not in CRIES or heard.meaning not in _ASKS_NOTHING:
        return None
    if number(heard.message.body, knowledge.words) is not None:
        return None  # a line of the last list
    asks = heard.names_place or heard.topic or asked_within(heard.folded, knowledge) is not None
    if asks:
        return None
    return Turn(session.danger, heard.language, (Part(session.danger),), session)


def still_in_danger(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """At the door, on the road, in a raid: the next card, from the last one on the first again."""
    if session.danger not in DANGERS - CRIES or heard.meaning or len(heard.like) == 1:
        return None
    if session.deck is None or session.deck.name != session.danger:
        return topics.topic_turn(session.danger, heard, session, knowledge)
    parts, deck = deal(session.danger, session.deck.next_card, knowledge)
    return Turn(session.danger, heard.language, parts, replace(session, deck=deck))
