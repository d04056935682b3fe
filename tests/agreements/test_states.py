from __future__ import annotations

import pytest

from bot.agreements.names import Names
from bot.agreements.states import read_state
from bot.places.place import County
from tests.agreements.ground import COUNTIES, NAMES, placed

_MORE = [("DC", "District of Columbia"), ("VI", "U.S. Virgin Islands"), ("MS", "Mississippi")]
_PLACES = [
    County(f"9900{n}", code, name, "A County", "A", "County", 1, 0.0, 0.0)
    for n, (code, name) in enumerate([*_MORE, ("NY", "New York")])
]
WIDER = Names([*COUNTIES, *_PLACES])


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("WASHINGTON DC", "DC"),
        ("CNMI", "MP"),
        ("COMMONWEALTH OF THE NORTHERN MARIANA ISLANDS", "MP"),
        ("VIRGIN ISLANDS", "VI"),
        ("Tenn.", "TN"),
        ("MISS", "MS"),
        ("W VA", "WV"),
        ("State of Tennessee", "TN"),
        ("NEW YORK STATE", "NY"),
    ],
)
def test_other_ways_to_write_a_state_are_read_and_said(printed: str, code: str) -> None:
    assert read_state(printed, WIDER) == (code, (f'state written "{printed}": {code}',))


def test_the_official_name_with_us_needs_no_complaint() -> None:
    assert read_state("U.S. VIRGIN ISLANDS", WIDER) == ("VI", ())


@pytest.mark.parametrize("printed", ["MISSOURI/KANSAS", "CAROLINA", "TBD", ""])
def test_a_cell_that_may_be_two_states_or_none_is_not_guessed(printed: str) -> None:
    code, said = read_state(printed, WIDER)
    assert code == printed
    assert "not known" in said[0]


@pytest.mark.parametrize(
    "printed", ["* link pending", "(see note", "Total (5", "?", "[x", "+1", "{2}", "a(b", "\\"]
)
def test_a_note_in_the_state_cell_is_a_row_to_look_at(printed: str) -> None:
    row = placed(printed, "Nowhere Police Department")
    assert not row.placed
    assert any("is not known" in said for said in row.complaints)


def test_a_body_of_a_state_that_nobody_knows_is_not_placed() -> None:
    row = placed("* see note", "Department of Public Safety", "#N/A", "State Agency")
    assert not row.placed
    assert any(said.startswith("not placed") for said in row.complaints)


@pytest.mark.parametrize("agency", ["", " ", "\u200b", "N/A", "-"])
def test_a_row_without_an_agency_is_nobodys(agency: str) -> None:
    row = placed("ALABAMA", agency, "Franklin County", "County", "WSO")
    assert not row.placed
    assert "not placed: no agency" in row.complaints


def test_characters_that_nobody_sees_are_no_part_of_a_name() -> None:
    row = placed("ALABAMA", "Franklin\u200b County Sheriff's Office\ufeff", "Franklin County")
    assert row.agency == "Franklin County Sheriff's Office"
    assert NAMES.county(row.fips[0]).name == "Franklin County"
