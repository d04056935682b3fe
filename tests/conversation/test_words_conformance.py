"""What one text does, in every language: ``words_conformance.csv``, a test a row.

``effect`` is a command, "county", "language", a cry for help, "topic NAME", or "not EFFECT" for a
sentence that must not have it. ``whose`` is "carrier" for the words of Twilio (they are heard by
the carrier itself, in English only), "ours" for our own proposals, which no native speaker has
confirmed yet, and "test" for sentences.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from bot.conversation.message import Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Deck, Offer, Session
from bot.knowledge import Knowledge
from bot.places.fold import fold

TABLE = Path(__file__).with_name("words_conformance.csv")
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
CASES = [(row["word"], row["language"], row["effect"]) for row in ROWS]

STOPPED = Session(stopped=True)
READING = Session(deck=Deck("detainer", 1))
ASKED = Session(asking=True, offers=(Offer("place", "26075"), Offer("place", "12063")))


@dataclass(frozen=True)
class Effect:
    """What was remembered before, and whether the turn shows the effect."""

    before: Session
    shown: Callable[[Turn], bool]


def replies(*names: str) -> Callable[[Turn], bool]:
    return lambda turn: turn.reply in names


def found(turn: Turn) -> bool:
    place = turn.place
    return place is not None and [one.fips for one in place.places] == ["26075"]


EFFECTS = {
    "stop": Effect(BLANK, lambda turn: turn.session.stopped),
    "start": Effect(STOPPED, lambda turn: not turn.session.stopped),
    "help": Effect(BLANK, replies("welcome")),
    "about": Effect(BLANK, replies("about")),
    "delete": Effect(BLANK, replies("deleted")),
    "more": Effect(READING, replies("detainer")),
    "menu": Effect(BLANK, replies("menu")),
    "other": Effect(ASKED, replies("which-other")),
    "county": Effect(BLANK, found),
    "language": Effect(BLANK, replies("language-changed")),
    "despair": Effect(BLANK, replies("despair")),
    "abuse": Effect(BLANK, replies("abuse")),
    "topic emergency": Effect(BLANK, replies("emergency")),
}
IN_THAT_LANGUAGE = ("language", "despair", "abuse", "stop", "help", "delete", "about")


@pytest.mark.parametrize(("word", "code", "effect"), CASES)
def test_a_text_does_what_the_table_says(
    word: str, code: str, effect: str, knowledge: Knowledge, now: datetime
) -> None:
    expected = EFFECTS[effect.removeprefix("not ")]
    turn = respond(Message(word, now), expected.before, knowledge)
    assert expected.shown(turn) is (not effect.startswith("not "))
    if effect in IN_THAT_LANGUAGE and fold(word) not in knowledge.words.shared:
        assert turn.language == code


@pytest.mark.parametrize("effect", EFFECTS)
def test_every_language_has_its_own_words_for_each_effect(
    effect: str, knowledge: Knowledge
) -> None:
    assert {row["language"] for row in ROWS if row["effect"] == effect} == set(knowledge.catalogs)
