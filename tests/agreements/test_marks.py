from __future__ import annotations

import pytest

from bot.agreements.marks import about_other_column, mark_in, without_mark
from tests.agreements.ground import placed

FRANKLIN = "Franklin County Sheriff's Office"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (f"{FRANKLIN} - TERMINATED", "TERMINATED"),
        (f"{FRANKLIN} (terminated)", "terminated"),
        (f"{FRANKLIN} *Suspended*", "Suspended"),
        (f"{FRANKLIN} - no longer participating", "no longer participating"),
        (f"{FRANKLIN} [withdrawn 9/1/2026]", "withdrawn"),
        (f"{FRANKLIN}, rescinded by county 8/2026", "rescinded"),
        (f"{FRANKLIN} (PENDING)", "PENDING"),
        (f"TERMINATED 9/1/2026 - {FRANKLIN}", "TERMINATED"),
    ],
)
def test_an_ended_agreement_is_said_and_its_word_is_no_part_of_the_name(
    printed: str, word: str
) -> None:
    row = placed("ALABAMA", printed, "Franklin County", model="WSO")
    assert row.agency == FRANKLIN
    assert row.fips == ("01059",), "only a person takes an agreement off"
    assert f"the agency cell says {word}: look at it" in row.complaints


def test_an_end_in_the_type_county_or_model_is_said_too() -> None:
    row = placed("ALABAMA", FRANKLIN, "Franklin County (ended)", "Terminated", "WSO - Suspended")
    assert (row.fips, row.model) == (("01059",), "WSO")
    said = " | ".join(row.complaints)
    for name in ("type cell says Terminated", "county cell says ended", "support type cell says"):
        assert name in said


@pytest.mark.parametrize(
    "plain", ["link pending", "link\xa0pending ", "Amended", "Bend Police Department", "Foo (new)"]
)
def test_usual_words_are_no_end(plain: str) -> None:
    assert mark_in(plain) is None
    assert without_mark(plain) == plain


@pytest.mark.parametrize(
    ("header", "text", "spoken"),
    [
        ("STATUS", "Terminated", True),
        ("STATUS", "Active", False),
        ("TERMINATED", "2026-10-01", True),
        ("TERMINATED", "No", False),
        ("", "reviewer: TERMINATED 9/2026", True),
        ("FIELD OFFICE", "Dallas", False),
    ],
)
def test_a_column_that_we_do_not_know_is_heard_where_it_speaks_of_an_end(
    header: str, text: str, spoken: bool
) -> None:
    assert bool(about_other_column(header, text)) is spoken
