"""Words of everyday life, in any language and alphabet, are no misspelt places."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome


@pytest.mark.parametrize(
    "text",
    [
        "mahami", "muhamy", "akhoy", "rajli", "tarheel", "meimei", "erzi", "jianyu", "jiejie",
        "halla2", "luka", "sursis", "kounya", "danje", "dalaw", "pauwi", "assinei", "boulot",
        "uzhe", "البوليس", "بيصير", "بوليس", "وين", "وهوما", "الغرين كارد", "본드", "코로나",
        "план", "нашу", "трак", "брат на траке ехал забрали", "приложение сбп хоум", "новая",
        "колонии",
    ],
)  # fmt: skip
def test_family_law_and_trucks_are_no_place(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("akhoy Texas", "48"),
        ("khoya California", "06"),
        ("rajli Texas", "48"),
        ("sijn Michigan", "26"),
        ("muzh texas pomogite", "48"),
        ("anh hai Texas", "48"),
        ("laogong texas", "48"),
        ("лоер в Огайо", "39"),
        ("полиция чекпоинт техас", "48"),
        ("мотель в техасе, забрали", "48"),
        ("بوليس تكساس", "48"),
        ("каунти Огайо", "39"),
        ("Bac Carolina", "37"),
    ],
)
def test_beside_a_state_they_leave_the_state(gazetteer: Gazetteer, text: str, state: str) -> None:
    answer = find(text, gazetteer)
    assert [(one.kind, one.fips) for one in answer.places] == [("state", state)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("مقاطعة وين", "26163"),
        ("ли каунти алабама", "01081"),
        ("리 카운티 앨라배마", "01081"),
        ("اورنج كاونتي كاليفورنيا", "06059"),
        ("كوب كاونتي جورجيا", "13067"),
        ("Кобб каунти", "13067"),
        ("Полк каунти флорида", "12105"),
        ("Санкт-Петербург флорида", "12103"),
        ("Райкерс", "36005"),
        ("라이커스", "36005"),
    ],
)
def test_names_beside_a_word_for_a_county_are_names(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    answer = find(text, gazetteer)
    assert wanted in {one.fips[: len(wanted)] for one in answer.places}


@pytest.mark.parametrize("text", ["carolina", "mi esposo esta en carolina", "he is in dakota"])
def test_half_a_states_name_asks_which_of_the_two(gazetteer: Gazetteer, text: str) -> None:
    answer = find(text, gazetteer)
    asked = {one.fips for one in answer.places}
    assert answer.outcome is Outcome.ASK
    assert {"37", "45"} <= asked or {"38", "46"} <= asked


def test_a_name_that_only_one_of_the_two_has_is_found(gazetteer: Gazetteer) -> None:
    assert find("forsyth carolina", gazetteer).places[0].fips == "37067"


@pytest.mark.parametrize(
    "text",
    [
        "my lawyer is in atlanta",
        "el abogado esta en houston",
        "o advogado é de boston",
        "son avocat est a new york",
        "avoka a nan orlando",
        "li te gen jij nan florida",
        "el abogado esta en carolina del norte",
    ],
)
def test_where_the_lawyer_or_the_judge_is_nobody_is_held(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


def test_a_lawyer_is_looked_for_where_she_is_wanted(gazetteer: Gazetteer) -> None:
    assert find("abogado en houston", gazetteer).places[0].fips == "48201"
    assert find("нужен адвокат в Бруклине", gazetteer).places[0].fips == "36047"
