"""A text that a later card of a topic answers first."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Deck
from bot.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "topic", "card"),
    [
        ("we paid the bail yesterday and they still wont let him out", "detainer", 5),
        ("what is a detainer", "detainer", 1),
        ("he already signed the deportation paper", "papers", 5),
        ("they want him to sign a paper", "papers", 1),
        ("i missed my immigration court last week", "court-date", 2),
        ("when is my court date", "court-date", 1),
    ],
)
def test_the_card_that_answers_comes_first(
    text: str, topic: str, card: int, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert (turn.reply, turn.parts[0].card + 1) == (topic, card)


def test_behind_a_later_card_stands_that_it_is_no_advice_and_more_begins_the_topic(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("he already signed it", now), BLANK, knowledge)
    assert [part.name for part in turn.parts[:3]] == ["papers", "not-advice", "more"]
    assert turn.session.deck == Deck("papers", 0)
    again = respond(Message("more", now), turn.session, knowledge)
    assert (again.reply, again.parts[0].card) == ("papers", 0)
