"""Right-to-left texts keep numbers and Latin names in their own order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.direction import END, LEFT_TO_RIGHT, isolated

A, Z = LEFT_TO_RIGHT, END

EXAMPLES = [
    ("اتفاقية 287(g) مع ICE", f"اتفاقية {A}287(g){Z} مع ICE"),
    ("الموقع locator.ice.gov اليوم", f"الموقع {A}locator.ice.gov{Z} اليوم"),
    ("(Notice to Appear)", f"({A}Notice to Appear{Z})"),
    ("اتصل بالرقم 911.", "اتصل بالرقم 911."),
    ("734-555-0100", f"{A}734-555-0100{Z}"),
    ("ICE", "ICE"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_a_latin_run_with_marks_inside_is_isolated(text: str, expected: str) -> None:
    assert isolated(text) == expected


@given(st.text(max_size=200))
def test_isolating_only_adds_marks_and_twice_is_once(text: str) -> None:
    plain = text.replace(A, "").replace(Z, "")
    once = isolated(plain)
    assert once.replace(A, "").replace(Z, "") == plain
    assert once.count(A) == once.count(Z)
    assert isolated(once) == once
