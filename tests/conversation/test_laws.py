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


SHORT = [
    "washington county",
    "springfield",
    "texas",
    "jackson mi",
    "lawyer",
    "bail",
    "not in jail now",
]
SHORT += ["0", "1", "2", "6", "9", "more", "menu", "english", "español", "delete"]


@given(st.lists(st.sampled_from(SHORT), min_size=2, max_size=6))
@settings(max_examples=300)
def test_menus_and_questions_are_answered_in_any_order(
    knowledge: Knowledge, now: datetime, bodies: list[str]
) -> None:
    session = BLANK
    for body in bodies:
        turn = respond(Message(body, now), session, knowledge)
        assert render(turn, knowledge, LIMITS[Channel.SMS])
        session = turn.session


def test_a_number_off_the_list_after_a_topic_asks_for_the_place_again(
    knowledge: Knowledge, now: datetime
) -> None:
    session = BLANK
    for body in ("washington county", "lawyer", "0"):
        turn = respond(Message(body, now), session, knowledge)
        session = turn.session
    assert turn.reply == "ask-place"
    assert session.asking


@given(st.sampled_from(["juan perez", "maría josé", "nguyen", "12 elm street", "a 123 456 789"]))
def test_what_names_a_person_is_never_echoed(
    knowledge: Knowledge, now: datetime, private: str
) -> None:
    for body in (f"my name is {private}", f"{private} is in jackson county mi"):
        turn = respond(Message(body, now), BLANK, knowledge)
        for one in render(turn, knowledge, LIMITS[Channel.SMS]):
            assert private not in one.text.lower()
        assert private not in repr(turn.session).lower()
