"""What tells topics apart is learned from mistakes, the same each time."""

from __future__ import annotations

import numpy as np

from bot.conversation.telling_apart import tell_apart
from bot.conversation.topic_ear import learn

SAID = {
    "citizen": ("they took my green card", "green card holder stopped", "he has a green card"),
    "legal-help": ("lawyer for a green card case", "need a lawyer", "lawyer for papers"),
    "": ("green apples", "birthday card", "need milk"),
}


def test_a_word_that_tells_topics_apart_outweighs_words_that_come_together() -> None:
    ranked = learn(SAID, apart=True).ranked("green card lawyer")
    assert ranked[0][1] == "legal-help"


def test_the_same_phrases_give_the_same_judgement() -> None:
    first, again = (learn(SAID, apart=True) for _ in range(2))
    assert first.ranked("a card for him") == again.ranked("a card for him")


def test_each_phrase_is_on_the_side_of_its_topic() -> None:
    held = [np.array(rows, np.intp) for rows in ([0, 1], [1, 2], [3])]
    apart = tell_apart(held, [0, 1, 0], signs=4, columns=2)
    assert [int(apart.scores(rows).argmax()) for rows in held] == [0, 1, 0]


def test_a_phrase_without_a_known_sign_teaches_nothing() -> None:
    nothing = np.array([], np.intp)
    with_it = tell_apart([np.array([0], np.intp), nothing], [0, 1], signs=1, columns=2)
    assert np.isfinite(with_it.weights).all()
    assert not learn({"bail": ("",), "court": ("",)}, apart=True).ranked("bail")
