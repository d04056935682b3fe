from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from bot.agreements.dates import day_first, read_date

DAY = date(2025, 3, 19)


@pytest.mark.parametrize("value", [DAY, datetime.fromisoformat("2025-03-19T14:05"), "2025-03-19"])
def test_a_date_needs_no_complaint(value: Any) -> None:
    assert read_date(value) == (DAY, None)


@pytest.mark.parametrize(
    "value",
    [
        "3/19/2025",
        "3/19/25",
        "3-19-2025",
        "19-Mar-25",
        "19 March 2025",
        "March 19, 2025",
        "Mar. 19th, 2025",
        "Mar 19 2025",
        "2025/03/19",
        "2025-03-19 00:00:00",
        "2025-03-19T00:00:00",
        "3/19/2025 12:00:00 AM",
        "3/19/2025*",
        "3/19/2025 14:30",
        "3/19/25 2:30:15 PM",
        "2025-03-19T14:30:00.000",
        45735,
        45735.6,
        "45735",
    ],
)
def test_a_date_typed_in_another_way_is_read_and_said(value: Any) -> None:
    read, said = read_date(value)
    assert read == DAY
    assert said is not None
    assert str(value) in said


@pytest.mark.parametrize(
    "value",
    [
        *("19/03/2025", "03-04-2025", "03-04-25", "2/30/2025", "05/082025", "3/19", "March 2025"),
        *("3/19/2025 - 6/1/2026", "renewed 3/19/2025", "3/I9/2025", "Foo 19, 2025", "3/19/15"),
        *("2025-03-19T00:00:00Z", "2025-03-19T05:00:00+00:00", "3/19/2025 25"),
        *(0, 1, -5, 2025, 20250319, 99999, 99999999, True, "TBD", "45735 (counted from 1904)"),
    ],
)
def test_what_may_be_another_day_is_left_out_and_said(value: Any) -> None:
    read, said = read_date(value)
    assert read is None
    assert said is not None
    assert "left out, not guessed" in said


@pytest.mark.parametrize("value", [None, "", " \xa0"])
def test_an_empty_cell_is_no_fault(value: Any) -> None:
    assert read_date(value) == (None, None)


def test_a_column_with_the_day_first_holds_no_date_that_could_be_two() -> None:
    """One slip among American dates is a slip; many, and the column is of another country."""
    assert day_first(["19/03/2025", "05/04/2025", "31/12/25", "2025-03-19", DAY])
    assert not day_first(["19/03/2025", "3/19/2025", "05/04/2025"])
    assert not day_first([])
    assert read_date("05/04/2025", day_first=True)[0] is None
    assert read_date("5 April 2025", day_first=True)[0] == date(2025, 4, 5)
