"""What a text wants, apart from its place."""

from __future__ import annotations

import pytest

from bot.conversation.intent import (
    holds,
    holds_private_number,
    number,
    whole_meaning,
)
from bot.conversation.topic_words import find_topic, index_topics
from bot.knowledge import Knowledge
from bot.places.fold import fold

TOPICS = [
    ("what is a detainer", "detainer"),
    ("detaner", "detainer"),
    ("DETAINER?", "detainer"),
    ("ice hold", "detainer"),
    ("how much is bail", "bail-bond"),
    ("bail", "bail-bond"),
    ("notice to appear", "notice-to-appear"),
    ("he got an NTA", "notice-to-appear"),
    ("my husband was arrested last night", "first-hours"),
    ("i cant find my brother", "find-person"),
    ("lawyer", "legal-help"),
    ("lawyr", "legal-help"),
    ("ICE is at my door", "rights-home"),
    ("they want him to sign papers", "papers"),
    ("who is this", "about"),
    ("privacy", "privacy"),
    ("he is a us citizen", "citizen"),
    ("he needs his insulin", "medical"),
    ("my kids are alone", "children"),
    ("287g", "287g"),
    ("missed court", "court-date"),
    ("fianza", "bail-bond"),
    ("que es un detainer", "detainer"),
    ("abogado", "legal-help"),
    ("arrestaron a mi esposo", "first-hours"),
    ("la migra se lo llevo", "ice-custody"),
    ("quien es usted", "about"),
    ("is it safe to go to court", "rights-court"),
    ("she is pregnant in jail", "medical"),
    ("my husband was arrested and needs his insulin", "medical"),
    ("llegó ICE a mi trabajo", "rights-work"),
    ("how do I stop a deportation", "legal-help"),
    ("what is the weather", None),
    ("hola", None),
    ("jackson", None),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_a_topic_word_finds_its_topic_also_with_a_slip(
    text: str, topic: str | None, knowledge: Knowledge
) -> None:
    index = index_topics(knowledge.library.topics.values())
    hit = find_topic(fold(text), index)
    assert (hit.topic if hit else None) == topic


NUMBERS = [
    ("2", 2),
    (" 2. ", 2),
    ("#3", 3),
    ("(1)", 1),
    ("1?", 1),
    ("٣", 3),
    ("10", 10),
    ("number 1 please", 1),
    ("the third one", 3),
    ("two", 2),
    ("la segunda", 2),
    ("numéro 3", 3),
    ("3번", 3),
    ("第三个", 3),
    ("رقم 3", 3),
    ("số 3", 3),
    ("twa", 3),
    ("третий", 3),
]
NOT_NUMBERS = ["48226", "", "2a", "-", "3 days", "the county", "number"]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_menu_number_is_read_with_the_marks_people_put_beside_it(
    text: str, expected: int, knowledge: Knowledge
) -> None:
    assert number(text, knowledge.words) == expected


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_no_menu_number_is_none(text: str, knowledge: Knowledge) -> None:
    assert number(text, knowledge.words) is None


@pytest.mark.parametrize(
    "text",
    ["A123456789", "a 123 456 789", "A#123456789", "it is 123-45-6789", "A-12345678"],
)
def test_a_number_that_names_a_person_is_noticed(text: str) -> None:
    assert holds_private_number(text)


@pytest.mark.parametrize("text", ["48226", "48226-1234", "I-247A", "287(g)", "2", "48 hours"])
def test_zips_forms_and_menu_numbers_are_not_private(text: str) -> None:
    assert not holds_private_number(text)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Thank you so much God bless", "thanks"),
        ("ok thanks bye", "thanks"),
        ("hola buenas tardes gracias", "greeting"),
        ("buenas noches necesito ayuda", "help"),
    ],
)
def test_a_string_of_courtesies_counts_as_the_one_that_asks_for_most(
    text: str, meaning: str, knowledge: Knowledge
) -> None:
    found = whole_meaning(fold(text), text, knowledge.words)
    assert found is not None
    assert found[0] == meaning


def test_a_courtesy_before_a_question_does_not_swallow_it(knowledge: Knowledge) -> None:
    text = "hola que es un detainer"
    assert whole_meaning(fold(text), text, knowledge.words) is None


def test_a_question_about_stopping_is_not_a_stop(knowledge: Knowledge) -> None:
    asked = ("how do I stop a deportation", "can they stop him", "stop sign", "alto del rey")
    again = ("stop stop ice is here", "they stop and stop people", "dung dung", "no no no")
    for text in asked + again:
        assert whole_meaning(fold(text), text, knowledge.words) is None


@pytest.mark.parametrize(
    "text", ["STOP", "stop.", "Please stop", "unsubscribe", "ALTO", "no más mensajes", "remove me"]
)
def test_any_reasonable_word_stops(text: str, knowledge: Knowledge) -> None:
    meaning = whole_meaning(fold(text), text, knowledge.words)
    assert meaning is not None
    assert meaning[0] == "stop"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("STOP STOP", "stop"),
        ("stop stop stop", "stop"),
        ("STOP!!! STOP!!!", "stop"),
        ("Stop, stop please", "stop"),
        ("STOPSTOP", "stop"),
        ("stop it stop it", "stop"),
        ("ALTO ALTO", "stop"),
        ("dừng, dừng!", "stop"),
        ("停止停止", "stop"),
        ("그만 그만", "stop"),
        ("START START", "start"),
        ("delete delete", "delete"),
    ],
)
def test_a_command_that_is_said_again_is_one(text: str, meaning: str, knowledge: Knowledge) -> None:
    found = whole_meaning(fold(text), text, knowledge.words)
    assert found is not None
    assert found[0] == meaning


@pytest.mark.parametrize("text", ["I want to die", "ya no quiero vivir"])
def test_despair_is_heard_inside_a_sentence(text: str, knowledge: Knowledge) -> None:
    assert holds(fold(text), "despair", knowledge.words)


def test_self_harm_of_another_is_heard_as_such(knowledge: Knowledge) -> None:
    assert holds(fold("he says he will kill himself"), "self_harm", knowledge.words)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("dừng", "stop"), ("Dừng!", "stop"), ("đúng", "yes"), ("arrête", "stop")],
)
def test_words_that_only_their_marks_tell_apart_mean_what_is_written(
    text: str, meaning: str, knowledge: Knowledge
) -> None:
    """ "dừng" is stop and "đúng" is right; "arrêté" is arrested."""
    found = whole_meaning(fold(text), text, knowledge.words)
    assert found is not None
    assert found[0] == meaning
    for other in ("dung", "arrêté"):
        assert whole_meaning(fold(other), other, knowledge.words) is None
