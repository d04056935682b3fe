"""Every county, for a held person and a free one, in each language: at least one honest line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

import pytest

from bot.conversation.helping import legal_help
from bot.conversation.reply import Part
from bot.knowledge import Knowledge
from bot.legal_aid.contact import Contact
from bot.rendering.render import word

PHONE_OR_ADDRESS = re.compile(r"\d{3}-\d{3}-\d{4}|justice\.gov/eoir|\d+#")
OFFICIAL_LIST = "justice.gov/eoir"
Answer = tuple[tuple[Contact, ...], tuple[Part, ...]]


@pytest.fixture(scope="module")
def answers(knowledge: Knowledge, now: datetime) -> dict[tuple[str, bool], Answer]:
    """What each county is told; a language only changes the order among equals, and the words."""
    counties = knowledge.gazetteer.counties.values()
    return {
        (county.fips, held): legal_help(county, "en", now.date(), knowledge, detained=held)
        for county in counties
        for held in (True, False)
    }


def distinct(answers: dict[tuple[str, bool], Answer]) -> Iterable[tuple[str, Answer]]:
    """One county of each different answer: neighbours are told the same."""
    seen = set()
    for (fips, _), answer in answers.items():
        key = (tuple(part.name for part in answer[1]), answer[0])
        if key not in seen:
            seen.add(key)
            yield fips, answer


@pytest.mark.parametrize("held", [True, False])
def test_every_county_has_a_number_or_the_official_lists_address(
    answers: dict[tuple[str, bool], Answer], knowledge: Knowledge, held: bool
) -> None:
    for fips in knowledge.gazetteer.counties:
        contacts, parts = answers[fips, held]
        names = [part.name for part in parts]
        assert ("contacts" in names) == bool(contacts)
        assert names[0] in {"help-intro", "help-elsewhere", "help-none"}
        assert len(contacts) > 1 or "case-line" in names, fips
        assert ("detention-line" in names) <= held, fips


def test_each_answer_reads_in_each_language(
    answers: dict[tuple[str, bool], Answer], knowledge: Knowledge
) -> None:
    shapes = list(distinct(answers))
    for code in knowledge.catalogs:
        for fips, (contacts, parts) in shapes:
            said = "\n".join(word(part, code, knowledge) for part in parts)
            assert PHONE_OR_ADDRESS.search(said), (code, fips)
            assert all(contact.display in said for contact in contacts), (code, fips)
            assert (OFFICIAL_LIST in said) == (parts[0].name != "help-intro"), (code, fips)
    print(f"\n{len(shapes)} different answers in {len(knowledge.catalogs)} languages")


@pytest.mark.parametrize("state", ["MT", "PR", "WV"])
def test_a_state_without_a_confirmed_number_says_so_and_gives_the_national_lines(
    answers: dict[tuple[str, bool], Answer], knowledge: Knowledge, state: str
) -> None:
    counties = [one for one in knowledge.gazetteer.counties.values() if one.state == state]
    for county in counties:
        contacts, parts = answers[county.fips, True]
        names = [part.name for part in parts]
        assert names[0] in {"help-none", "help-elsewhere"}, county.full_name
        assert all(contact.state != state for contact in contacts)
        assert names[-2:] == ["detention-line", "case-line"]


def test_no_answer_counts_ice_or_the_court_as_legal_help(
    answers: dict[tuple[str, bool], Answer],
) -> None:
    assert all(contact.legal_help for contacts, _ in answers.values() for contact in contacts)


def test_past_their_last_day_no_number_is_sent_and_the_answer_says_why(
    knowledge: Knowledge,
) -> None:
    county = knowledge.gazetteer.county("26075")
    contacts, parts = legal_help(county, "en", date(2028, 1, 1), knowledge)
    assert contacts == ()
    assert [part.name for part in parts] == ["help-old"]
    assert "too old to send" in word(parts[0], "en", knowledge)
