"""A language that somebody asks for within a short question."""

from __future__ import annotations

import pytest

from bot.conversation.asked_language import asked_within
from bot.knowledge import Knowledge
from bot.places.fold import fold


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do you have this in spanish", "es"),
        ("can my mom get this in arabic", "ar"),
        ("en inglés por favor", "en"),
        ("tem em português?", "pt-BR"),
        ("do you speak creole", "ht"),
        ("有英文吗", "en"),
        ("говорите по-русски?", "ru"),
    ],
)
def test_an_offered_one_is_switched_to(knowledge: Knowledge, text: str, code: str) -> None:
    assert asked_within(fold(text), knowledge) == code


@pytest.mark.parametrize(
    "text",
    ["hablan mam? mi suegra no entiende español", "vous parlez lingala ?", "do you have hindi"],
)
def test_of_another_those_that_there_are_are_named(knowledge: Knowledge, text: str) -> None:
    assert asked_within(fold(text), knowledge) == ""


@pytest.mark.parametrize(
    "text",
    [
        "my husband is chinese",
        "mi esposo es ruso",
        "what if she only speaks spanish",
        "the officer would not talk to him in spanish so now nobody knows what he signed",
        "in jail",
    ],
)
def test_people_and_stories_ask_for_none(knowledge: Knowledge, text: str) -> None:
    assert asked_within(fold(text), knowledge) is None
