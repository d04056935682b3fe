"""The last steps: greetings, thanks, HELP, an empty text, and what nobody can understand."""

from __future__ import annotations

from bot.conversation.decks import menu
from bot.conversation.heard import Heard
from bot.conversation.reply import Part, Turn
from bot.conversation.session import Session
from bot.knowledge import Knowledge

UNKNOWN = "unknown"

_ANSWERS = {
    "greeting": "welcome",
    "help": "welcome",
    "now": "welcome",
    "start": "welcome",
    "hard": "hard",
    "thanks": "thanks",
    "yes": "welcome",
}


def small_talk(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Courtesy costs one line, and always says what to text next. Who has named the county is not
    asked for it again when it all becomes too much."""
    answer = _ANSWERS.get(heard.meaning)
    if answer is None and not heard.folded:
        answer = "welcome"
    if answer is None:
        return None
    words = "hard-known" if answer == "hard" and session.county else answer
    return Turn(answer, heard.language, (Part(words),), session)


def nothing_understood(heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    """Never silence, and never a guess: what may be meant is offered by number. The second time in
    a row it says so in other words, and names the way to people who listen."""
    sorry = Part("unknown-again" if session.lost else "unknown")
    if not heard.like:
        return Turn(UNKNOWN, heard.language, (sorry,), session)
    line, remembered = menu(heard.like, session)
    return Turn(UNKNOWN, heard.language, (sorry, Part("menu-intro"), line), remembered)
