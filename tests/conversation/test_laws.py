"""What holds for any text at all."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.limits import LIMITS, MAX_CHARACTERS
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.rendering.render import render

PIECES = ["jackson", "mi", "county", "1", "2", "9", "more", "menu", "bail", "detainer", "español"]
PIECES += ["STOP", "START", "DELETE", "washington", "texas", "lawyer", "A123456789", "quiero morir"]
texts = st.one_of(
    st.text(max_size=200),
    st.binary(max_size=100).map(lambda raw: raw.decode("utf-8", "replace")),
    st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join),
)


@given(st.lists(texts, min_size=1, max_size=6), st.sampled_from(list(Channel)))
@settings(max_examples=150)
def test_any_conversation_is_answered_text_by_text(
    knowledge: Knowledge, now: datetime, bodies: list[str], channel: Channel
) -> None:
    session = BLANK
    for body in bodies:
        message = Message(body, now, channel)
        turn = respond(message, session, knowledge)
        messages = render(turn, knowledge, LIMITS[channel])
        assert 1 <= len(messages) <= 10
        assert all(0 < len(one.text) <= MAX_CHARACTERS for one in messages)
        assert turn == respond(message, session, knowledge), "the same in, the same out"
        session = turn.session


@given(st.sampled_from(["juan perez", "maría josé", "nguyen", "12 elm street", "a 123 456 789"]))
def test_what_names_a_person_is_never_echoed(
    knowledge: Knowledge, now: datetime, private: str
) -> None:
    for body in (f"my name is {private}", f"{private} is in jackson county mi"):
        turn = respond(Message(body, now), BLANK, knowledge)
        for one in render(turn, knowledge, LIMITS[Channel.SMS]):
            assert private not in one.text.lower()
        assert private not in repr(turn.session).lower()
