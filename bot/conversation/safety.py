"""Steps that come first: danger to life, stopping, and what must not be sent to us."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation.heard import Heard
from bot.conversation.intent import holds, holds_private_number
from bot.conversation.message import CarrierWord
from bot.conversation.reply import Part, Turn
from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.places.place import Outcome

LIFE_IN_DANGER = ("despair", "self_harm", "abuse")
"""Meanings of a text."""
CRIES = frozenset({"despair", "abuse"})
"""The answers to them."""
_LETTER = re.compile(r"[^\W\d_]")


def carrier_answered(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Twilio already answered STOP, START or HELP itself: a second text would only cost."""
    if heard.message.carrier is None:
        return None
    stopped = {CarrierWord.STOP: True, CarrierWord.START: False}
    remembered = replace(session, stopped=stopped.get(heard.message.carrier, session.stopped))
    return Turn(f"carrier-{heard.message.carrier.lower()}", heard.language, (), remembered)


def life_in_danger(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Self-harm and abuse are answered whatever else the text says (docs/rules.md, 39)."""
    for meaning in LIFE_IN_DANGER:
        code = holds(heard.folded, meaning, knowledge.words)
        if code:
            # In the language of the cry itself, whatever was spoken before.
            return _cried(meaning, heard.message.language or code, heard, session, knowledge)
    return None


def _cried(
    meaning: str, language: str, heard: Heard, session: Session, knowledge: Knowledge
) -> Turn:
    """Who is held cannot call a hotline: for a life in a jail its medical unit is called first; or
    second, where it may be the life of whoever writes."""
    turn = _said("abuse" if meaning == "abuse" else "despair", language, session)
    if meaning == "abuse" or not names_a_jail(heard.folded, knowledge):
        return turn
    if meaning == "despair":
        return replace(turn, parts=(*turn.parts, Part("medical", follow=True)))
    return replace(turn, parts=(Part("medical"), *(replace(p, follow=True) for p in turn.parts)))


def names_a_jail(folded: str, knowledge: Knowledge) -> bool:
    """Whole words of Latin letters; others take endings and are written without spaces."""
    known, text = knowledge.gazetteer.vocabulary, f" {folded} "
    phrases = (" ".join(phrase) for phrase in known.jail)
    return any((f" {one} " if one.isascii() else one) in text for one in phrases)


def stop_or_start(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Whole texts only: "how do I stop a deportation" asks, it does not leave. Who left is told of
    911 all the same where life is in danger (docs/rules.md, 39)."""
    if heard.meaning == "stop":
        gone = Session(language=heard.language, stopped=True)
        return Turn("stopped", heard.language, (Part("stopped"),), gone)
    if session.stopped:
        if heard.meaning == "start":
            back = replace(session, stopped=False)
            return Turn("welcome", heard.language, (Part("welcome"),), back)
        if _is_emergency(heard):
            return Turn("emergency", heard.language, (Part("emergency"),), session)
        return Turn("still-stopped", heard.language, (Part("still-stopped"),), session)
    return None


def _is_emergency(heard: Heard) -> bool:
    return heard.like == ("emergency",) or bool(heard.topic and heard.topic.topic == "emergency")


def attachment(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A photo or a voice note is never opened; words sent with it are answered."""
    if heard.message.media and not _LETTER.search(heard.message.body):
        return _said("media", heard.language, session)
    return None


def private_number(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """An A-number is dropped with a kind word, unless a place can be answered in the same text
    (the notice then follows that answer, see notices)."""
    if heard.place.outcome is Outcome.NONE and holds_private_number(heard.message.body):
        return _said("private", heard.language, session)
    return None


def private_words(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "My name is …": not kept, not echoed. "They ask where he was born, does he answer" surely
    asks for a topic."""
    surely_asks = len(heard.like) == 1
    if not surely_asks and holds(heard.folded, "private", knowledge.words):
        return _said("private", heard.language, session)
    return None


def _said(name: str, language: str, session: Session) -> Turn:
    return Turn(name, language, (Part(name),), session)
