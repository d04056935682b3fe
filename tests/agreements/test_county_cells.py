"""County cells that list several counties, or speak of another state than their row."""

from __future__ import annotations

import pytest

from bot.agreements.agreement import Scope
from tests.agreements.ground import placed


@pytest.mark.parametrize(
    ("state", "cell", "fips"),
    [
        ("FL", "Duval/Lake", ("12031", "12069")),
        ("FL", "Duval, Lake and Pasco Counties", ("12031", "12069", "12101")),
        ("FL", "Miami-Dade County & Duval County", ("12086", "12031")),
        ("FL", "Counties of Duval; Lake", ("12031", "12069")),
        ("FL", "Duval County (and Lake)", ("12031", "12069")),
        ("VA", "Roanoke County, Roanoke city", ("51161", "51770")),
        ("LA", "Acadia, St Landry Parishes", ("22001", "22097")),
    ],
)
def test_a_cell_that_lists_counties_stands_for_each(
    state: str, cell: str, fips: tuple[str, ...]
) -> None:
    found = placed(state, "Highland Ridge Police Department", cell)
    assert (found.fips, found.scope) == (fips, Scope.MUNICIPAL)
    assert "names several" in found.complaints[0]
    jail = placed(state, "Highland Ridge Detention Center", cell, "County", "WSO")
    assert (jail.fips, jail.scope) == (fips, Scope.REGIONAL)


def test_of_a_list_of_counties_what_is_none_is_said() -> None:
    found = placed("FL", "Highland Ridge Police Department", "Duval, Lake, parts of Clya")
    assert found.fips == ("12031", "12069")
    assert '"parts of Clya" in the county cell is none' in found.complaints[1]
    own = placed("FL", "Duval County Sheriff's Office", "Lake/Duval", "County")
    assert own.fips == ("12031",)
    assert "names several" in own.complaints[0]


@pytest.mark.parametrize("cell", ["Marion County, Texas", "Franklin County (AL)", "Duval, FL"])
def test_a_county_cell_that_names_another_state_waits_for_a_person(cell: str) -> None:
    agency = f"{cell.split(maxsplit=1)[0].strip(',')} County Sheriff's Office"
    found = placed("GA", agency, cell, "County", "WSO")
    assert not found.placed
    assert "which is right?" in found.complaints[-1]


def test_a_county_cell_that_names_its_own_state_is_read() -> None:
    for cell in ("Franklin County, Alabama", "Franklin (AL)", "Franklin, Co."):
        assert placed("AL", "Some Sheriff's Office", cell, "County").fips == ("01059",)
