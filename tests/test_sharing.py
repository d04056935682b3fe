"""What is shared says the same, in less memory."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from bot.sharing import shared

PLAIN = st.one_of(
    st.text("aб拘\ud800", max_size=3), st.floats(allow_nan=False), st.integers(), st.booleans()
)
WHOLE = st.recursive(
    PLAIN,
    lambda each: st.one_of(
        st.lists(each), st.tuples(each, each), st.dictionaries(st.text("ab", max_size=2), each)
    ),
)


def other(text: str) -> str:
    """The same text as another object, as reading it from another file makes it."""
    return (text + " ")[:-1]


@given(WHOLE)
def test_nothing_is_another(whole: object) -> None:
    """``repr`` tells a true from a one and a zero from a minus zero."""
    assert repr(shared(whole)) == repr(whole)


def test_equal_words_numbers_and_rows_are_one() -> None:
    word, number = "Jackson County", 0.25
    again, same_number = other(word), 0.5 / 2
    assert again is not word
    found = shared([word, number, [(word, number)], again, same_number, [(again, same_number)]])
    assert found[0] is found[3]
    assert found[1] is found[4]
    assert found[2][0] is found[5][0]  # type: ignore[index]
    assert found[2][0][0] is found[0]  # type: ignore[index]


def test_what_is_kept_of_it_is_smaller() -> None:
    whole = [other("a long name of a county") for _ in range(100)]
    assert len(pickle.dumps(shared(whole))) * 5 < len(pickle.dumps(whole))
