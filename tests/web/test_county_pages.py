"""Every county has a page, its facts are those of ``bot ask``, and nothing in it is English where
it should not be. All counties in all languages: ``pytest tests/web/test_county_pages.py --all``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from babel.messages.pofile import read_po

from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Holder, Knowledge
from bot.places.place import County
from bot.rendering.wording import voice
from bot.settings import read_settings, travelling_folder
from bot.standing import Entry
from bot.web.app import install
from bot.web.layout import draw
from bot.web.pages.county import GROUPS, facts
from bot.web.pages.way import county_path
from bot.web.reception import Reception
from bot.web.visit import Visit
from tests.web.reading import Seen, left_english, read

IN_ALL_LANGUAGES = 50
SAME_IN_SOME = {"WhatsApp", "Faro", "SMS", "County", "State", "List"}
"""English strings that are also a word of another language, or a name."""


@pytest.fixture(scope="module")
def reception(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Reception:
    file = tmp_path_factory.mktemp("counties") / "bot.sqlite3"
    settings = read_settings(None, BOT_DATABASE_URL=f"sqlite:///{file}")
    return Reception(install(settings, Holder(knowledge)))


@pytest.fixture(scope="module")
def english() -> dict[str, set[str]]:
    """The strings that each language says differently, in English."""
    found: dict[str, set[str]] = {}
    for path in travelling_folder("locales", "locales").glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as file:
            found[path.parts[-3].replace("_", "-")] = {
                str(one.id)
                for one in read_po(file)
                if one.id and one.context is None and one.id != one.string
            } - SAME_IN_SOME
    return found


def chosen(knowledge: Knowledge, every: bool) -> Iterator[tuple[County, str]]:
    counties = sorted(knowledge.gazetteer.counties.values(), key=lambda one: one.fips)
    codes = list(knowledge.catalogs)
    if every:
        yield from itertools.product(counties, codes)
        return
    yield from zip(counties, itertools.cycle(codes), strict=False)
    step = len(counties) // IN_ALL_LANGUAGES
    yield from itertools.product(counties[::step], codes)


def test_the_page_of_every_county_says_what_the_line_says(
    reception: Reception,
    knowledge: Knowledge,
    english: dict[str, set[str]],
    request: pytest.FixtureRequest,
) -> None:
    faults: list[str] = []
    count = 0
    for county, code in chosen(knowledge, request.config.getoption("--all")):
        seen = read(page_of(county, code, reception, knowledge))
        faults += [f"{county.full_name} in {code}: {one}" for one in compare(
            seen, county, code, knowledge)]  # fmt: skip
        faults += [f"{county.full_name} in {code}: English: {one}" for one in left_english(
            seen, english.get(code, set()))]  # fmt: skip
        count += 1
    assert not faults, "\n".join(faults[:20])
    assert count >= 3200 + 11 * IN_ALL_LANGUAGES


def page_of(county: County, code: str, reception: Reception, knowledge: Knowledge) -> str:
    visit = Visit(
        knowledge, knowledge.languages[code], county_path(county, knowledge), datetime.now(UTC)
    )
    sheet = reception.sheet(visit)
    return draw("county.html", sheet, **facts(county, sheet))


def compare(seen: Seen, county: County, code: str, knowledge: Knowledge) -> Iterator[str]:
    """Every way in which a page differs from the answer to the county's name."""
    message = Message(county.full_name, datetime.now(UTC), Channel.SMS, language=code)
    turn = respond(message, BLANK, knowledge)
    assert turn.standing is not None
    for group in GROUPS:
        told = [shape(one) for one in getattr(turn.standing, group)]
        if seen.groups.get(group, []) != told:
            yield f"{group}: {seen.groups.get(group)} instead of {told}"
    if seen.helps != [one.phone for one in turn.contacts]:
        yield f"legal help: {seen.helps}"
    if seen.unclosed:
        yield f"unclosed tags: {seen.unclosed}"
    if (seen.language, seen.direction) != (code, knowledge.languages[code].direction):
        yield f"lang and dir are {seen.language}, {seen.direction}"
    if voice(code, knowledge).day(knowledge.roster.list_date) not in "".join(seen.words):
        yield "the date of the list is missing"
    jail = knowledge.custody.calls.get(county.fips)
    if jail and jail.phone not in seen.phones:
        yield "the jail's phone is missing"


def shape(entry: Entry) -> tuple[str, str, str]:
    return entry.agency, entry.model, entry.signed.isoformat() if entry.signed else ""


def test_no_two_counties_share_an_address(knowledge: Knowledge) -> None:
    counties = knowledge.gazetteer.counties.values()
    addresses = {county_path(county, knowledge) for county in counties}
    assert len(addresses) == len(counties)
    assert all(one.isascii() and one == one.lower() and " " not in one for one in addresses)
    assert {
        "/c/mi/jackson", "/c/va/richmond", "/c/va/richmond-city", "/c/pr/mayaguez",
        "/c/la/orleans", "/c/ct/hartford", "/c/gu/guam", "/c/dc/district-of-columbia",
    } < addresses  # fmt: skip
