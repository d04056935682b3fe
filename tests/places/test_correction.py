"""A place that is denied is not meant; the one that is named instead is."""

from __future__ import annotations

import pytest

from bot.places.correction import correction
from bot.places.gazetteer import read_gazetteer

GAZETTEER = read_gazetteer()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("not maricopa county, pinal", "pinal"),
        ("he is not in dallas tx he is in plano", "he is he is in plano"),
        ("not colorado springs", ""),
        ("not Portland Maine, Portland Oregon", "portland oregon"),
        ("Not 77036, it is 75211", "it is 75211"),
        ("no es dallas", ""),
        ("не Даллас", ""),
        ("不是达拉斯", ""),
        ("캘리포니아 말고 플로리다", "florida"),
        ("캘리포니아가 아니라 플로리다예요", "florida"),
        ("不在加州，在佛罗里达", "在 florida"),
        ("加州不对，佛罗里达", "florida"),
        ("مو كاليفورنيا، فلوريدا", "florida"),
        ("không ở California, ở Florida", "tai florida"),
        ("di California, Florida", "florida"),
        ("не вашингтон, невада", "nevada"),
        ("no california florida", "florida"),
        ("aurora no, elgin", "elgin"),
        ("Memphis i mean Nashville", "nashville"),
        ("Memphis, I mean Nashville", "nashville"),
        ("en Dallas digo Plano", "en plano"),
    ],
)
def test_what_is_left_of_a_text_without_the_place_that_it_denies(text: str, left: str) -> None:
    found = correction(text, GAZETTEER)
    assert found
    assert found.denied
    assert found.left == left


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no, en Palmdale", "en palmdale"),
        ("no es Cobb es Gwinnett", "gwinnett"),
        ("no i meant gwinnett", "gwinnett"),
        ("errei, é Marlborough", "marlborough"),
        ("me equivoque, es Fulton", "fulton"),
        ("mwen twonpe m, se Orlando", "orlando"),
        ("hindi, washington pala", "washington"),
        ("ой, орландо", "orlando"),
        ("打错了 是奥兰多", "orlando"),
        ("아니 올랜도", "orlando"),
        ("no florida", "florida"),
        ("休斯顿 不是，西雅图", "seattle"),
    ],
)
def test_what_is_named_instead(text: str, named: str) -> None:
    found = correction(text, GAZETTEER)
    assert found
    assert found.named == named


@pytest.mark.parametrize(
    "text",
    [
        "maricopa county",
        "dallas",
        "not sure",
        "dallas not far from here",
        "pinal county az",
        "he is in dallas i mean he was arrested",
    ],
)
def test_other_texts_deny_nothing(text: str) -> None:
    found = correction(text, GAZETTEER)
    assert found is None or not found.denied
