"""Every county in the country, in every language offered: dated, short enough, and never "safe"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import pytest

from bot.channels.limits import LIMITS
from bot.conversation.message import Channel, Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.places.place import County
from bot.rendering.render import render
from bot.rendering.text import Text

FIRST_MESSAGE = {"GSM-7": 3, "UCS-2": 6}
LANGUAGES = ("en", "es")

DATES = {"en": "July 24, 2026", "es": "24 jul 2026"}
NOT_ADVICE = {"en": "not legal advice", "es": "no es asesoría legal|no asesoría legal"}
FORBIDDEN = re.compile(
    r"\b(safe|sanctuary|will not come|no risk|guarantee|illegal|alien|criminal record|inmate|"
    r"seguro|segura|santuario|ilegal|no vendrá|sin riesgo|garantiz\w*|will be deported|"
    r"será deportad\w*)\b|!",
    re.IGNORECASE,
)


def answers(
    knowledge: Knowledge, language: str, now: datetime
) -> Iterable[tuple[County, Turn, tuple[Text, ...]]]:
    """The answer to each county's official name, to a stranger's first text."""
    for county in knowledge.gazetteer.counties.values():
        message = Message(county.full_name, now, Channel.SMS, language=language)
        turn = respond(message, BLANK, knowledge)
        yield county, turn, render(turn, knowledge, LIMITS[Channel.SMS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_county_gets_a_dated_short_and_hedged_answer(
    language: str, knowledge: Knowledge, now: datetime
) -> None:
    faults: list[str] = []
    sizes: Counter[tuple[str, int]] = Counter()
    longest = ("", "", 0)
    for county, turn, texts in answers(knowledge, language, now):
        first, whole = texts[0], "\n".join(text.text for text in texts)
        sizes[first.encoding, first.segments] += 1
        if len(first.text) > longest[2]:
            longest = (county.full_name, first.text, len(first.text))
        faults += [
            f"{county.full_name}: {fault}" for fault in _faults(turn, first, whole, language)
        ]
    print(f"\n{language}: first messages by encoding and segments: {dict(sizes)}")
    print(f"longest, {longest[2]} characters, {longest[0]}:\n{longest[1]}")
    assert not faults, "\n".join(faults[:20])
    assert sum(sizes.values()) >= 3143


def _faults(turn: Turn, first: Text, whole: str, language: str) -> Iterable[str]:
    if turn.reply != "county-status":
        yield f"was answered with {turn.reply}"
        return
    if DATES[language] not in first.text:
        yield "the first message has no list date"
    if not re.search(NOT_ADVICE[language], first.text):
        yield "the first message does not say that it is no legal advice"
    if first.segments > FIRST_MESSAGE[first.encoding]:
        yield f"{first.segments} segments of {first.encoding}"
    if FORBIDDEN.search(whole):
        yield f"forbidden wording: {FORBIDDEN.findall(whole)}"
    if any(len(text) > 1600 for text in whole.split("(2/2)")):
        yield "over 1,600 characters"


def test_all_counties_and_equivalents_are_known(knowledge: Knowledge) -> None:
    """3,144 in the 50 states and DC: Connecticut's nine regions lead to its eight counties."""
    territories = {"PR", "AS", "GU", "MP", "VI"}
    counties = [
        one for one in knowledge.gazetteer.counties.values() if one.state not in territories
    ]
    assert len(counties) - 8 + len(knowledge.gazetteer.regions) == 3144
