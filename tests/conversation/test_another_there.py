"""Who asks on behind one place's answer means the same state; else she is asked."""

from __future__ import annotations

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from tests.conftest import NOW


def behind(texts: str, knowledge: Knowledge) -> tuple[str, list[str]]:
    """The last reply, and the counties that it is about or asks between."""
    session, turn = BLANK, None
    for text in texts.split("|"):
        turn = respond(Message(text, NOW), session, knowledge)
        session = turn.session
    assert turn is not None
    return turn.reply, [place.name for place in turn.place.places] if turn.place else []


@pytest.mark.parametrize(
    ("texts", "county"),
    [
        ("gwinnett|and dekalb?", "DeKalb County, Georgia"),
        ("gwinnett|what about hall", "Hall County, Georgia"),
        ("mecklenburg nc|and wake", "Wake County, North Carolina"),
        ("mecklenburg nc|union too", "Union County, North Carolina"),
        ("clayton county georgia|y el de fulton|y henry tambien", "Henry County, Georgia"),
        ("comté de gwinnett|et clarke", "Clarke County, Georgia"),
        ("quận gwinnett|còn clarke thì sao", "Clarke County, Georgia"),
        ("imperial ca|what about kern", "Kern County, California"),
        ("gwinnett|and wayne county michigan", "Wayne County, Michigan"),
        ("gwinnett|and miami", "Miami-Dade County, Florida"),
    ],
)
def test_a_second_name_is_looked_for_in_the_state_of_the_first(
    texts: str, county: str, knowledge: Knowledge
) -> None:
    assert behind(texts, knowledge) == ("county-status", [county])


def test_a_name_that_is_a_known_place_elsewhere_too_is_asked_about(knowledge: Knowledge) -> None:
    reply, places = behind("gwinnett|and houston?", knowledge)
    assert reply == "ask-place"
    assert places[:2] == ["Houston County, Georgia", "Harris County, Texas"]


@pytest.mark.parametrize(
    "texts",
    [
        "cook il|and bond?",
        "gwinnett|and bail?",
        "gwinnett|and him",
        "gwinnett|and home",
        "gwinnett|what about work",
        "gwinnett|y ahora",
    ],
)
def test_what_is_no_name_stays_a_question(texts: str, knowledge: Knowledge) -> None:
    assert behind(texts, knowledge)[0] != "county-status"
