"""Reading level of the texts: English and Spanish at grade 6 or lower (docs/rules.md, style 1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language import SOURCE_LANGUAGE, read_languages
from bot.library import read_library
from bot.library.reading_level import HIGHEST_GRADE, grade, spanish_syllables
from bot.library.reading_level import english_syllables as syllables

CONTENT = Path(__file__).parents[2] / "content"
LIBRARY = read_library(CONTENT, read_languages(CONTENT / "languages.toml"))
GRADED = [SOURCE_LANGUAGE, "es"]


def level(cards: list[str] | tuple[str, ...], language: str = SOURCE_LANGUAGE) -> float:
    found = grade(cards, language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "count"),
    [("jail", 1), ("lawyer", 2), ("immigration", 4), ("signed", 1), ("detainer", 3), ("people", 2),
     ("charges", 2), ("status", 2), ("information", 4), ("judge", 1)],
)  # fmt: skip
def test_syllables_are_counted_about_as_people_say_them(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("cárcel", 2), ("abogado", 4), ("inmigración", 4), ("guerra", 2), ("que", 1), ("día", 2),
     ("ley", 1), ("país", 2), ("pregunte", 3), ("fianza", 2), ("ciudadano", 4), ("aéreo", 4),
     ("reunión", 2), ("y", 1), ("oír", 2), ("guía", 2), ("retención", 3), ("policía", 4)],
)  # fmt: skip
def test_spanish_syllables_are_counted_as_people_say_them(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_a_lawyers_sentence_gets_a_high_grade_and_a_plain_one_a_low_grade() -> None:
    plain = "Ask the jail for a copy. Call a lawyer today."
    learned = (
        "Notwithstanding the foregoing, detention pursuant to administrative immigration "
        "authority constitutes a contemporaneous deprivation of liberty."
    )
    assert level([plain]) < 3
    assert level([learned]) > 12


def test_a_learned_spanish_sentence_gets_a_higher_grade_than_a_plain_one() -> None:
    plain = "Pida una copia a la cárcel. Llame hoy a un abogado."
    learned = (
        "No obstante lo anteriormente expuesto, la detención administrativa migratoria "
        "constituye una privación provisional de la libertad individual."
    )
    assert level([plain], "es") < 4
    assert level([learned], "es") > 8


def test_no_grade_is_made_up_for_a_language_without_a_formula() -> None:
    assert grade(["Rele yon avoka."], "ht") is None
    assert grade([], SOURCE_LANGUAGE) is None


@pytest.mark.parametrize("language", GRADED)
@pytest.mark.parametrize("name", sorted(LIBRARY.topics))
def test_a_topic_reads_at_grade_6_or_lower(name: str, language: str) -> None:
    assert level(LIBRARY.cards(name, language), language) <= HIGHEST_GRADE


@pytest.mark.parametrize("language", GRADED)
@pytest.mark.parametrize("name", sorted(LIBRARY.topics))
def test_the_first_card_alone_reads_at_grade_6_or_lower(name: str, language: str) -> None:
    assert level(LIBRARY.cards(name, language)[:1], language) <= HIGHEST_GRADE


@pytest.mark.parametrize("language", GRADED)
def test_all_answers_together_read_at_grade_6_or_lower(language: str) -> None:
    cards = [card for name in LIBRARY.answers for card in LIBRARY.cards(name, language)]
    assert level(cards, language) <= HIGHEST_GRADE
