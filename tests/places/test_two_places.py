"""Two places in a text, two letters that are a word, and a city that is also ICE's."""

from __future__ import annotations

import pytest

from bot.places.finder import find
from bot.places.gazetteer import read_gazetteer
from bot.places.place import MatchKind

GAZETTEER = read_gazetteer()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("we live in austin but he was arrested in laredo", "48479"),
        ("he was arrested in laredo but we live in austin", "48479"),
        ("vivimos en dalton georgia pero lo agarraron en chattanooga", "47065"),
        ("мы живём в Чикаго, а мужа задержали в Гэри, Индиана", "18089"),
        ("nhà tôi ở San Jose mà chồng tôi bị bắt ở Stockton hôm qua", "06077"),
        ("taga Daly City kami pero nahuli siya sa Reno", "32031"),
        ("nou rete miami men yo arete l orlando", "12095"),
        ("i live in houston and my husband was arrested", "48201"),
        ("vivo en houston arrestaron a mi esposo", "48201"),
        ("I am in Boston, my brother was detained in Framingham", "25017"),
        ("we're in Seattle but he is held in Tacoma", "53053"),
        ("stopped on the highway in Waco, we are from Houston", "48309"),
        ("그는 로스앤젤레스에 살지만 샌디에고에서 체포됐어요", "06073"),
        ("هو يعيش في ديترويت لكن اعتقلوه في شيكاغو", "17031"),
        ("I'm in Houston, my husband is held in Harris county jail", "48201"),
        ("we live in Houston, he was arrested in Harris county", "48201"),
        ("estoy en la carcel de Houston, me arrestaron en Conroe", "48201"),
        ("i am in houston", "48201"),
        ("i am in houston and my husband was arrested", "48201"),
        ("i am in krome, arrested in orlando", "12086"),
        ("he was moved from harris county tx to cobb county ga", "13067"),
    ],
)
def test_the_jail_is_where_the_arrest_was_not_where_people_live(text: str, wanted: str) -> None:
    assert [place.fips for place in find(text, GAZETTEER).places] == [wanted]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("he is in cobb or fulton i dont know", ["13067", "13121"]),
        ("cobb and gwinnett counties", ["13135", "13067"]),
        ("i am in harris county jail, arrested in conroe", ["48201", "13145"]),
        ("harris county tx and dallas county tx", ["48201", "48113"]),
        ("middlesex county new york", ["36123", "25017"]),
        ("my son is in LA jail", ["06037", "22"]),
        ("LA에서 잡혔어요", ["06037", "22"]),
        ("OPP", ["01039", "22071"]),
        ("del 60505 al 60629", ["17089", "17031"]),
        ("I wrote 30501 but it is 30720", ["13139", "13313"]),
    ],
)
def test_of_two_that_may_be_meant_both_are_asked_about(text: str, first: list[str]) -> None:
    assert [place.fips for place in find(text, GAZETTEER).places][:2] == first


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("meu filho esta em Auburn, me ajuda por favor", "23"),
        ("esta en monroe la carcel no contesta", "22"),
        ("he is in Salem, ma is crying", "25"),
        ("la police a arrêté mon frère à Houston, il est en prison", "17"),
        ("he is in Springfield, or somewhere near", "41"),
    ],
)
def test_a_word_of_two_letters_is_no_state_before_the_word_it_belongs_to(
    text: str, state: str
) -> None:
    places = find(text, GAZETTEER).places
    assert places
    assert not places[0].fips.startswith(state)


@pytest.mark.parametrize("text", ["monroe la jail", "portland me", "lake charles la please"])
def test_behind_a_name_two_letters_are_the_state(text: str) -> None:
    assert find(text, GAZETTEER).found


@pytest.mark.parametrize(
    "text",
    [
        "I am in Houston, ICE is at my door",
        "我在休斯顿，ICE在敲门",
        "tulsa ICE",
    ],
)
def test_a_city_beside_the_word_ice_is_no_detention_centre(text: str) -> None:
    found = find(text, GAZETTEER).found
    assert found
    assert found.matched.kind is MatchKind.CITY


@pytest.mark.parametrize("text", ["eloy ice", "houston ice detention center"])
def test_ice_s_own_centres_are_known_by_their_names(text: str) -> None:
    found = find(text, GAZETTEER).found
    assert found
    assert found.matched.kind is MatchKind.ICE_FACILITY


@pytest.mark.parametrize("text", ["fort bend", "he is in fort bend", "ở Houston", "o seattle"])
def test_a_name_of_everyday_words_or_behind_vietnamese_in_is_a_place(text: str) -> None:
    assert find(text, GAZETTEER).found
