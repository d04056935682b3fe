"""One spelling for all the ways of typing a text."""

from __future__ import annotations

import pytest

from bot.places.fold import fold, key, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  SAN   JOSÉ, Calif. ", "san jose calif"),
        ("O'Brien County", "obrien county"),
        ("Prince George’s", "prince georges"),
        ("Miami-Dade", "miami dade"),
        ("N.Y.", "ny"),
        ("D.C.", "dc"),
        ("Doña Ana", "dona ana"),
        ("Utqiaġvik", "utqiagvik"),
        ("Đà Nẵng", "da nang"),
        ("Mayagüez", "mayaguez"),
        ("King & Queen", "king and queen"),
        ("４８２０１", "48201"),
        ("٤٨٢٠١", "48201"),
        ("أنجلوس", "انجلوس"),
        ("САН-ФРАНЦИСКО", "сан франциско"),
        ("로스앤젤레스", "로스앤젤레스"),
        ("洛杉矶", "洛杉矶"),
        ("", ""),
        ("!?…", ""),
    ],
)
def test_a_text_has_one_folded_form(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_saint_and_mount_have_one_form_in_names() -> None:
    assert words("Saint Louis") == words("St. Louis") == ["st", "louis"]
    assert words("Mount Vernon") == words("Mt Vernon")
    assert words("Fort Bend") == words("Ft. Bend")


def test_names_are_filed_without_spaces() -> None:
    assert key("De Soto") == key("DeSoto") == key("de-soto") == "desoto"
