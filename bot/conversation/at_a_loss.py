"""Steps for who does not know what to do, what an answer means, or which county it is."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import commands, topics
from bot.conversation.asked_language import names_english
from bot.conversation.heard import Heard
from bot.conversation.intent import holds
from bot.conversation.reply import Part, Turn
from bot.conversation.session import Session
from bot.knowledge import Knowledge


def what_now(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "What do I do?": the next card of what was just read; behind a county, what to do after an
    arrest. Who has named neither may be in danger: the welcome says 911."""
    if heard.meaning != "now":
        return None
    if _reads_a_topic(session, knowledge):
        return _next_card(heard, session, knowledge)
    if not session.county:
        return None
    return topics.topic_turn("first-hours", heard, session, knowledge)


def unclear(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "What does that mean?": what was found, said in other words; behind a card the next one."""
    if heard.meaning != "unclear":
        return None
    if session.asking:
        return _how_to_find_out(heard, session)
    if _reads_a_topic(session, knowledge):
        return _next_card(heard, session, knowledge)
    if session.county:
        return topics.topic_turn(topics.NOT_LISTED, heard, session, knowledge)
    return Turn("welcome", heard.language, (Part("welcome"),), session)


def unsure(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "I don't know which one": how a county can be found out."""
    return _how_to_find_out(heard, session) if heard.meaning == "unsure" else None


def in_english(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "How do I say that in English?" asks for the sentence, not for another language of ours."""
    if heard.names_place:
        return None
    asks = names_english(heard.folded, knowledge) and knowledge.words.how.first_in(heard.folded)
    if not (asks or holds(heard.folded, "in_english", knowledge.words)):
        return None
    return Turn("in-english", heard.language, (Part("in-english"),), session)


def lost(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Who wants to talk to a person is told of people who can help."""
    if heard.meaning != "lost":
        return None
    return topics.topic_turn("legal-help", heard, session, knowledge)


def _reads_a_topic(session: Session, knowledge: Knowledge) -> bool:
    return session.deck is not None and session.deck.name in knowledge.library.topics


def _next_card(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    return commands.more(replace(heard, meaning="more"), session, knowledge)


def _how_to_find_out(heard: Heard, session: Session) -> Turn:
    return Turn("ask-place", heard.language, (Part("which-unsure"),), session)
