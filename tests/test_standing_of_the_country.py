"""The standing of every county on ICE's real list: who is where, and nobody is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bot.agreements.agreement import AgencyKind, Agreement
from bot.agreements.roster import read_roster
from bot.custody.tables import read_custody
from bot.places.gazetteer import read_gazetteer
from bot.standing import Standing, standing


@pytest.fixture(scope="module")
def country() -> Mapping[str, Standing]:
    roster, run_by = read_roster(), read_custody()
    counties = read_gazetteer().counties
    return {fips: standing(county, roster, run_by) for fips, county in counties.items()}


def agencies(found: Standing, group: str) -> list[tuple[str, str]]:
    return [(entry.agency, entry.model) for entry in getattr(found, group)]


def test_jackson_michigan_has_the_sheriff_s_wso_of_march_2025(
    country: Mapping[str, Standing],
) -> None:
    (entry,) = country["26075"].jail
    assert (entry.agency, entry.model) == ("Jackson County Sheriff's Office", "WSO")
    assert entry.signed == date(2025, 3, 19)
    assert entry.runs_jail is True


def test_washtenaw_michigan_has_nothing_on_the_list(country: Mapping[str, Standing]) -> None:
    found = country["26161"]
    assert found.jail == found.street == found.local == found.statewide == ()


def test_taylor_is_a_city_in_wayne_michigan_whose_jail_is_not_listed(
    country: Mapping[str, Standing],
) -> None:
    found = country["26163"]
    assert found.jail == found.street == ()
    assert agencies(found, "local") == [("Taylor Police Department", "TFM")]


def test_genesee_michigan_shows_a_body_that_left(country: Mapping[str, Standing]) -> None:
    found = country["26049"]
    assert found.jail == ()
    assert agencies(found, "left") == [("Metro Police Authority of Genesee County", "TFM")]


@pytest.mark.parametrize(
    ("state", "agency"),
    [
        ("AK", "Alaska Department of Corrections"),
        ("WV", "West Virginia Division of Corrections and Rehabilitation"),
    ],
)
def test_where_the_state_runs_the_jails_its_wso_is_every_county_s(
    country: Mapping[str, Standing], state: str, agency: str
) -> None:
    here = [found for found in country.values() if found.county.state == state]
    assert len(here) >= 30
    for found in here:
        assert [(e.agency, e.model, e.runs_jail) for e in found.jail] == [(agency, "WSO", True)]
        assert agency not in {entry.agency for entry in found.statewide}


def test_miami_dade_keeps_jail_street_cities_and_state_apart(
    country: Mapping[str, Standing],
) -> None:
    found = country["12086"]
    assert agencies(found, "jail") == [("Miami-Dade Corrections and Rehabilitation", "WSO")]
    assert agencies(found, "street") == [("Miami-Dade Sheriff's Office", "TFM")]
    assert ("Doral Police Department", "TFM") in agencies(found, "local")
    assert ("Florida Department of Law Enforcement", "TFM") in agencies(found, "statewide")


def test_clark_nevada_s_jail_is_the_metropolitan_police_s(country: Mapping[str, Standing]) -> None:
    (entry,) = country["32003"].jail
    assert (entry.agency, entry.model) == ("Las Vegas Metropolitan Police Department", "WSO")
    assert entry.runs_jail is True


def test_a_regional_jail_stands_in_each_member_and_doubtfully_in_bristol(
    country: Mapping[str, Standing],
) -> None:
    authority = "Southwest Virginia Regional Jail Authority"
    runs = {
        fips: entry.runs_jail
        for fips, found in country.items()
        for entry in found.jail
        if entry.agency == authority
    }
    assert len(runs) == 11
    assert runs["51191"] is True
    assert runs["51520"] is None, "Bristol's joining was not read as done"


def test_sheriffs_who_hold_a_jail_model_without_running_the_jail_are_shown(
    country: Mapping[str, Standing],
) -> None:
    others = {
        fips
        for fips, found in country.items()
        if any(entry.runs_jail is False for entry in found.jail)
    }
    assert others == {"21117", "42015", "35009", "35057"}


def test_every_county_of_florida_has_a_jail_agreement(country: Mapping[str, Standing]) -> None:
    florida = [found for found in country.values() if found.county.state == "FL"]
    assert len(florida) == 67
    assert all(found.jail for found in florida)


def test_counts_of_the_country_are_those_of_the_trial_build(
    country: Mapping[str, Standing],
) -> None:
    """The trial placed each row in one county: 704 with a jail entry, 515 street, 464 local.

    Jail: and now the Northern Marianas' four municipalities and Bristol. Street: and now two
    county police. Local: a city in several counties now stands in each.
    """
    with_jail = sum(bool(found.jail) for found in country.values())
    with_street = sum(bool(found.street) for found in country.values())
    assert with_jail == 709
    assert with_street == 517
    assert sum(bool(found.local) for found in country.values()) == 487
    main = {row.fips[0] for row in read_roster().agreements if _is_local(row)}
    assert len(main) == 458


def _is_local(row: Agreement) -> bool:
    county_wide = {
        AgencyKind.SHERIFF,
        AgencyKind.COUNTY_JAIL,
        AgencyKind.COUNTY_POLICE,
        AgencyKind.REGIONAL_JAIL,
    }
    return bool(row.fips) and row.kind not in county_wide


def test_every_agreement_of_the_list_stands_somewhere(country: Mapping[str, Standing]) -> None:
    shown = {
        (found.county.state, *pair)
        for found in country.values()
        for group in ("jail", "street", "local", "statewide")
        for pair in agencies(found, group)
    }
    assert {(row.state, row.agency, row.model) for row in read_roster().agreements} <= shown
