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


@pytest.mark.parametrize(
    ("asked", "reply", "fips"),
    [
        ("columbus", "butler county ohio", "39017"),
        ("columbus", "butler county oh", "39017"),
        ("jackson county", "hall county georgia", "13139"),
        ("kansas city", "he is in leavenworth kansas", "20103"),
        ("portland", "he's in washington county oregon now", "41067"),
        ("springfield", "estaba en el condado de butler ohio", "39017"),
        ("kansas city", "kansas", "20209"),
        ("columbus", "franklin county", "39049"),
        ("jackson", "jackson county mississippi", "28059"),
    ],
)
def test_a_county_that_is_named_is_not_one_of_the_choices_because_its_state_would_fit(
    gazetteer: Gazetteer, asked: str, reply: str, fips: str
) -> None:
    answer = find(reply, gazetteer, within=find(asked, gazetteer).places)
    assert answer.found is not None
    assert answer.found.fips == fips


@pytest.mark.parametrize(
    ("reply", "fips"), [("mi", "26"), ("in", "18"), ("me", "23"), ("PA", "42")]
)
def test_behind_a_question_for_the_state_two_letters_are_one(
    gazetteer: Gazetteer, reply: str, fips: str
) -> None:
    asked = find("jackson", gazetteer).places
    answer = find(reply, gazetteer, within=asked, state_asked=True)
    assert answer.found is not None
    assert answer.found.fips == fips
