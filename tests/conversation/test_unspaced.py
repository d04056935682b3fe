"""Chinese writes no spaces: its words are found inside a text."""

from __future__ import annotations

import pytest

from bot.conversation.hearing import guess
from bot.conversation.intent import holds
from bot.conversation.topic_words import find_topic, index_topics
from bot.knowledge import Knowledge
from bot.language import read_languages
from bot.library import read_library
from bot.places.fold import fold
from bot.settings import travelling_folder
from bot.words import read_words

CONTENT = travelling_folder("content", "content")
LANGUAGES = read_languages(CONTENT / "languages.toml")
INDEX = index_topics(read_library(CONTENT, LANGUAGES).topics.values())
WORDS = read_words(CONTENT / "words", ["en", "zh-Hans"])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("我想知道保释金多少", "bail-bond"),
        ("请问怎么找律师", "legal-help"),
        ("保释金", "bail-bond"),
    ],
)
def test_a_chinese_topic_word_is_found_inside_a_sentence(text: str, topic: str) -> None:
    hit = find_topic(fold(text), INDEX)
    assert hit is not None
    assert hit.topic == topic


@pytest.mark.parametrize("text", ["我觉得我不想活了", "他说他想自杀"])
def test_despair_is_heard_inside_a_chinese_sentence(text: str) -> None:
    assert holds(fold(text), "despair", WORDS) or holds(fold(text), "self_harm", WORDS)


@pytest.mark.parametrize(
    ("text", "code"), [("洛杉矶", "zh-Hans"), ("서울", "ko"), ("Москва", "ru")]
)
def test_a_place_alone_in_another_script_shows_its_language(
    text: str, code: str, knowledge: Knowledge
) -> None:
    assert guess(text, knowledge, "").language == code
