"""Replies to an open question: a state, a county, a city, or something else altogether."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome


@pytest.mark.parametrize(
    ("reply", "fips"),
    [
        ("oregon", "41067"),
        ("or", "41067"),
        ("PA", "42125"),
        ("the one in Pennsylvania", "42125"),
        ("minesota", "27163"),
        ("Utah please", "49053"),
        ("washington county ar", "05143"),
    ],
)
def test_a_state_picks_among_the_choices(gazetteer: Gazetteer, reply: str, fips: str) -> None:
    asked = find("Washington County", gazetteer)
    answer = find(reply, gazetteer, within=asked.places)
    assert answer.found is not None
    assert answer.found.fips == fips


@pytest.mark.parametrize(("reply", "fips"), [("the city", "24510"), ("el condado", "24005")])
def test_city_or_county_picks_where_both_have_the_name(
    gazetteer: Gazetteer, reply: str, fips: str
) -> None:
    asked = find("Baltimore", gazetteer)
    assert [p.fips for p in find(reply, gazetteer, within=asked.places).places] == [fips]


def test_a_fresh_text_is_answered_as_one(gazetteer: Gazetteer) -> None:
    asked = find("Washington County", gazetteer)
    answer = find("Ann Arbor", gazetteer, within=asked.places)
    assert answer.found is not None
    assert answer.found.fips == "26161"


def test_words_that_pick_nothing_stay_no_place(gazetteer: Gazetteer) -> None:
    asked = find("Washington County", gazetteer)
    for reply in ("gracias", "what is a detainer", "me"):
        assert find(reply, gazetteer, within=asked.places).outcome is Outcome.NONE
