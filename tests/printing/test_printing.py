"""Cards and flyers: one page, every word on it, in letters that can be read, and never a status."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.language import read_languages
from bot.legal_aid.choosing import choose
from bot.library.rules import read_rules
from bot.places.place import County
from bot.printing import (
    DoesNotFitError,
    Kind,
    MissingFontError,
    NotInstalledError,
    NoWayToReachError,
    Reach,
    Sheet,
    fonts,
    make_sheet,
    missing,
)
from bot.printing.typesetting import square_code, typeset
from bot.printing.words import PrintWords
from bot.rendering.direction import isolated
from bot.settings import travelling_folder
from tests.printing.sheets import REACH, bare, pages_and_fonts, printed, reads_pdf, text_of

CONTENT = travelling_folder("content", "content")
LANGUAGES = [
    code for code, one in read_languages(CONTENT / "languages.toml").items() if one.offered
]
RULES = read_rules(CONTENT)


@pytest.fixture(scope="module")
def jackson(knowledge: Knowledge) -> County:
    return knowledge.gazetteer.county("26075")


def sheet_in(language: str, county: County, now: datetime, knowledge: Knowledge) -> Sheet:
    return make_sheet(county, language, now, REACH, knowledge)


@reads_pdf
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_a_sheet_is_one_page_with_every_word_on_it(
    kind: Kind, language: str, jackson: County, now: datetime, knowledge: Knowledge, tmp_path: Path
) -> None:
    sheet = sheet_in(language, jackson, now, knowledge)
    pdf = printed(kind, sheet)
    pages, used = pages_and_fonts(pdf, tmp_path)
    assert pages == 1
    assert all(" yes yes yes " in line for line in used.splitlines()[2:]), used
    found = text_of(pdf, tmp_path)
    said = [sheet.ask, sheet.danger, sheet.about, sheet.listed, sheet.not_advice, sheet.say]
    said += [*sheet.exceptions, *(value for _, value in sheet.ways)]
    said += (
        sheet.card_help[1][:1] if kind is Kind.CARD else (*sheet.help, *sheet.steps, *sheet.rights)
    )
    if sheet.direction == "rtl":
        said = list(arabic_words(" ".join(said)))
    missing = [line for line in said if bare(line) not in found]
    assert not missing


def arabic_words(text: str) -> Iterator[str]:
    """Words that pdftotext gives back whole: not those with vowel signs, nor with lam and alef in
    one sign, which it turns around, nor with a final alef, which it gives another shape."""
    for word in re.split(r"[^\w\u064b-\u0652]+", text):
        if re.fullmatch(r"[\u0621-\u064a]{3,}", word) and not re.search("ل[اأإآ]|ى", word):
            yield word


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_is_taught_with_its_exceptions_and_no_sheet_says_what_a_jail_does(
    language: str, jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    sheet = sheet_in(language, jackson, now, knowledge)
    exceptions = " ".join(sheet.exceptions)
    for pattern in RULES.required[language].exceptions:
        assert re.search(pattern, exceptions), pattern
    whole = " ".join(str(value) for value in vars_of(sheet))
    assert not re.search(r"\b(WSO|JEM|TFM)\b|287", whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_that_moves_in_a_text_is_noticed_before_it_is_printed(
    language: str, jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    """A sheet takes paragraphs out of welcome, first-hours and rights-jail by their place."""
    sheet, words = sheet_in(language, jackson, now, knowledge), PrintWords(language, knowledge)
    assert len(words.paragraphs("welcome")) == 3
    assert "911" in sheet.danger
    assert "911" not in sheet.ask
    legal = RULES.required[language].legal
    assert words.paragraphs("first-hours")[-1] in {isolated(line) for line in legal} | set(legal)
    assert "ICE" in sheet.sign


def vars_of(sheet: Sheet) -> list[object]:
    return [getattr(sheet, name) for name in sheet.__slots__]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_square_code_holds_a_text_that_is_answered_with_the_county_in_the_language(
    language: str, now: datetime, knowledge: Knowledge
) -> None:
    for fips in ("26075", "51760", "11001", "66010", "22071", "72127", "29189"):
        county = knowledge.gazetteer.county(fips)
        link = sheet_in(language, county, now, knowledge).link
        assert link.startswith("sms:+15175550100?&body=")
        said = unquote(link.partition("body=")[2])
        turn = respond(Message(said, now, Channel.SMS), BLANK, knowledge)
        assert turn.standing is not None, said
        assert (turn.standing.county, turn.language) == (county, language), said
        square_code(link)


def test_the_longest_words_of_any_county_fit(now: datetime, knowledge: Knowledge) -> None:
    """Of counties whose legal help takes most room, in two languages with long texts."""

    def room(county: County) -> int:
        found = choose(knowledge.directory, county, True, "en", now.date(), most=2)
        return sum(len(contact.org) + len(contact.limit) for contact in found)

    counties = list(knowledge.gazetteer.counties.values())[::9]
    longest = [max(counties, key=room), max(counties, key=lambda one: len(one.full_name))]
    for language in ("fil", "es"):
        for county in longest:
            sheet = sheet_in(language, county, now, knowledge)
            for kind in Kind:
                printed(kind, sheet)


def test_without_a_number_the_sheet_says_how_to_reach_the_page(
    jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    pages_only = Reach(public_url="https://faro.example.org")
    sheet = make_sheet(jackson, "es", now, pages_only, knowledge)
    assert sheet.ways == (("Abra esta página:", "faro.example.org/c/mi/jackson?lang=es"),)
    assert sheet.link == "https://faro.example.org/c/mi/jackson?lang=es"
    assert sheet.ask == ""
    for kind in Kind:
        printed(kind, sheet)


def test_whatsapp_alone_is_a_way_too(jackson: County, now: datetime, knowledge: Knowledge) -> None:
    sheet = make_sheet(jackson, "en", now, Reach(whatsapp_number="+15175550101"), knowledge)
    assert sheet.ways == (("On WhatsApp:", "517-555-0101"),)
    assert sheet.link == "https://wa.me/15175550101?text=Jackson%20County%2C%20Michigan"


def test_a_sheet_that_leads_nowhere_is_refused(
    jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    with pytest.raises(NoWayToReachError, match="BOT_TEXT_NUMBER"):
        make_sheet(jackson, "en", now, Reach(), knowledge)


def test_a_translation_nobody_has_read_says_so_or_is_printed_in_english(
    jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    sheet = sheet_in("es", jackson, now, knowledge)
    assert sheet.notices == (knowledge.library.cards("unreviewed", "es")[0],)
    strict = replace(knowledge, line=replace(knowledge.line, send_unreviewed=False))
    english = sheet_in("es", jackson, now, strict)
    assert english.language == "en"
    assert english.notices == (knowledge.library.cards("english-instead", "es")[0],)


def test_a_missing_font_is_said_and_no_boxes_are_printed(
    jackson: County, now: datetime, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("typst")
    monkeypatch.setattr(fonts, "OWN", {"zh-Hans": ("No Such Font",)})
    with pytest.raises(MissingFontError, match="fonts-noto-cjk"):
        typeset(Kind.CARD, sheet_in("zh-Hans", jackson, now, knowledge))
    assert "fonts-noto-cjk" in missing(None)["zh-Hans"]
    cuneiform = replace(sheet_in("en", jackson, now, knowledge), about="\U0001f9ff\U00012000\ue000")
    with pytest.raises(MissingFontError, match="boxes"):
        typeset(Kind.CARD, cuneiform)


def test_words_that_do_not_fit_are_never_cut(
    jackson: County, now: datetime, knowledge: Knowledge
) -> None:
    pytest.importorskip("typst")
    long = replace(sheet_in("en", jackson, now, knowledge), about="A long word of many. " * 2000)
    for kind in Kind:
        with pytest.raises(DoesNotFitError):
            typeset(kind, long)


def test_without_the_extra_it_says_how_to_install_it(
    jackson: County, now: datetime, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalledError, match="uv sync --no-dev --extra print"):
        missing(None)
    with pytest.raises(NotInstalledError, match="uv sync --no-dev --extra print"):
        typeset(Kind.CARD, sheet_in("en", jackson, now, knowledge))
