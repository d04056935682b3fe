"""How far a written name is from the one that is meant, against the rule written out plainly."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.phonemes import apart
from bot.places.slips import ANY, BESIDE, DOUBLED, FIRST, NOWHERE, SWAPPED, VOWEL, slips

LETTERS = st.text("aeioubcdhlnrstw", max_size=9)


@cache
def plainly(said: str, meant: str) -> float:
    """The cheapest way, tried out from the end."""
    if not said and not meant:
        return 0.0
    ways = []
    if said:
        ways.append(plainly(said[:-1], meant) + lost(said))
    if meant:
        ways.append(plainly(said, meant[:-1]) + lost(meant))
    if said and meant:
        ways.append(plainly(said[:-1], meant[:-1]) + changed(said, meant))
    if said[-2:] == meant[-2:][::-1] and len(said) > 1 and len(meant) > 1 and said[-1] != meant[-1]:
        ways.append(plainly(said[:-2], meant[:-2]) + SWAPPED)
    return min(ways)


def lost(name: str) -> float:
    if len(name) == 1:
        return ANY + FIRST
    return DOUBLED if name[-1] == name[-2] else VOWEL if name[-1] in "aeiouy" else ANY


def changed(said: str, meant: str) -> float:
    a, b = said[-1], meant[-1]
    if a == b:
        return 0.0
    first = FIRST if len(said) == len(meant) == 1 else 0.0
    if a in "aeiouy" and b in "aeiouy":
        return VOWEL + first
    return first + slips("k" + a, "k" + b)  # the table of keys is looked at below


@given(LETTERS, LETTERS)
def test_it_is_the_cheapest_way(said: str, meant: str) -> None:
    assert slips(said, meant) == pytest.approx(plainly(said, meant))


@given(LETTERS, LETTERS, st.floats(0, 4))
def test_what_is_not_reckoned_to_its_end_is_too_far(said: str, meant: str, most: float) -> None:
    whole, cut = slips(said, meant), slips(said, meant, most)
    assert cut == pytest.approx(whole) or (cut == NOWHERE and whole > most)


@given(LETTERS, LETTERS, st.floats(0, 4))
def test_nor_is_a_sound_that_is_too_far_apart(said: str, meant: str, most: float) -> None:
    whole, cut = apart(said, meant), apart(said, meant, most=most)
    assert cut == pytest.approx(whole) or (cut == NOWHERE and whole > most)


@pytest.mark.parametrize(
    ("said", "meant", "cost"),
    [
        ("", "", 0.0),
        ("", "a", ANY + FIRST),
        ("kr", "kt", BESIDE),
        ("kq", "kp", ANY),
        ("ka", "ko", VOWEL),
        ("houstonn", "houston", DOUBLED),
    ],
)
def test_slips_of_thumbs_and_ears_weigh_less(said: str, meant: str, cost: float) -> None:
    assert slips(said, meant) == pytest.approx(cost)
