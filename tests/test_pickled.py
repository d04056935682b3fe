"""What is kept as bytes says the same when it is read, in less memory."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pickled import pickled, shared

PLAIN = st.one_of(
    st.text("aб拘\ud800", max_size=3),
    st.floats(allow_nan=False),
    st.dates(),
    st.integers(),
    st.booleans(),
)
WHOLE = st.recursive(
    PLAIN,
    lambda each: st.one_of(
        st.lists(each), st.tuples(each, each), st.dictionaries(st.text("ab", max_size=2), each)
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """As nearly all that a server knows."""

    name: str
    rest: object = ()


@dataclass(frozen=True, slots=True)
class Working:
    """Calling it again would do its work twice."""

    name: str
    done: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "done", self.done + 1)
        object.__setattr__(self, "name", f"{self.name} County")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """It takes no call by order."""

    name: str


def other(text: str) -> str:
    """The same text as another object, as reading it from another file makes it."""
    return (text + " ")[:-1]


def again(whole: object) -> object:
    found: object = pickle.loads(pickled(whole))  # noqa: S301 (our own)
    return found


@pytest.mark.parametrize("kept", [shared, again])
@given(WHOLE)
def test_nothing_is_another(kept: Callable[[object], object], whole: object) -> None:
    """``repr`` tells a true from a one and a zero from a minus zero."""
    assert repr(kept([whole, Row("Jackson", whole)])) == repr([whole, Row("Jackson", whole)])


@pytest.mark.parametrize("kept", [shared, again])
def test_a_row_that_no_plain_call_makes_again_is_the_same_too(
    kept: Callable[[object], object],
) -> None:
    whole = [Working("Cook"), Named(name="Cook"), Row("Cook", Row("Cook"))]
    assert repr(kept(whole)) == repr(whole)


def test_a_row_is_kept_without_the_names_of_its_fields() -> None:
    assert b"rest" not in pickled(Row("Jackson"))


def test_equal_words_numbers_and_rows_are_one() -> None:
    word, number = "Jackson County", 0.25
    copy, same_number = other(word), 0.5 / 2
    assert copy is not word
    found = shared([word, number, [(word, number)], copy, same_number, [(copy, same_number)]])
    assert found[0] is found[3]
    assert found[1] is found[4]
    assert found[2][0] is found[5][0]  # type: ignore[index]
    assert found[2][0][0] is found[0]  # type: ignore[index]


def test_equal_days_are_one() -> None:
    found = shared([date(2026, 7, 24), [date(2026, 7, 24)]])
    assert found[0] is found[1][0]  # type: ignore[index]


def test_what_is_kept_of_it_is_smaller() -> None:
    whole = [other("a long name of a county") for _ in range(100)]
    assert len(pickle.dumps(shared(whole))) * 5 < len(pickle.dumps(whole))
