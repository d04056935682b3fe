"""Which language a conversation is answered in."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge
from bot.places.fold import fold

FIRST_TEXTS = [
    ("jackson mi", "en"),
    ("los angeles", "en"),
    ("el paso tx", "en"),
    ("las vegas", "en"),
    ("condado de jackson michigan", "es"),
    ("hola jackson county mi", "es"),
    ("mi esposo esta en la carcel de jackson mi", "es"),
    ("my husband is in jackson county jail michigan", "en"),
    ("fianza", "es"),
    ("bail", "en"),
    ("hola", "es"),
    ("hi", "en"),
    ("ayuda", "es"),
    ("español", "es"),
    ("quiero morir", "es"),
    ("kisa Notice to Appear vle di", "ht"),
    ("recebi um papel, notice to appear", "pt-BR"),
    ("recibi un papel que dice notice to appear", "es"),
]


@pytest.mark.parametrize(("text", "code"), FIRST_TEXTS)
def test_a_first_text_is_answered_in_its_language(
    text: str, code: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).language == code


STAYS = ["jackson mi", "bail", "detainer", "1", "ok", "El Paso TX", "lawyer"]


@pytest.mark.parametrize("text", STAYS)
def test_one_borrowed_word_does_not_change_the_language(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    spanish = Session(language="es")
    assert respond(Message(text, now), spanish, knowledge).language == "es"


@pytest.mark.parametrize(
    ("asked", "code"), [("english", "en"), ("kreyol", "ht"), ("中文", "zh-Hans")]
)
@pytest.mark.parametrize("county", ["26075", None])
def test_a_language_asked_for_by_its_name_stays(
    asked: str, code: str, county: str | None, knowledge: Knowledge, now: datetime
) -> None:
    spanish = Session(language="es", county=county)
    asked_for = respond(Message(asked, now), spanish, knowledge)
    assert asked_for.language == code
    assert asked_for.session.language == code
    assert respond(Message("henrico va", now), asked_for.session, knowledge).language == code


def test_writing_in_another_language_changes_it(knowledge: Knowledge, now: datetime) -> None:
    spanish = Session(language="es")
    turn = respond(Message("what do i do if they take my husband", now), spanish, knowledge)
    assert turn.language == "en"
    assert turn.session.language == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("сколько", "ru"),
        ("что такое detainer", "ru"),
        ("كم المدة", "ar"),
        ("多久", "zh-Hans"),
        ("얼마나요?", "ko"),
        ("my friend is 李", "en"),
    ],
)
def test_letters_of_one_language_alone_change_it(
    text: str, code: str, knowledge: Knowledge, now: datetime
) -> None:
    # "detainer" and "wso" are English terms that everybody texts first.
    english = respond(Message("detainer", now), Session(language="en"), knowledge)
    assert respond(Message(text, now), english.session, knowledge).language == code


def test_a_default_language_is_not_held_against_the_next_text(
    knowledge: Knowledge, now: datetime
) -> None:
    first = respond(Message("jackson mi", now), BLANK, knowledge)
    assert any(part.name == "other-languages" for part in first.parts)
    second = respond(Message("gracias", now), first.session, knowledge)
    assert second.language == "es"


def test_a_topic_word_of_a_language_that_is_a_draft_is_answered_in_english(
    knowledge: Knowledge, now: datetime
) -> None:
    drafts = {code for code, one in knowledge.languages.items() if not one.offered}
    for topic in knowledge.library.topics.values():
        for code in drafts & set(topic.words):
            turn = respond(Message(topic.words[code][0], now), BLANK, knowledge)
            assert turn.language in knowledge.catalogs


@pytest.mark.parametrize(
    ("choice", "reply", "code"),
    [("lang:es", "language-changed", "es"), ("county:26075", "county-status", "en")],
)
def test_a_tapped_button_means_what_it_was_set_to_mean(
    choice: str, reply: str, code: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("tapped", now, choice=choice), BLANK, knowledge)
    assert (turn.reply, turn.language) == (reply, code)


def test_a_button_nobody_knows_is_read_by_its_words(knowledge: Knowledge, now: datetime) -> None:
    turn = respond(Message("bail", now, choice="old-button-7"), BLANK, knowledge)
    assert turn.reply == "bail-bond"


def test_the_line_about_other_languages_names_each_that_is_offered(knowledge: Knowledge) -> None:
    (line,) = knowledge.library.cards("other-languages", "en")
    named = fold(line).split()
    for code in knowledge.catalogs:
        words = knowledge.languages[code].words
        assert code == "en" or any(fold(word) in named for word in words), code


PLACE_IN_A_LANGUAGE = [
    ("jackson mi spanish", "es", "26075"),
    ("jackson mi 中文", "zh-Hans", "26075"),
    ("Jackson County, Michigan tagalog", "fil", "26075"),
    ("49201 kreyòl", "ht", "26075"),
    ("miami en español", "es", "12086"),
    ("miami 한국어", "ko", "12086"),
]


@pytest.mark.parametrize(("text", "code", "fips"), PLACE_IN_A_LANGUAGE)
def test_a_place_and_a_language_is_the_place_in_that_language(
    text: str, code: str, fips: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert (turn.session.county, turn.language) == (fips, code)
    assert turn.session.language == code


NAMES_A_LANGUAGE = [
    "I need a lawyer in Miami who speaks Spanish",
    "what if she only speaks Spanish",
]


@pytest.mark.parametrize("text", NAMES_A_LANGUAGE)
def test_a_sentence_about_a_language_stays_in_its_own(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).language == "en"
