"""Prisons and detention centres that are named without a word such as "jail"."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import MatchKind, Outcome
from tests.places.test_finder_steps import assert_step


def test_a_misspelt_state_is_no_prison_of_its_name(gazetteer: Gazetteer) -> None:
    found = find("en newyersi", gazetteer).found
    assert found is not None
    assert found.name == "New Jersey"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mi tio esta en la polunsky", "48373"),
        ("hes at coffield now", "48001"),
    ],
)
def test_a_prison_behind_in_is_known(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by jail behind in", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mi tio esta en la polunski", "48373"),
        ("dicen que esta en el blubonet", "48253"),
        ("meu marido ta no mochanon", "42033"),
        ("lo pasaron a estatevil", "17197"),
        ("hes in san quinten now", "06041"),
    ],
)
def test_so_is_a_misspelt_one(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by misspelt jail behind in", text, wanted)
    found = find(text, gazetteer).found
    assert found is not None
    assert found.matched.fuzzy
    assert found.matched.kind in (MatchKind.JAIL, MatchKind.ICE_FACILITY)


@pytest.mark.parametrize(
    "text",
    [
        "taga Laguna po ako",
        "somos de la Polunsky",
        "esta en peligro",
        "he is in trouble",
        "esta en la escuela",
        "she is in labor",
        "lo mandaron a trabajar",
        "me quedo en casa con los ninos",
        "he is in his twenties",
    ],
)
def test_nobody_comes_from_a_prison_and_everyday_words_are_none(
    gazetteer: Gazetteer, text: str
) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


def test_a_town_that_is_written_as_like_it_is_meant(gazetteer: Gazetteer) -> None:
    found = find("lo tienen en Jonsboro, Arkansas", gazetteer).found
    assert found is not None
    assert found.matched.kind is MatchKind.CITY


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two bridges jail in maine", "23015"),
        ("rappahannock regional", "51179"),
        ("sci dallas", "42079"),
    ],
)
def test_short_official_names_are_known(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by jail name", text, wanted)
