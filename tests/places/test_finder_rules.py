"""Examples of the rules within the steps: what makes a word a place, and what unmakes it."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome
from tests.places.test_finder_steps import assert_step


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3oo93 please", "13135"),
        ("mi zip es O7055", "34031"),
        ("cep 0l902 lynn", "25009"),
        ("7 7 0 3 6", "48201"),
        ("zip 1 1368", "36081"),
        ("mi código postal es 331 25", "12086"),
    ],
)
def test_a_zip_may_have_letters_for_digits_and_spaces(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by mistyped zip", text, wanted)


@pytest.mark.parametrize(
    "text",
    ["case no 24-CR-30318", "docket 33125", "apt 90011", "i have 3 kids 1 4 7 and 9", "bond 1O000"],
)
def test_other_numbers_are_no_zip(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("krom detension center", "12086"),
        ("Stewert Detention Center", "13259"),
        ("rikers iland jail", "36005"),
        ("aurora GEO colorado", "08001"),
        ("west valley detention rancho", "06071"),
    ],
)
def test_a_misspelt_jail_is_known(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    answer = find(text, gazetteer)
    codes = [place.fips for place in answer.places]
    assert wanted.strip("?") in codes
    assert (answer.outcome is Outcome.ASK) == wanted.startswith("?")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bufffalo Grove, Illinois", "?17031|17097"),
        ("Elk Grov Village Illinois", "17031"),
        ("soo city iowa", "19193"),
        ("dodge citty ks", "20057"),
        ("jersey citty nj", "34017"),
    ],
)
def test_half_a_misspelt_name_is_not_another_town(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    answer = find(text, gazetteer)
    assert set(wanted.strip("?").split("|")) <= {place.fips for place in answer.places}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("sheriff took him in bad axe mi", "26063"),
        ("galliano la down the bayou", "22057"),
        ("a polícia de Milford Mass parou meu primo", "25027"),
        ("roanoke va dont know if its the city or the county jail", "?51770|51161"),
    ],
)
def test_in_an_english_text_a_foreign_word_behind_a_town_is_its_state(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by name and state", text, wanted)


@pytest.mark.parametrize("text", ["jackson mi esposo", "quiero la fianza", "me va a ayudar"])
def test_elsewhere_it_is_a_word(gazetteer: Gazetteer, text: str) -> None:
    found = find(text, gazetteer).found
    assert (
        found is None
        or found.kind != "county"
        or not found.name.endswith(("Michigan", "Louisiana", "Virginia"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Georgia is 4 yrs old and she keep asking for her daddy",
        "washington said on tv they gonna stop",
        "mi patron don Washington dice que no me preocupe",
        "ma tante Virginia est malade",
        "Anderson e Washington sao irmaos do meu marido",
        "will county employees report us",
        "he was wearing a dallas cowboys hat n blue jeans",
        "hes in a ice detention center now",
        "this is Savannah speaking",
        "he was in Mobile home",
        "I was in the orange truck",
    ],
)
def test_people_governments_teams_and_verbs_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Okeechobee konte", "12093"),
        ("otter tail co", "27111"),
        ("ottawa or kent county michigan not sure which", "?26081|26139"),
        ("condado de marin ocala florida", "12083"),
        ("my brother from Texas is held in Cook County jail", "?17031|48097"),
        ("wayne co has him", "?26163|37191|39169"),
        ("will county jail", "17197"),
        ("will county il", "17197"),
        ("Forsyth ga county", "13117"),
        ("rockingham va county", "51165"),
        ("gwinnettcountyga", "13135"),
        ("dentoncountytexas", "48121"),
        ("mi primo esta en el condado de León Texas", "48289"),
        ("mi primo esta en el condado de León", "?12073|48289"),
        ("lo tienen en el condado de Baca", "?08009|35011"),
        ("esta en el condado de Soto Florida", "12027"),
    ],
)
def test_county_words_stand_where_each_language_puts_them(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by county word", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("greely co", "08123"),
        ("fort colins co", "08069"),
        ("weld co", "08123"),
        ("lawton co", "40031"),
    ],
)
def test_before_co_stands_no_hamlet_of_another_state(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert [place.fips for place in find(text, gazetteer).places] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my mom cleans houses on nantucket and they took her at the ferry", "25019"),
        ("my son was picking apples by wapato and the van never came back", "53077"),
        ("we live in houston but they found him in conroe", "?48201|48339"),
        ("we live in houston but they stopped him in conroe", "48339"),
        ("we live in houston but he is in the conroe jail", "48339"),
        ("we live in hyattsville maryland but they moved him to farmville in virginia", "51147"),
        ("vivimos en denver colorado y lo detuvieron en ogden utah", "49057"),
        ("he is in the jail in hall county, we are from houston", "?13139|48191"),
    ],
)
def test_of_two_towns_the_one_where_somebody_is_held_is_meant_or_both_are_asked_about(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    answer = find(text, gazetteer)
    codes = {place.fips for place in answer.places}
    assert set(wanted.strip("?").split("|")) <= codes
    assert (answer.outcome is Outcome.ASK) == wanted.startswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "ya lo mandaron a nuevo laredo",
        "we are from georgia the country",
        "the lawyer virginia ortiz never calls back",
        "Houston Alvarez, dob 3/14/99",
        "el apellido es ventura",
        "venia tomando una corona nomas",
        "i got a ticket on oxford street",
        "arrested by tyson security",
    ],
)
def test_foreign_towns_people_and_streets_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


def test_the_county_of_a_town_is_no_other_county_misspelt(gazetteer: Gazetteer) -> None:
    text = "he is in Los Lunas county New Mexico"
    assert_step(gazetteer, "by name and state", text, "35061")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lo agarraron en el condado de Colin cerca de Dallas", "48085"),
        ("condado de marikopa", "04013"),
        ("Prince Georgs county", "?24033|51149"),
        ("web county texas", "48479"),
    ],
)
def test_a_misspelt_county_comes_before_the_towns_around_it(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by misspelt county", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("henrico virgina", "51087"),
        ("Elizabet nueva jersy", "34039"),
        ("condado de masón wasinton", "53045"),
        ("patterson new jersy", "34031"),
        ("saline county nebraksa", "31151"),
        ("franklin county alabma", "01059"),
        ("hamblin county tennesee", "47063"),
        ("provo utha", "49049"),
        ("sioux city iwoa", "19193"),
        ("polk county iwoa", "19153"),
    ],
)
def test_a_misspelt_state_behind_a_name_is_one(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    found = find(text, gazetteer).found
    assert found is not None
    assert found.fips == wanted


def test_a_short_word_is_no_misspelt_state_where_the_name_does_not_lie_in_it(
    gazetteer: Gazetteer,
) -> None:
    assert find("houston iwoa", gazetteer).found is None


@pytest.mark.parametrize(("text", "wanted"), [("siler cty nc", "37037"), ("clark cty nv", "32003")])
def test_cty_is_a_county_or_a_city(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert [place.fips for place in find(text, gazetteer).places] == [wanted]


def test_the_name_beside_its_state_comes_before_a_persons(gazetteer: Gazetteer) -> None:
    found = find("Jackson got picked up in Dothan Alabama", gazetteer).found
    assert found is not None
    assert found.fips == "01069"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Atlanta", {"13121", "13089"}),
        ("des moines iowa", {"19153"}),
        ("tyler tx", {"48423"}),
        ("jackson ms", {"28049", "28059", "28121", "28089"}),
    ],
)
def test_a_large_city_is_meant_and_no_small_county_of_its_name(
    gazetteer: Gazetteer, text: str, wanted: set[str]
) -> None:
    assert {place.fips for place in find(text, gazetteer).places} == wanted


def test_a_misspelt_state_says_which_of_several_misspelt_towns(gazetteer: Gazetteer) -> None:
    assert_step(gazetteer, "by misspelt name", "i live dirborn mishigan", "26163")


def test_a_county_that_is_in_no_state_of_the_text_is_meant_all_the_same(
    gazetteer: Gazetteer,
) -> None:
    found = find("he lives in florida but got arrested in gwinnett county", gazetteer).found
    assert found is not None
    assert found.fips == "13135"


def test_a_french_article_is_no_part_of_a_state(gazetteer: Gazetteer) -> None:
    found = find("il est en prison à Columbus dans l'Ohio", gazetteer).found
    assert found is not None
    assert found.fips == "39049"


def test_a_state_word_keeps_a_state_from_being_a_city(gazetteer: Gazetteer) -> None:
    for text in ("брат в штате Вашингтон", "vivo en el estado de Washington"):
        found = find(text, gazetteer).found
        assert found is not None, text
        assert found.name == "Washington"
