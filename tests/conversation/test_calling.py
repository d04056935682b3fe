"""Phones of jails, centres and ICE's offices: the right one, dated, never ICE as a friend."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.channels.limits import LIMITS
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.rendering.render import render


def answered(
    knowledge: Knowledge, now: datetime, fips: str, body: str, language: str = "en"
) -> str:
    session = Session(county=fips, language=language)
    turn = respond(Message(body, now), session, knowledge)
    texts = render(turn, knowledge, LIMITS[Channel.SMS])
    return "\n".join(text.text for text in texts)


def test_find_a_person_gives_the_remembered_countys_jail(
    knowledge: Knowledge, now: datetime
) -> None:
    said = answered(knowledge, now, "13121", "find a person")
    assert "Fulton County Jail: 404-613-2024 (number from 2024, may have changed)" in said


def test_without_a_county_no_jail_is_guessed(knowledge: Knowledge, now: datetime) -> None:
    turn = respond(Message("find a person", now), Session(language="en"), knowledge)
    assert "jail-phone" not in {part.name for part in turn.parts}


def test_where_ice_has_the_person_its_office_and_the_nearest_centre_follow(
    knowledge: Knowledge, now: datetime
) -> None:
    said = answered(knowledge, now, "26075", "taken by ice")
    assert "ICE's Detroit office covers this county: 313-771-6601 (April 2026" in said
    assert "What you say there goes to ICE." in said
    assert "Near here ICE held people at" in said
    assert "may be in some other place." in said


def test_an_office_without_a_number_is_said_to_have_none_and_ices_line_is_called_ices(
    knowledge: Knowledge, now: datetime
) -> None:
    said = answered(knowledge, now, "48113", "taken by ice")
    assert "ICE's Dallas office covers this county. We have no number for it." in said
    assert "ICE's own line: 888-351-4024" in said


def test_a_centres_phone_is_as_old_as_its_own_source(knowledge: Knowledge, now: datetime) -> None:
    said = answered(knowledge, now, "22079", "adams county correctional center mississippi")
    assert "ICE held people there in April 2026" in said
    assert "number from 2026" not in said


def test_where_nothing_is_near_no_centre_is_named(knowledge: Knowledge, now: datetime) -> None:
    said = answered(knowledge, now, "30111", "taken by ice")
    assert "ICE's Salt Lake City office" in said
    assert "Near here" not in said


def test_legal_help_may_be_asked_for_a_person_who_is_free_and_back(
    knowledge: Knowledge, now: datetime
) -> None:
    session = Session(county="26075", language="en")
    held = respond(Message("lawyer", now), session, knowledge)
    assert all("no_detained" not in contact.excludes for contact in held.contacts)
    free = respond(Message("1", now), held.session, knowledge)
    assert free.reply == "legal-help"
    assert all("only_detained" not in contact.excludes for contact in free.contacts)
    assert free.contacts != held.contacts
    again = respond(Message("1", now), free.session, knowledge)
    assert again.contacts == held.contacts


def test_the_menu_of_the_county_still_works_after_legal_help(
    knowledge: Knowledge, now: datetime
) -> None:
    county = respond(Message("jackson county mi", now), Session(language="en"), knowledge)
    helped = respond(Message("lawyer", now), county.session, knowledge)
    assert respond(Message("4", now), helped.session, knowledge).reply == "bail-bond"
    assert respond(Message("5", now), helped.session, knowledge).reply == "legal-help"
    wrong = respond(Message("9", now), helped.session, knowledge)
    assert wrong.reply == "menu"
    assert respond(Message("5", now), wrong.session, knowledge).reply == "legal-help"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_each_phone_text_reads_in_a_language(
    knowledge: Knowledge, now: datetime, language: str
) -> None:
    assert "313-771-6601" in answered(knowledge, now, "26075", "taken by ice", language)
