"""Where an agreement stands in a county, by who signed it and who runs the jail: made-up ones."""

from __future__ import annotations

from datetime import date

import pytest

from bot.agreements.agreement import AgencyKind, Agreement, Departure, Request, Scope
from bot.agreements.roster import Roster
from bot.custody.custody import Confidence, Custody, Operator, OperatorKind
from bot.places.place import County
from bot.standing import Standing, standing

DAY = date(2026, 7, 24)
HERE = "26075"
COUNTY = County(HERE, "MI", "Michigan", "Jackson County", "Jackson", "County", 160000, 42.2, -84.4)


def listed(
    kind: AgencyKind,
    model: str,
    agency: str = "A",
    scope: Scope = Scope.COUNTY,
) -> Agreement:
    fips = () if scope is Scope.STATE else (HERE,)
    return Agreement(agency, "MI", model, DAY, None, scope, kind, fips)


def custody(kind: OperatorKind, body: str = "", sure: Confidence = Confidence.HIGH) -> Custody:
    return Custody({HERE: Operator(kind, body, sure)}, {}, {}, {}, {})


def stand(row: Agreement, run_by: Custody) -> Standing:
    return standing(COUNTY, Roster(DAY, (row,)), run_by)


def where(found: Standing) -> str:
    groups = ("jail", "street", "local", "statewide")
    (place,) = [group for group in groups if getattr(found, group)]
    return place


def test_an_agreement_whose_model_is_left_out_still_has_a_name() -> None:
    (entry,) = stand(listed(AgencyKind.SHERIFF, ""), SHERIFF_RUNS).jail
    assert entry.model == "287(g)"


SHERIFF_RUNS = custody(OperatorKind.SHERIFF, "Jackson County Sheriff")


@pytest.mark.parametrize(
    ("kind", "model", "place"),
    [
        (AgencyKind.SHERIFF, "WSO", "jail"),
        (AgencyKind.SHERIFF, "JEM", "jail"),
        (AgencyKind.SHERIFF, "TFM", "street"),
        (AgencyKind.SHERIFF, "a model of tomorrow", "jail"),
        (AgencyKind.COUNTY_POLICE, "TFM", "street"),
        (AgencyKind.COUNTY_JAIL, "WSO", "jail"),
        (AgencyKind.REGIONAL_JAIL, "WSO", "jail"),
        (AgencyKind.CITY_POLICE, "TFM", "local"),
        (AgencyKind.CITY_POLICE, "WSO", "local"),
        (AgencyKind.CITY_POLICE, "JEM", "local"),
        (AgencyKind.CONSTABLE, "TFM", "local"),
        (AgencyKind.PROSECUTOR, "TFM", "local"),
        (AgencyKind.CAMPUS, "TFM", "local"),
        (AgencyKind.AIRPORT, "TFM", "local"),
        (AgencyKind.MARSHAL, "TFM", "local"),
        (AgencyKind.COUNTY_OTHER, "TFM", "local"),
    ],
)
def test_an_agreement_stands_where_its_body_acts(kind: AgencyKind, model: str, place: str) -> None:
    assert where(stand(listed(kind, model), SHERIFF_RUNS)) == place


@pytest.mark.parametrize(
    ("run_by", "runs"),
    [
        (custody(OperatorKind.SHERIFF, "Jackson County Sheriff"), True),
        (custody(OperatorKind.SHERIFF, "", Confidence.MEDIUM), True),
        (custody(OperatorKind.SHERIFF, "", Confidence.LOW), None),
        (custody(OperatorKind.UNKNOWN, "", Confidence.HIGH), None),
        (custody(OperatorKind.NONE, "", Confidence.MEDIUM), None),
        (custody(OperatorKind.JAILER, "Jackson County Detention Center"), False),
        (custody(OperatorKind.REGIONAL_AUTHORITY, "Some Regional Jail"), False),
        (Custody({}, {}, {}, {}, {}), None),
    ],
)
def test_a_sheriff_s_jail_model_is_always_shown_with_who_runs_the_jail(
    run_by: Custody, runs: bool | None
) -> None:
    found = stand(listed(AgencyKind.SHERIFF, "WSO"), run_by)
    assert [entry.runs_jail for entry in found.jail] == [runs]


def test_the_jail_s_body_is_known_by_name_whatever_the_spelling() -> None:
    metro = custody(OperatorKind.CITY_OR_METRO, "Las Vegas Metropolitan Police Department")
    row = listed(AgencyKind.COUNTY_POLICE, "WSO", "Las Vegas Metropolitan  Police Dept.")
    assert [entry.runs_jail for entry in stand(row, metro).jail] == [True]
    assert where(stand(listed(AgencyKind.COUNTY_POLICE, "TFM", row.agency), metro)) == "street"


