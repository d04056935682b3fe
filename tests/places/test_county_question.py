"""A question for the county of a town is no part of the town's name, in any language."""

from __future__ import annotations

import pytest

from bot.places.county_question import without_county_question
from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome

WAYNE, HARRIS, DALLAS, ORANGE, MIAMI = "26163", "48201", "48113", "12095", "12086"


@pytest.mark.parametrize(
    ("text", "fips"),
    [
        ("what county is detroit in", WAYNE),
        ("do you know what county Detroit is in?", WAYNE),
        ("what county is houston tx in", HARRIS),
        ("i live in houston what county is that", HARRIS),
        ("whats the county for orlando florida", ORANGE),
        ("en qué condado está Dallas", DALLAS),
        ("a que condado pertenece miami", MIAMI),
        ("em que condado fica orlando", ORANGE),
        ("c'est quel comté houston", HARRIS),
        ("ki konte miami ye", MIAMI),
        ("orlando nan ki konte", ORANGE),
        ("Dallas thuộc quận nào", DALLAS),
        ("houston o quan nao", HARRIS),
        ("anong county ang houston", HARRIS),
        ("в каком округе находится Хьюстон", HARRIS),
        ("هيوستن في أي مقاطعة", HARRIS),
        ("댈러스는 어느 카운티인가요", DALLAS),
        ("어느 카운티에 휴스턴이 있나요", HARRIS),
        ("댈러스가 어느 군에 있어요", DALLAS),
        ("达拉斯在哪个县", DALLAS),
        ("休斯顿属于哪个县？", HARRIS),
    ],
)
def test_the_county_of_the_town_is_found(text: str, fips: str, gazetteer: Gazetteer) -> None:
    answer = find(text, gazetteer)
    assert [place.fips for place in answer.places] == [fips]


def test_the_in_behind_the_town_is_not_indiana(gazetteer: Gazetteer) -> None:
    answer = find("which county is atlanta in", gazetteer)
    assert answer.outcome is Outcome.ASK
    assert answer.places[0].name == "Fulton County, Georgia"


@pytest.mark.parametrize(
    "text", ["what county am i in", "what county is he in", "which county jail", "que condado es"]
)
def test_without_a_town_there_is_no_place(text: str, gazetteer: Gazetteer) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


def test_other_texts_are_left_as_they_are(gazetteer: Gazetteer) -> None:
    said = ["is", "what", "they", "took", "him", "to", "county", "jail", "in"]
    assert without_county_question(said, gazetteer.vocabulary) == said
