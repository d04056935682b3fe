"""A place that is denied is not meant."""

from __future__ import annotations

import pytest

from bot.places.denial import without_denied
from bot.places.gazetteer import read_gazetteer

GAZETTEER = read_gazetteer()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("not maricopa county, pinal", "pinal"),
        ("he is not in dallas tx he is in plano", "he is he is in plano"),
        ("not colorado springs", ""),
        ("no es dallas", ""),
        ("не Даллас", ""),
        ("不是达拉斯", ""),
        ("maricopa county", None),
        ("no pinal county", None),
        ("not sure", None),
        ("dallas not far from here", None),
    ],
)
def test_what_is_left_of_a_text_without_the_place_that_it_denies(
    text: str, left: str | None
) -> None:
    assert without_denied(text, GAZETTEER) == left
