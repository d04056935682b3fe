"""Reading level of the English texts: Flesch-Kincaid grade 6 or lower (facts/style section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pyphen
import pytest

from bot.language import SOURCE_LANGUAGE, read_languages
from bot.library import read_library
from bot.library.carrying import PLACEHOLDER
from bot.library.wording import LINK, sentences, words

CONTENT = Path(__file__).parents[2] / "content"
LIBRARY = read_library(CONTENT, read_languages(CONTENT / "languages.toml"))
HYPHENS = pyphen.Pyphen(lang="en_US")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]e|[^tdaeiouy]ed|[^sxzcghaeiouy]es)$")
HIGHEST_GRADE = 6.0


def syllables(word: str) -> int:
    """The larger of two counts: hyphenation leaves some breaks out, vowel groups join others."""
    spoken = re.sub(r"[^a-z]", "", word.lower())
    groups = len(VOWELS.findall(spoken)) - bool(SILENT_END.search(spoken))
    return max(1, groups, len(HYPHENS.positions(spoken)) + 1)


def grade(cards: Iterable[str]) -> float:
    """Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    said = [LINK.sub("website", PLACEHOLDER.sub("July", card)) for card in cards]
    all_sentences = [sentence for card in said for sentence in sentences(card)]
    all_words = [word for sentence in all_sentences for word in words(sentence)]
    counted = sum(syllables(word) for word in all_words)
    return 0.39 * len(all_words) / len(all_sentences) + 11.8 * counted / len(all_words) - 15.59


@pytest.mark.parametrize(
    ("word", "count"),
    [("jail", 1), ("lawyer", 2), ("immigration", 4), ("signed", 1), ("detainer", 3), ("people", 2),
     ("charges", 2), ("status", 2), ("information", 4), ("judge", 1)],
)  # fmt: skip
def test_syllables_are_counted_about_as_people_say_them(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_lawyers_sentence_gets_a_high_grade_and_a_plain_one_a_low_grade() -> None:
    plain = "Ask the jail for a copy. Call a lawyer today."
    learned = (
        "Notwithstanding the foregoing, detention pursuant to administrative immigration "
        "authority constitutes a contemporaneous deprivation of liberty."
    )
    assert grade([plain]) < 3
    assert grade([learned]) > 12


@pytest.mark.parametrize("name", sorted(LIBRARY.topics))
def test_a_topic_reads_at_grade_6_or_lower(name: str) -> None:
    assert grade(LIBRARY.cards(name, SOURCE_LANGUAGE)) <= HIGHEST_GRADE


@pytest.mark.parametrize("name", sorted(LIBRARY.topics))
def test_the_first_card_alone_reads_at_grade_6_or_lower(name: str) -> None:
    assert grade(LIBRARY.cards(name, SOURCE_LANGUAGE)[:1]) <= HIGHEST_GRADE


def test_all_answers_together_read_at_grade_6_or_lower() -> None:
    cards = [card for name in LIBRARY.answers for card in LIBRARY.cards(name, SOURCE_LANGUAGE)]
    assert grade(cards) <= HIGHEST_GRADE
