"""Examples of what makes a town of a name, or a county, and of what unmakes either."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("s. lake tahoe", "06017"),
        ("arrested in N Las Vegas", "32003"),
        ("E. St Louis il", "17163"),
    ],
)
def test_a_direction_may_be_one_letter(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    answer = find(text, gazetteer)
    assert [place.fips for place in answer.places] == [wanted]


def test_elsewhere_a_letter_is_a_word(gazetteer: Gazetteer) -> None:
    assert find("o nome dele e Washington da Silva", gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("el condado de Colin cerca de Dallas", "48085"),
        ("Ontario oregon, malhur county", "41045"),
        ("comté d'Allegheny Pennsylvanie", "42003"),
        ("misisipi condado de escot", "28123"),
        ("동생이 시카고 근처 레이크 카운티 일리노이 감옥에 있습니다", "17097"),
        ("dalton police department ga has my son", "13313"),
        ("남편이 Annandale VA 에서 체포됐어요", "51059"),
        ("misuri, condado de san luis", "29189"),
        ("washitaw parish louisiana", "22073"),
        ("ele foi pra Plymouth, cadeia do condado MA", "25023"),
        ("luisvil kentoki", "21111"),
        ("they took him at our apt, zip 48201", "26163"),
    ],
)
def test_what_stands_beside_a_name_says_what_it_is(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    found = find(text, gazetteer).found
    assert found is not None
    assert found.fips == wanted


@pytest.mark.parametrize(
    "text",
    [
        "hes from san pedro sula",
        "we came from Santa Ana in el salvador",
        "somos de Toledo en españa",
        "su pueblo es san marcos, guatemala",
        "mi suegra, doña Florida, esta muy mal",
        "san jose bendito ayudanos",
        "she was eating kentucky fried chicken in the car",
        "arizona cardinals fan",
    ],
)
def test_foreign_towns_saints_ladies_and_brands_are_no_county(
    gazetteer: Gazetteer, text: str
) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


def test_a_town_may_be_introduced(gazetteer: Gazetteer) -> None:
    answer = find("esta en la carcel de un pueblo que se llama Postville en Iowa", gazetteer)
    assert answer.places[0].fips == "19005"
    assert find("my cousin named Jackson", gazetteer).outcome is Outcome.NONE


def test_a_county_of_another_name_in_spanish_is_no_neighbourhood(gazetteer: Gazetteer) -> None:
    assert find("condado san juan", gazetteer).outcome is Outcome.ASK


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("lumpkin georgia", {"13187", "13259"}),  # Stewart's detention centre is in the town
        ("newton ga", {"13217", "13007"}),
        ("washington va", {"51191", "51157"}),
        ("hyannis", {"25001"}),  # the one in Nebraska has a jail, but is in another state
        ("represa ca", {"06067"}),  # no town of the Census: the address of Folsom's prisons
        ("philipsburg pa", {"42027", "42033"}),
    ],
)
def test_a_town_with_a_jail_is_asked_about_beside_a_county_of_its_name(
    gazetteer: Gazetteer, text: str, codes: set[str]
) -> None:
    assert {place.fips for place in find(text, gazetteer).places} == codes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lo tienen en el adelando", "06071"),
        ("mon cousin est à pine prérie en Louisiane", "22039"),
        ("delre bich florida", "12099"),
        ("lusvil kentoqui", "21111"),
    ],
)
def test_misspelt_names_stand_behind_articles_and_before_in(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    found = find(text, gazetteer).found
    assert found is not None
    assert found.fips == wanted
