"""Every text of every offered language against every rule of ``content/rules``."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest

from bot.language import read_catalogs, read_languages
from bot.library import read_library
from bot.library.checking import check_library
from bot.library.rules import read_rules
from bot.library.wording import LINK, PHONE
from bot.rendering.direction import measured as measure
from bot.rendering.wording import Voice
from bot.words import read_words

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LANGUAGES = read_languages(CONTENT / "languages.toml")
OFFERED = [code for code, language in LANGUAGES.items() if language.offered]
LIBRARY = read_library(CONTENT, LANGUAGES)
RULES = read_rules(CONTENT)
COMMANDS = read_words(CONTENT / "words", OFFERED).whole
COMPLAINTS = [str(one) for one in check_library(LIBRARY, LANGUAGES, RULES, measure, COMMANDS)]

MONTHS = range(1, 13)

TOPICS = [
    "287g",
    "about",
    "bail-bond",
    "benefits",
    "check-in",
    "children",
    "citizen",
    "consulate",
    "court-date",
    "detainer",
    "emergency",
    "find-person",
    "first-hours",
    "ice-custody",
    "jem",
    "legal-help",
    "medical",
    "minor",
    "money-calls",
    "not-listed",
    "notario",
    "notice-to-appear",
    "papers",
    "privacy",
    "released",
    "rights-car",
    "rights-court",
    "rights-home",
    "rights-jail",
    "rights-work",
    "sightings",
    "tfm",
    "visit",
    "wso",
]


@pytest.mark.parametrize("code", OFFERED)
def test_every_text_of_an_offered_language_keeps_every_rule(code: str) -> None:
    assert [one for one in COMPLAINTS if f"/{code}.md" in one] == []


def test_menus_words_sources_and_rules_are_complete() -> None:
    assert [one for one in COMPLAINTS if ".md" not in one] == []


def test_every_promised_topic_exists() -> None:
    assert sorted(LIBRARY.topics) == TOPICS


def test_the_numbers_and_links_that_may_be_printed_are_exactly_those_in_the_texts() -> None:
    names = [*LIBRARY.topics, *LIBRARY.answers]
    decks = [deck for name in names for deck in LIBRARY.text(name).decks.values()]
    printed = "\n".join(card for deck in decks for card in deck)
    assert set(PHONE.findall(printed)) == set(RULES.numbers)
    assert {link.lower() for link in LINK.findall(printed)} == set(RULES.links)


def test_every_text_has_its_facts_from_a_source_that_was_read() -> None:
    for topic in LIBRARY.topics.values():
        assert all(source.title and source.read.year >= 2026 for source in topic.sources)
        assert topic.review_by > max(source.read for source in topic.sources)


@pytest.mark.parametrize("code", OFFERED)
def test_cards_are_measured_with_the_line_that_is_really_sent(code: str) -> None:
    catalog = read_catalogs(ROOT / "locales", OFFERED)[code]
    assert RULES.required[code].more == catalog.gettext("Reply MORE.")


@pytest.mark.parametrize("code", OFFERED)
def test_cards_are_measured_with_a_date_as_long_as_any(code: str) -> None:
    voice = Voice(LANGUAGES[code], NullTranslations())
    longest = max((voice.day(date(2026, month, 28)) for month in MONTHS), key=len)
    assert len(RULES.required[code].list_date) >= len(longest)


def test_menu_order_is_without_ties() -> None:
    orders = [topic.order for topic in LIBRARY.topics.values()]
    assert len(orders) == len(set(orders))


@pytest.mark.parametrize("code", OFFERED)
def test_no_two_menu_entries_of_a_language_look_alike(code: str) -> None:
    labels = [topic.labels[code].casefold() for topic in LIBRARY.topics.values()]
    assert len(labels) == len(set(labels))
