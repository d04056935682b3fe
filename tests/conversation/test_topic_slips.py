"""A misspelt topic is found as surely as if every phrase were compared with it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bot.conversation.topic_slips import CLOSE, FUZZY_LETTERS, misspellable
from bot.conversation.topic_words import index_topics
from bot.knowledge import Knowledge

PHRASES = st.lists(st.text("abcdeñ жص拘留 ", min_size=1, max_size=12), max_size=12)


def compared_with_all(text: str, phrases: list[str]) -> str | None:
    likest, most = None, 0.0
    for phrase in sorted((one for one in phrases if len(one) >= FUZZY_LETTERS), key=len):
        like = fuzz.ratio(text, phrase)
        if like >= CLOSE and like > most:
            likest, most = phrase, like
    return likest


@given(PHRASES, st.text("abcdeñ жص拘留 ", max_size=14))
def test_the_likest_phrase_is_found(phrases: list[str], text: str) -> None:
    assert misspellable(phrases).nearest(text) == compared_with_all(text, phrases)


def test_the_likest_of_all_topics_is_found_behind_a_slip(knowledge: Knowledge) -> None:
    phrases = list(index_topics(knowledge.library.topics.values()).phrases)
    index, chance = misspellable(phrases), random.Random(5)
    found = 0
    for phrase in chance.sample([one for one in phrases if len(one) > 7], 150):
        at = chance.randrange(len(phrase))
        text = (
            phrase[:at] + chance.choice(("", phrase[at] * 2, "x" + phrase[at])) + phrase[at + 1 :]
        )
        assert index.nearest(text) == compared_with_all(text, phrases)
        found += index.nearest(text) is not None
    assert found == 150
