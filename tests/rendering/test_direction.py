"""Right-to-left texts keep numbers and Latin names in their own order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.direction import END, LEFT_TO_RIGHT, RIGHT_TO_LEFT_MARK, isolated

A, Z = LEFT_TO_RIGHT, END

EXAMPLES = [
    ("اتفاقية 287(g) مع ICE", f"اتفاقية {A}287(g){Z} مع ICE"),
    ("الموقع locator.ice.gov اليوم", f"الموقع {A}locator.ice.gov{Z} اليوم"),
    ("(Notice to Appear)", f"({A}Notice to Appear{Z})"),
    ("اتصل بالرقم 911.", "اتصل بالرقم 911."),
    ("734-555-0100", f"{A}734-555-0100{Z}"),
    ("Sheriff, WSO, 24 يوليو", f"{A}Sheriff, WSO{Z}, 24 يوليو"),
    ("Detroit في ميشيغان", f"{RIGHT_TO_LEFT_MARK}Detroit في ميشيغان"),
    ("ICE", "ICE"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_a_latin_run_with_marks_inside_is_isolated(text: str, expected: str) -> None:
    assert isolated(text) == expected


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in (A, Z, RIGHT_TO_LEFT_MARK))


@given(st.text(max_size=200))
def test_isolating_only_adds_marks_and_twice_is_once(text: str) -> None:
    plain = bare(text)
    once = isolated(plain)
    assert bare(once) == plain
    assert once.count(A) == once.count(Z)
    assert isolated(once) == once
