"""Each step of the finder with its examples: the step that answers, and what it answers."""

from __future__ import annotations

import pytest

from bot.places.finder import explain, find
from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome, PlaceAnswer

Example = tuple[str, str]
"""A text, and the FIPS code found; "?" and codes for a question that offers at least these."""


def shown(answer: PlaceAnswer) -> str:
    codes = "|".join(place.fips for place in answer.places)
    return f"?{codes}" if answer.outcome is Outcome.ASK else codes


def assert_step(gazetteer: Gazetteer, step: str, text: str, wanted: str) -> None:
    answer = explain(text, gazetteer)
    assert answer.steps[-1].startswith(f"{step}:"), answer.steps
    if wanted.startswith("?"):
        assert answer.outcome is Outcome.ASK
        assert set(wanted[1:].split("|")) <= {place.fips for place in answer.places}
    else:
        assert shown(answer) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("48201", "26163"),
        ("I am in 90011 please help", "06037"),
        ("zip 49201-1234", "26075"),
        ("60007", "17031"),
        ("zip33125", "12086"),
        ("FL33125", "12086"),
        ("33125fl", "12086"),
        ("33125에서 잡혔어요", "12086"),
        ("우편번호90005", "06037"),
    ],
)
def test_a_zip_is_the_surest_sign(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by zip", text, wanted)


def test_a_zip_of_two_counties_asks_when_the_second_has_five_people_in_a_hundred(
    gazetteer: Gazetteer,
) -> None:
    several = next(code for code, counties in gazetteer.zips.items() if "|" in counties)
    answer = find(several, gazetteer)
    assert answer.outcome is Outcome.ASK
    assert [p.fips for p in answer.places] == list(gazetteer.zip_counties(several))[:5]


@pytest.mark.parametrize(("text", "fips"), [("06101", "09003"), ("06011", "09003")])
def test_a_zip_known_by_county_and_by_planning_region_is_one_place(
    gazetteer: Gazetteer, text: str, fips: str
) -> None:
    assert shown(find(text, gazetteer)) == fips


@pytest.mark.parametrize("text", ["bond of $15000", "fianza de 25000 dolares", "A 205123456"])
def test_money_and_longer_numbers_are_no_zip(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "wanted", "kind", "record"),
    [
        ("Krome", "12086", "ice_facility", "ice-krome-north-service-processing-center-fl"),
        ("lo tienen en Krome", "12086", "ice_facility",
         "ice-krome-north-service-processing-center-fl"),
        ("Stewart Detention Center", "13259", "ice_facility", "ice-stewart-detention-center-ga"),
        ("centro de detención de Adelanto", "06071", "ice_facility",
         "ice-adelanto-ice-processing-center-ca"),
        ("Parchman", "28133", "jail", "hifld-10001807"),
        ("Sing Sing", "36119", "jail", "hifld-10003209"),
        ("Plymouth County Correctional Facility", "25023", "ice_facility",
         "ice-plymouth-county-correctional-facility-ma"),
    ],
)  # fmt: skip
def test_jails_and_detention_centres_are_known_by_name(
    gazetteer: Gazetteer, text: str, wanted: str, kind: str, record: str
) -> None:
    assert_step(gazetteer, "by jail name", text, wanted)
    place = find(text, gazetteer).places[0]
    assert (place.matched.kind, place.matched.record) == (kind, record)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("elmwood milpitas", "06085"),
        ("Diamondback Watonga", "40011"),
    ],
)
def test_a_jail_and_its_town_say_which_the_other_is(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by jail and town", text, wanted)


@pytest.mark.parametrize("text", ["washington jackson", "lincoln springfield"])
def test_two_names_of_towns_are_no_jail(gazetteer: Gazetteer, text: str) -> None:
    assert "jail" not in {p.matched.kind for p in find(text, gazetteer).places}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("jackson county michigan", "26075"),
        ("arrestaron a mi esposo en el condado de Jackson Michigan", "26075"),
        ("Washington County", "?41067"),
        ("hola jackson county", "?29095|26075"),
        ("clark county nv", "32003"),
        ("Weld Co., Colorado", "08123"),
        ("weld co", "08123"),
        ("bond county", "17005"),
        ("Orleans Parish", "22071"),
        ("clarkcounty nv", "32003"),
        ("quận Harris Texas", "48201"),
        ("konte Broward", "12011"),
        ("округ Кук Иллинойс", "17031"),
        ("哈里斯县 德州", "48201"),
        ("richmond county va", "51159"),
        ("Sta. Clara county", "06085"),
    ],
)
def test_a_county_word_makes_a_county(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by county word", text, wanted)


def test_co_alone_may_be_colorado_or_county_and_asks_colorado_first(gazetteer: Gazetteer) -> None:
    answer = find("adams co", gazetteer)
    assert answer.outcome is Outcome.ASK
    assert answer.places[0].name == "Adams County, Colorado"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("jackson mi", "26075"),
        ("Taylor, Michigan", "26163"),
        ("bond il", "17005"),
        ("Richmond VA", "?51760|51159"),
        ("jackson ms", "?28049|28059"),
        ("portland maine", "23005"),
        ("california pa", "42125"),
        ("Houston TX", "48201"),
        ("jackson mi please", "26075"),
        ("flint mi por favor", "26049"),
        ("detroit mi thanks", "26163"),
    ],
)
def test_a_state_beside_a_name_says_which(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by name and state", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("miami-dade", "12086"),
        ("miamidade", "12086"),
        ("Baltimore", "?24510|24005"),
        ("Baltimore city", "24510"),
        ("St. Louis", "?29510|29189"),
        ("Bakersfield", "06029"),
        ("hola Chicago", "17031"),
        ("Springfield", "?29077|25013|17167"),
        ("Brooklyn", "36047"),
        ("DMV", "?11001|24031"),
    ],
)
def test_a_name_may_be_the_whole_text(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by name alone", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mi hermano está en la cárcel de Houston", "48201"),
        ("chồng tôi bị bắt ở Houston", "48201"),
        ("we live in phoenix", "04013"),
        ("我丈夫在芝加哥被捕了", "17031"),
    ],
)
def test_a_sentence_may_name_a_place(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by name in sentence", text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("jakson mi", "26075"),
        ("Bekersfil", "06029"),
        ("Frezno", "06019"),
        ("Jilsboro", "?12057|33011"),
        ("Albukerke", "35001"),
        ("Milwoki", "55079"),
    ],
)
def test_a_misspelt_name_is_put_right_and_marked(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by misspelt name", text, wanted)
    assert all(place.matched.fuzzy for place in find(text, gazetteer).places)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("michigan", "26"),
        ("vivo en Florida", "12"),
        ("tx", "48"),
        ("텍사스", "48"),
        ("DC", "11001"),
    ],
)
def test_a_state_alone_is_a_state(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert shown(find(text, gazetteer)) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("tennesee", "47"), ("Masachusets", "25")])
def test_a_misspelt_state_is_a_state(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert_step(gazetteer, "by misspelt state", text, wanted)


@pytest.mark.parametrize(
    "text",
    ["what is a detainer", "how do I stop a deportation", "hola", "gracias", "lawyer", "help",
     "my husband was arrested last night", "1", "more", "quiero morir", "bond", "lake", "union",
     "my cousin Jackson", "Orange is the color", "in", "or", "me", "ok", "hi", "la", "en la mesa",
     "soy de México", "county jail", "la cárcel", "👍", "", "   "],
)  # fmt: skip
def test_other_words_are_no_place(gazetteer: Gazetteer, text: str) -> None:
    answer = find(text, gazetteer)
    assert (answer.outcome, answer.explicit) == (Outcome.NONE, False)


@pytest.mark.parametrize(
    ("text", "explicit", "rest"),
    [
        ("what is bond in jackson county mi", True, "what is bond"),
        ("detainer in cook county illinois", True, "detainer"),
        ("lawyer in Denver", False, "lawyer"),
        ("48201 help", True, "help"),
        ("bond", False, "bond"),
    ],
)
def test_the_rest_of_the_text_is_handed_back(
    gazetteer: Gazetteer, text: str, explicit: bool, rest: str
) -> None:
    answer = find(text, gazetteer)
    assert (answer.explicit, answer.rest) == (explicit, rest)


def test_the_senders_state_only_orders_the_choices(gazetteer: Gazetteer) -> None:
    plain = find("Washington County", gazetteer)
    hinted = find("Washington County", gazetteer, hint_state="PA")
    assert hinted.outcome is plain.outcome is Outcome.ASK
    assert hinted.places[0].fips == "42125"
    assert find("lawyer", gazetteer, hint_state="PA").outcome is Outcome.NONE
    assert find("jackson mi", gazetteer, hint_state="OH").places[0].fips == "26075"


def test_a_question_offers_five_places_at_most(gazetteer: Gazetteer) -> None:
    assert len(find("Jackson", gazetteer).places) == 5


def test_the_steps_tell_an_advocate_what_was_heard_and_why(gazetteer: Gazetteer) -> None:
    steps = explain("jakson county michigan", gazetteer).steps
    assert steps[0] == ("heard: states: michigan = MI (name); names: michigan (6 meanings)")
    assert "by a corrected spelling: 26075 Jackson County, Michigan" in steps[-1]


@pytest.mark.parametrize(
    "text", ["detention center", "Processing Center", "the correctional complex", "city jail"]
)
def test_words_of_any_jail_are_no_town(gazetteer: Gazetteer, text: str) -> None:
    assert find(text, gazetteer).outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Buenas tardes quiero saber si la policia de Las Vegas llama a migracion", "32003"),
        ("la carcel de las vegas no contesta el telefono", "32003"),
    ],
)
def test_a_famous_city_of_everyday_words_is_meant_beside_its_police_or_jail(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert_step(gazetteer, "by name in sentence", text, wanted)
