"""A conversation of several texts, and the card that its last answer dealt."""

from __future__ import annotations

from bot.conversation.message import Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from tests.conftest import NOW


def last(texts: str, knowledge: Knowledge) -> Turn:
    """The turn that answers the last of these texts."""
    session, turn = BLANK, None
    for text in texts.split("|"):
        turn = respond(Message(text, NOW), session, knowledge)
        session = turn.session
    assert turn is not None
    return turn


def card(turn: Turn) -> tuple[str, int]:
    """The topic, and the number of the card that it dealt."""
    return turn.reply, turn.parts[0].card + 1
