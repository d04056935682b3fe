"""Whoever was in danger a minute ago is, whatever little is understood of the next text."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.danger import is_cry
from bot.conversation.message import Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge


def last(texts: list[str], knowledge: Knowledge, now: datetime) -> Turn:
    session = BLANK
    for text in texts:
        turn = respond(Message(text, now), session, knowledge)
        session = turn.session
    return turn


@pytest.mark.parametrize(
    ("cry", "then"),
    [("i want to die", "no"), ("i want to die", "qwrt zzkp"), ("quiero morirme", "para que"),
     ("i want to die", "what now"), ("я хочу умереть", "ыывп")],
)  # fmt: skip
def test_who_wanted_to_die_is_told_of_988_again(
    cry: str, then: str, knowledge: Knowledge, now: datetime
) -> None:
    assert last([cry, then], knowledge, now).reply == "despair"


@pytest.mark.parametrize("before", ["jackson mi", "springfield", "texas"])
def test_no_behind_a_cry_is_no_answer_about_a_place(
    before: str, knowledge: Knowledge, now: datetime
) -> None:
    assert last([before, "i want to die", "no"], knowledge, now).reply == "despair"


def test_a_number_behind_a_cry_still_picks(knowledge: Knowledge, now: datetime) -> None:
    assert last(["jackson mi", "i want to die", "3"], knowledge, now).reply == "detainer"


@pytest.mark.parametrize("then", ["bail", "jackson mi", "español", "menu", "stop"])
def test_what_is_asked_for_after_a_cry_is_answered(
    then: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = last(["i want to die", then], knowledge, now)
    assert turn.reply not in ("despair", "unknown")


def test_who_is_beaten_is_told_of_the_line_again(knowledge: Knowledge, now: datetime) -> None:
    assert last(["my husband is beating me", "qwrt zzkp"], knowledge, now).reply == "abuse"


def test_at_the_door_each_text_gets_the_next_card(knowledge: Knowledge, now: datetime) -> None:
    first = last(["ICE is banging on the door"], knowledge, now)
    second = last(["ICE is banging on the door", "qwrt zzkp"], knowledge, now)
    assert (first.reply, second.reply) == ("rights-home", "rights-home")
    assert (first.parts[0].card, second.parts[0].card) == (0, 1)


def test_a_paper_at_the_door_is_no_question_about_papers(
    knowledge: Knowledge, now: datetime
) -> None:
    said = ["ICE is banging on the door", "they got a paper"]
    assert last(said, knowledge, now).reply == "rights-home"


def test_a_place_in_between_ends_no_danger(knowledge: Knowledge, now: datetime) -> None:
    said = ["immigration at the door", "columbus", "qwrt zzkp"]
    assert last(said, knowledge, now).reply == "rights-home"


def test_another_question_ends_it(knowledge: Knowledge, now: datetime) -> None:
    said = ["ICE is banging on the door", "bail", "qwrt zzkp"]
    assert last(said, knowledge, now).reply == "unknown"


def test_nothing_of_a_danger_is_kept_once_it_was_asked_to_be_forgotten(
    knowledge: Knowledge, now: datetime
) -> None:
    assert last(["i want to die", "delete"], knowledge, now).session.danger == ""


@pytest.mark.parametrize("then", ["he is having a heart attack", "i want to die"])
def test_danger_to_life_is_answered_after_stop(
    then: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = last(["stop", then], knowledge, now)
    assert turn.reply in ("emergency", "despair")
    assert turn.session.stopped


def test_delete_after_stop_forgets_and_stays_silent(knowledge: Knowledge, now: datetime) -> None:
    turn = last(["jackson mi", "stop", "delete"], knowledge, now)
    assert turn.reply == "deleted"
    assert turn.session.stopped


@pytest.mark.parametrize(
    ("body", "cry"),
    [("I want to kill myself", True), ("he is having a heart attack", True),
     ("jackson county michigan", False), ("what is a detainer", False)],
)  # fmt: skip
def test_a_cry_is_known_by_its_text_alone(body: str, cry: bool, knowledge: Knowledge) -> None:
    assert is_cry(body, knowledge) is cry
