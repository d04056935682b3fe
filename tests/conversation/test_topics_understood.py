"""What people write, misspelt and without accents, is heard in its language and finds its topic.

``topics_understood.csv``: a language, a text, the answers that are right for it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.conversation.hearing import guess
from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.places.finder import find

TABLE = Path(__file__).with_name("topics_understood.csv")
LANGUAGES = ("en", "es", "ht", "pt-BR", "fr", "zh-Hans", "vi", "ar", "ko", "fil", "ru")


def asked(code: str) -> Iterator[tuple[str, list[str]]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["language"] == code:
                yield row["text"], row["topics"].split()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_in_peoples_own_words_gets_the_topic_that_it_asks_for(
    code: str, knowledge: Knowledge, now: datetime
) -> None:
    answers = [
        (text, topics, respond(Message(text, now), BLANK, knowledge).reply)
        for text, topics in asked(code)
    ]
    assert len(answers) >= 55
    assert [one for one in answers if one[2] not in one[1]] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_in_peoples_own_words_is_heard_in_its_language_or_in_none(
    code: str, knowledge: Knowledge
) -> None:
    heard = []
    for text, _ in asked(code):
        place = find(text, knowledge.gazetteer)
        heard.append(guess(text, knowledge, place.rest if place.places else None).language)
    assert set(heard) <= {code, None}
    assert heard.count(None) <= len(heard) * 0.03
