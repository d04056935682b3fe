"""Who does not understand the answer, or does not know the county, is helped on."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge


def reply_to(said: list[str], knowledge: Knowledge, now: datetime) -> str:
    session = BLANK
    for text in said:
        turn = respond(Message(text, now), session, knowledge)
        session = turn.session
    return turn.parts[0].name if turn.reply == "ask-place" else turn.reply


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        (["houston", "what does that mean"], "not-listed"),
        (["jackson mi", "what does that mean"], "wso"),
        (["jackson mi", "no entiendo"], "wso"),
        (["houston", "does that mean no ice"], "not-listed"),
        (["jackson mi", "does that mean no ice"], "wso"),
        (["detainer", "i dont understand"], "detainer"),
        (["i dont understand"], "welcome"),
        (["springfield", "i dont know which one"], "which-unsure"),
        (["texas", "not sure"], "which-unsure"),
        (["springfield", "what does that mean"], "which-unsure"),
        (["i need to talk to a person"], "legal-help"),
        (["tengo miedo"], "hard"),
        (["chicago", "he got out"], "released"),
        (["columbus ohio", "comment je demande en anglais"], "in-english"),
        (["gwinnett", "como se dice eso en ingles"], "in-english"),
    ],
)
def test_who_is_at_a_loss_is_helped_on(
    said: list[str], reply: str, knowledge: Knowledge, now: datetime
) -> None:
    assert reply_to(said, knowledge, now) == reply
