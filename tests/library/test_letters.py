"""A letter that doubles the price of a text is named with the price, unless it has a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.letters import dear_letters
from bot.library.rules import PLAIN, read_rules
from bot.rendering.segments import measure

RULES = read_rules(Path(__file__).parents[2] / "content")
LONG = "The jail may hold a person longer. Ask both lawyers before you pay. "


def complaints(card: str, code: str) -> list[str]:
    found = dear_letters([card], RULES.letters.get(code, PLAIN), measure, 0.0083)
    return [one.what for one in found]


@pytest.mark.parametrize(
    ("letter", "named"),
    [
        ("’", "’ (U+2019, right single quotation mark): write '"),
        ("“", '“ (U+201C, left double quotation mark): write "'),
        ("\u00a0", "(U+00A0, no-break space): write a space"),
        ("—", "— (U+2014, em dash): write -"),
        ("…", "… (U+2026, horizontal ellipsis): write ..."),
        ("á", "á (U+00E1, latin small letter a with acute): write it with plain letters"),
        ("😀", "(U+1F600, grinning face)"),
    ],
)
def test_one_stray_letter_is_named_with_the_price_of_the_text(letter: str, named: str) -> None:
    (what,) = complaints(LONG * 2 + letter, "en")
    assert named in what
    assert "costs 0.0249 USD instead of 0.0083 (3 segments of UCS-2 instead of 1)" in what
    assert "rules/letters.toml" in what


@pytest.mark.parametrize("code", ["en", "ht", "fr", "fil"])
def test_languages_that_plain_letters_carry_may_not_leave_them(code: str) -> None:
    assert complaints("Bonswa œ.", code)


@pytest.mark.parametrize(
    ("code", "card"),
    [
        ("es", "La cárcel está aquí."),
        ("pt-BR", "A prisão não é aqui."),
        ("zh-Hans", "看守所（ICE）。"),
        ("vi", "Nhà tù ở đây…"),
        ("ar", "السجن هنا."),
        ("ko", "구치소예요."),
        ("ru", "Тюрьма - «здесь»."),
    ],
)
def test_letters_with_a_written_reason_pass_and_what_costs_nothing_more(
    code: str, card: str
) -> None:
    assert complaints(card, code) == []


def test_a_curly_quote_in_an_otherwise_plain_spanish_text_is_still_named() -> None:
    assert "U+2019" in complaints("Llame al abogado’.", "es")[0]


def test_each_reason_is_written_down() -> None:
    assert all(len(one.reason) > 20 for one in RULES.letters.values())
