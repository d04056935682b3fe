"""Every county in the country, in every language offered: dated, short enough, and never "safe"."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from bot.channels.limits import LIMITS, MAX_CHARACTERS
from bot.conversation.message import Channel, Message
from bot.conversation.reply import Part, Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE, read_languages
from bot.library.rules import read_rules
from bot.library.wording import forbidden_wording
from bot.places.place import County
from bot.rendering.direction import END, LEFT_TO_RIGHT
from bot.rendering.hours import say_hours
from bot.rendering.render import render
from bot.rendering.text import Text
from bot.rendering.wording import voice
from bot.settings import travelling_folder

FIRST_MESSAGE = {"GSM-7": 3, "UCS-2": 6}
CONTENT = travelling_folder("content", "content")
LANGUAGES = [
    code
    for code, language in read_languages(CONTENT / "languages.toml").items()
    if language.offered
]
RULES = read_rules(CONTENT)


@pytest.fixture(scope="module")
def turns(knowledge: Knowledge, now: datetime) -> dict[str, Turn]:
    """The decision on each county's official name, to a stranger's first text; wording it in a
    language is another step, and the only one that differs."""
    decided = {}
    for county in knowledge.gazetteer.counties.values():
        message = Message(county.full_name, now, Channel.SMS, language=SOURCE_LANGUAGE)
        decided[county.fips] = respond(message, BLANK, knowledge)
    return decided


def answers(
    turns: dict[str, Turn], knowledge: Knowledge, language: str
) -> Iterable[tuple[County, Turn, tuple[Text, ...]]]:
    """Each county's answer in a language, as long as it can be: with every notice."""
    unread = (Part("unreviewed", follow=True),) if language != SOURCE_LANGUAGE else ()
    for fips, decided in turns.items():
        turn = replace(decided, language=language, parts=(*decided.parts, *unread))
        county = knowledge.gazetteer.county(fips)
        yield county, turn, render(turn, knowledge, LIMITS[Channel.SMS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_county_gets_a_dated_short_and_hedged_answer(
    language: str, knowledge: Knowledge, turns: dict[str, Turn]
) -> None:
    faults: list[str] = []
    sizes: Counter[tuple[str, int]] = Counter()
    longest = ("", "", 0)
    total = 0
    for county, turn, texts in answers(turns, knowledge, language):
        first = texts[0]
        sizes[first.encoding, first.segments] += 1
        total += sum(text.segments for text in texts)
        if len(first.text) > longest[2]:
            longest = (county.full_name, first.text, len(first.text))
        found = _faults(turn, first, texts, knowledge)
        faults += [f"{county.full_name}: {fault}" for fault in found]
    print(f"\n{language}: first messages by encoding and segments: {dict(sizes)}")
    print(f"whole answers: {total / sum(sizes.values()):.1f} segments on average")
    print(f"longest, {longest[2]} characters, {longest[0]}:\n{longest[1]}")
    assert not faults, "\n".join(faults[:20])
    assert sum(sizes.values()) >= 3143


def _faults(
    turn: Turn, first: Text, texts: tuple[Text, ...], knowledge: Knowledge
) -> Iterable[str]:
    if turn.reply != "county-status":
        yield f"was answered with {turn.reply}"
        return
    said = first.text.replace(LEFT_TO_RIGHT, "").replace(END, "")
    if voice(turn.language, knowledge).day(knowledge.roster.list_date) not in said:
        yield "the first message has no list date"
    if knowledge.library.cards("not-advice", turn.language)[0] not in said:
        yield "the first message does not say that it is no legal advice"
    if first.segments > FIRST_MESSAGE[first.encoding]:
        yield f"{first.segments} segments of {first.encoding}"
    names = proper_names(turn, knowledge)
    for text in texts:
        plain = text.text.replace(LEFT_TO_RIGHT, "").replace(END, "")
        ours = functools.reduce(lambda whole, name: whole.replace(name, "X"), names, plain)
        yield from (one.what for one in forbidden_wording([ours], turn.language, RULES))
        if len(text.text) > MAX_CHARACTERS:
            yield f"{len(text.text)} characters"


def proper_names(turn: Turn, knowledge: Knowledge) -> list[str]:
    """What in an answer is not ours to choose: names ("Safety Center", "Will County"), and the
    opening hours that a listing gives."""
    stand = turn.standing
    assert stand is not None
    entries = (*stand.jail, *stand.street, *stand.local, *stand.statewide, *stand.left)
    names = {one.agency for one in entries} | {one.org for one in turn.contacts}
    call = knowledge.custody.calls.get(stand.county.fips)
    names |= {call.name} if call else set()
    language = knowledge.languages[turn.language]
    names |= {say_hours(one.hours, language) for one in turn.contacts if one.hours}
    return [*sorted(names, key=len, reverse=True), stand.county.short_name]


def test_all_counties_and_equivalents_are_known(knowledge: Knowledge) -> None:
    """3,144 in the 50 states and DC: Connecticut's nine regions lead to its eight counties."""
    territories = {"PR", "AS", "GU", "MP", "VI"}
    counties = [
        one for one in knowledge.gazetteer.counties.values() if one.state not in territories
    ]
    assert len(counties) - 8 + len(knowledge.gazetteer.regions) == 3144
