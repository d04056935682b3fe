"""The ear learns each language from our own texts."""

from __future__ import annotations

import pytest

from bot.conversation.ear import Ear, Lesson, learn, marked_words, script_of

LESSONS = {
    "en": Lesson(("where is my husband", "they took him", "what can we do")),
    "es": Lesson(("dónde está mi esposo", "se lo llevaron", "qué podemos hacer"), ("q", "ola")),
    "ru": Lesson(("где мой муж ICE", "его забрали"), ("muzh",)),
    "am": Lesson(("ባለቤቴ የት ነው",), ("yet",)),
}


@pytest.fixture(scope="module")
def ear() -> Ear:
    return learn(LESSONS)


def likeliest(word: str, ear: Ear) -> str:
    odds = ear.odds(word)
    return ear.codes[odds.index(max(odds))]


@pytest.mark.parametrize(
    ("word", "code"), [("husband", "en"), ("llevaron", "es"), ("q", "es"), ("muzh", "ru")]
)
def test_a_word_that_was_read_belongs_to_the_language_that_has_it(
    word: str, code: str, ear: Ear
) -> None:
    assert likeliest(word, ear) == code


def test_a_word_that_was_never_read_is_weighed_by_its_letters(ear: Ear) -> None:
    assert "husbands" not in ear.met
    assert likeliest("husbands", ear) == "en"
    assert likeliest("llevarlo", ear) == "es"


def test_a_script_that_one_language_alone_writes_in_is_its_own(ear: Ear) -> None:
    assert ear.scripts == {"CYRILLIC": "ru", "ETHIOPIC": "am"}


def test_a_latin_word_in_a_text_of_another_script_is_borrowed(ear: Ear) -> None:
    assert "ice" not in ear.met


def test_two_languages_of_one_script_have_no_script_of_their_own() -> None:
    both = learn({"ru": Lesson(("где мой муж",)), "uk": Lesson(("де мій чоловік",))})
    assert both.scripts == {}


def test_a_letter_names_its_script() -> None:
    assert [script_of(letter) for letter in "aжع한中1"] == [
        "LATIN", "CYRILLIC", "ARABIC", "HANGUL", "CJK", "",
    ]  # fmt: skip


def test_words_with_marks_are_read_as_they_are_written() -> None:
    assert marked_words("Olá, você e EU") == ["olá", "você"]
    assert marked_words("ola") == []
