"""Places that are more than a county's name: a centre, a position, a whole state."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.channels.limits import LIMITS
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Offer, Session
from bot.knowledge import Knowledge
from bot.rendering.render import render


def test_a_detention_centre_leads_to_what_to_do_when_ice_has_the_person(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("he is at Stewart Detention Center", now), BLANK, knowledge)
    assert turn.reply == "ice-custody"
    assert turn.session.county == "13259"
    whole = " ".join(one.text for one in render(turn, knowledge, LIMITS[Channel.SMS]))
    assert "229-838-5000" in whole
    assert "April 2026" in whole


@pytest.mark.parametrize(
    ("position", "fips"), [((33.95, -84.07), "13135"), ((42.25, -84.40), "26075")]
)
def test_a_shared_position_is_answered_as_its_county_and_not_kept(
    position: tuple[float, float], fips: str, knowledge: Knowledge, now: datetime
) -> None:
    message = Message("", now, Channel.WHATSAPP, location=position)
    turn = respond(message, BLANK, knowledge)
    assert turn.session.county == fips
    assert str(position[0]) not in repr(turn.session)


def test_a_position_far_from_any_county_is_answered_kindly(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("", now, Channel.WHATSAPP, location=(0.0, 0.0)), BLANK, knowledge)
    assert turn.reply == "welcome"


@pytest.mark.parametrize(
    ("text", "part", "agency"),
    [
        ("saipan", "runner-named", "CNMI"),
        ("guam", "runner-named", "Guam"),
        ("san juan puerto rico", "runner-named", "Puerto Rico"),
        ("st croix virgin islands", "runner-named", "Virgin Islands"),
        ("juneau alaska", "runner-state", None),
    ],
)
def test_a_territory_is_not_called_a_state_but_its_government_is_named(
    text: str, part: str, agency: str | None, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    (said,) = [each for each in turn.parts if each.name.startswith("runner-")]
    assert (said.name, said.facts.get("agency")) == (part, agency)


def test_after_a_state_a_county_may_be_named_alone(knowledge: Knowledge, now: datetime) -> None:
    asked = respond(Message("georgia", now), BLANK, knowledge)
    assert asked.reply == "ask-county"
    answered = respond(Message("harris", now), asked.session, knowledge)
    assert answered.session.county == "13145"


def test_a_question_beside_a_place_is_answered_beside_it(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("what is a detainer in jackson county mi", now), BLANK, knowledge)
    names = [part.name for part in turn.parts]
    assert turn.reply == "county-status"
    assert names.index("status-jail-wso") < names.index("detainer")


def test_a_question_that_waited_for_its_place_is_answered_with_it(
    knowledge: Knowledge, now: datetime
) -> None:
    asked = respond(Message("can i pay bail in washington county", now), BLANK, knowledge)
    assert asked.reply == "ask-place"
    answered = respond(Message("1", now), asked.session, knowledge)
    assert "bail-bond" in [part.name for part in answered.parts]


def test_the_area_of_a_phone_number_never_answers_alone(
    knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message("Washington County", now, hint_state="PA"), BLANK, knowledge)
    assert turn.reply == "ask-place"
    assert turn.place is not None
    assert turn.place.places[0].fips.startswith("42")


def test_a_centre_that_was_written_wrong_comes_with_the_way_back(
    knowledge: Knowledge, now: datetime
) -> None:
    sure = respond(Message("he is at Stewart Detention Center", now), BLANK, knowledge)
    guessed = respond(Message("he is at Stewert Detention Center", now), BLANK, knowledge)
    assert "way-back" not in [part.name for part in sure.parts]
    assert guessed.reply == "ice-custody"
    assert "way-back" in [part.name for part in guessed.parts]


@pytest.mark.parametrize(
    "text", ["Door County, Wisconsin", "Yellow Medicine County, Minnesota", "palo pinto county tx"]
)
def test_a_word_of_ours_inside_the_name_of_a_county_asks_for_nothing(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert turn.reply == "county-status"
    assert turn.parts[0].name.startswith("status-")


def test_a_parish_asked_about_is_a_county_in_another_state(
    knowledge: Knowledge, now: datetime
) -> None:
    offers = (Offer("place", "22051"), Offer("place", "01073"))
    asked = Session(language="en", asking=True, offers=offers)
    turn = respond(Message("colorado", now), asked, knowledge)
    assert (turn.reply, turn.session.county) == ("county-status", "08059")
