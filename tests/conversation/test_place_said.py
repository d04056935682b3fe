"""The place that a text means, where it names another one as well."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge
from bot.places.next_to import is_next_to

HARRIS, GWINNETT = "48201", "13135"


@pytest.mark.parametrize(
    ("text", "fips"),
    [
        ("no es houston es dallas", "48113"),
        ("mi hermano esta en dallas no en houston", "48113"),
        ("no fue en miami fue en fort lauderdale", "12011"),
        ("ce n'est pas columbus c'est cincinnati", "39061"),
        ("li pa nan miami li nan orlando", "12095"),
        ("se pa miami se broward li ye", "12011"),
        ("we moved from Dalton GA to Chattanooga and he got picked up there", "47065"),
        ("soy de miami pero esta preso en collier", "12021"),
        ("i was born in Dallas but im locked up in Tulsa", "40143"),
        ("creo que es gwinnett", GWINNETT),
        ("i think its gwinnett", GWINNETT),
        ("tarrant creo", "48439"),
    ],
)
def test_the_place_that_is_meant_is_answered(
    text: str, fips: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).session.county == fips


@pytest.mark.parametrize(
    "text",
    [
        "the county next to Cobb", "en el condado de al lado", "el condado al lado de miami",
        "konte ki akote miami a", "no condado do lado de boston",
    ],
)  # fmt: skip
def test_a_county_that_lies_beside_a_place_is_asked_for(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert turn.parts[0].name == "which-unsure"
    assert turn.session.county is None


@pytest.mark.parametrize("text", ["next to nothing", "he sat next to me in cobb county jail"])
def test_what_sits_beside_somebody_is_no_county(text: str, knowledge: Knowledge) -> None:
    assert not is_next_to(text, knowledge.gazetteer)


@pytest.mark.parametrize("text", ["he was born in Laredo Texas", "naci en El Paso Texas"])
def test_a_birthplace_is_no_jail_and_is_not_kept(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert turn.session.county is None
    assert turn.reply != "county-status"


@pytest.mark.parametrize(("before", "text"), [("houston", "harris"), ("tampa", "hillsborough"),
                                              ("las vegas", "clark county")])  # fmt: skip
def test_the_county_of_the_city_just_answered_is_not_asked_about_again(
    before: str, text: str, knowledge: Knowledge, now: datetime
) -> None:
    city = respond(Message(before, now), BLANK, knowledge).session
    again = respond(Message(text, now), city, knowledge)
    assert (again.reply, again.session.county) == ("county-status", city.county)


def test_a_town_picks_the_county_among_those_that_were_offered(
    knowledge: Knowledge, now: datetime
) -> None:
    asked = respond(Message("polk county", now), BLANK, knowledge).session
    turn = respond(Message("the one with Lakeland", now), asked, knowledge)
    assert turn.session.county == "12105"


def test_where_ice_has_the_person_its_office_comes_before_the_list(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("ICE took my husband in Houston", now), BLANK, knowledge)
    names = [part.name for part in turn.parts]
    assert names.index("ice-custody") < names.index("field-office") < names.index("status-none")


def test_the_card_that_was_just_read_is_not_sent_again_with_the_place(
    knowledge: Knowledge, now: datetime
) -> None:
    card = respond(Message("ICE took my husband", now), BLANK, knowledge)
    assert card.reply == "ice-custody"
    names = [p.name for p in respond(Message("Houston", now), card.session, knowledge).parts]
    assert "field-office" in names
    assert "ice-custody" not in names


def test_a_denied_place_alone_still_asks_behind_its_answer(
    knowledge: Knowledge, now: datetime
) -> None:
    there = Session(language="en", county=HARRIS)
    assert respond(Message("not houston", now), there, knowledge).reply == "which-other"