@pytest.mark.parametrize(
    ("kind", "agency", "run_by", "runs"),
    [
        (AgencyKind.COUNTY_JAIL, "Jackson County Jail", SHERIFF_RUNS, True),
        (AgencyKind.COUNTY_JAIL, "Jackson County Adult Detention Center", SHERIFF_RUNS, True),
        (AgencyKind.COUNTY_JAIL, "Jackson County Juvenile Detention", SHERIFF_RUNS, None),
        (AgencyKind.COUNTY_JAIL, "Jackson County Correctional Facility", SHERIFF_RUNS, None),
        (AgencyKind.COUNTY_JAIL, "Eastern Detention Center", SHERIFF_RUNS, None),
        (
            AgencyKind.COUNTY_JAIL,
            "Jackson County Jail Trust",
            custody(OperatorKind.REGIONAL_AUTHORITY, "Jackson County Justice Authority"),
            True,
        ),
        (
            AgencyKind.COUNTY_JAIL,
            "Jackson County Jail",
            custody(OperatorKind.REGIONAL_AUTHORITY, "Three Rivers Regional Jail"),
            None,
        ),
        (AgencyKind.REGIONAL_JAIL, "Eastern Regional Jail", SHERIFF_RUNS, None),
        (
            AgencyKind.REGIONAL_JAIL,
            "Three Rivers Regional Jail Authority",
            custody(OperatorKind.REGIONAL_AUTHORITY, "Three Rivers Regional Jail (TRRJ)"),
            True,
        ),
        (
            AgencyKind.SHERIFF,
            "Denver Sheriff Department",
            custody(OperatorKind.CITY_OR_METRO, "Denver Sheriff Department (city and county)"),
            True,
        ),
        (AgencyKind.COUNTY_OTHER, "Jackson County", SHERIFF_RUNS, None),
        (
            AgencyKind.COUNTY_OTHER,
            "Jackson County Commissioners",
            custody(OperatorKind.COUNTY_DEPARTMENT, "Jackson County Corrections"),
            True,
        ),
    ],
)
def test_a_jail_body_is_never_said_not_to_run_the_jail_on_its_name_alone(
    kind: AgencyKind, agency: str, run_by: Custody, runs: bool | None
) -> None:
    found = stand(listed(kind, "WSO", agency), run_by)
    assert [entry.runs_jail for entry in found.jail] == [runs]


def test_a_drug_task_force_runs_no_jail_whatever_model_it_signs() -> None:
    row = listed(AgencyKind.COUNTY_OTHER, "WSO", "Jackson County Drug Task Force")
    assert where(stand(row, custody(OperatorKind.COUNTY_DEPARTMENT, "Corrections"))) == "local"


def test_a_state_s_prisons_answer_for_a_jail_only_where_the_data_say_so() -> None:
    prisons = "Alaska Department of Corrections"
    row = listed(AgencyKind.STATE_CORRECTIONS, "WSO", prisons, Scope.STATE)
    assert where(stand(row, custody(OperatorKind.STATE, prisons))) == "jail"
    assert where(stand(row, custody(OperatorKind.STATE, prisons, Confidence.LOW))) == "statewide"
    assert where(stand(row, custody(OperatorKind.STATE, "Another Department"))) == "statewide"
    assert where(stand(row, SHERIFF_RUNS)) == "statewide"


def test_a_state_police_is_never_a_county_s() -> None:
    row = listed(AgencyKind.STATE_OTHER, "TFM", "State Police", Scope.STATE)
    assert where(stand(row, SHERIFF_RUNS)) == "statewide"


def test_what_left_and_what_is_pending_are_kept_apart_and_dated() -> None:
    seen = date(2026, 5, 18)
    kind = AgencyKind.SHERIFF
    gone = Departure("B", "MI", "JEM", Scope.COUNTY, kind, (HERE,), seen, DAY)
    state = Departure("A", "MI", "TFM", Scope.STATE, AgencyKind.STATE_OTHER, (), seen, DAY)
    asked = Request("C", "MI", "WSO", Scope.COUNTY, kind, (HERE,), DAY)
    found = standing(COUNTY, Roster(DAY, (), (state, gone), (asked,)), SHERIFF_RUNS)
    assert [(e.agency, e.last_seen, e.scope) for e in found.left] == [
        ("B", seen, Scope.COUNTY),
        ("A", seen, Scope.STATE),
    ]
    assert [(entry.agency, entry.list_date) for entry in found.pending] == [("C", DAY)]
    assert found.jail == ()


def test_the_order_of_the_list_does_not_matter() -> None:
    rows = (
        listed(AgencyKind.SHERIFF, "WSO", "B"),
        listed(AgencyKind.SHERIFF, "JEM", "B"),
        listed(AgencyKind.COUNTY_JAIL, "WSO", "A"),
    )
    one = standing(COUNTY, Roster(DAY, rows), SHERIFF_RUNS)
    other = standing(COUNTY, Roster(DAY, rows[::-1]), SHERIFF_RUNS)
    assert one == other
    assert [(entry.agency, entry.model) for entry in one.jail] == [
        ("B", "JEM"),
        ("B", "WSO"),
        ("A", "WSO"),
    ]
