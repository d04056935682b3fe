from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from bot.agreements.agreement import AgencyKind, Agreement, Scope
from bot.agreements.following import OrderError, follow, follow_all
from bot.agreements.history import EMPTY, History, What
from bot.agreements.history_tables import history_of, list_rows, read_history, trail_rows
from bot.agreements.identity import body_keys
from bot.agreements.sightings import Sighting, with_sightings
from bot.agreements.trail import End

MARCH, JULY, MAY = date(2025, 3, 27), date(2025, 7, 9), date(2026, 5, 18)
SIGNED = date(2025, 2, 26)


def row(
    agency: str,
    fips: str = "12101",
    model: str = "WSO",
    kind: AgencyKind = AgencyKind.SHERIFF,
    state: str = "FL",
    signed: date | None = SIGNED,
    scope: Scope = Scope.COUNTY,
) -> Agreement:
    return Agreement(agency, state, model, signed, None, scope, kind, tuple(fips.split()))


SHERIFF = row("Pasco County Sheriff's Office")
JAIL = AgencyKind.COUNTY_JAIL
POLICE = AgencyKind.CITY_POLICE


def names(history: History) -> list[tuple[str, ...]]:
    return [trail.names for trail in history.trails]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (SHERIFF, row("Pasco County Sheriffs Department", signed=date(2025, 9, 1))),
        (
            row("Tampa PD", "12057", "TFM", POLICE),
            row("Tampa Police Dept.", "12057", "TFM", POLICE),
        ),
        (
            row("Ft. Myers Police Department", "12071", "TFM", POLICE),
            row("Fort Myers Police Department", "12071", "TFM", POLICE),
        ),
        (SHERIFF, row("Pasco County Board of County Commissioners", kind=JAIL)),
        (
            row("Crow Wing County Sheriff's Office", "", state="MA"),
            row("Crow Wing County Sheriff's Office", "27035", state="MN"),
        ),
        (
            row("Department of Corrections", "", kind=JAIL, state="AK", scope=Scope.STATE),
            row("Alaska Department of Corrections", "", kind=JAIL, state="AK", scope=Scope.STATE),
        ),
    ],
)
def test_a_renamed_body_goes_on_and_has_not_left(older: Agreement, newer: Agreement) -> None:
    history = follow_all([(MARCH, [older]), (JULY, [newer])])
    assert names(history) == [tuple(dict.fromkeys((older.agency, newer.agency)))]
    assert history.trails[0].state == newer.state
    assert history.trails[0].gone is None
    assert history.departures() == ()
    assert {change.what for change in history.changes()} <= {What.RENAMED}


def test_what_no_row_of_the_next_list_can_be_has_left_with_both_dates() -> None:
    other = row("Wells Police Department", "23031", "TFM", POLICE, "ME")
    history = follow_all([(MARCH, [SHERIFF, other]), (JULY, [other])])
    (gone,) = history.departures()
    assert (gone.agency, gone.last_seen, gone.first_missing) == (SHERIFF.agency, MARCH, JULY)
    (change,) = history.changes()
    assert (change.what, change.before, change.list_date) == (What.LEFT, MARCH, JULY)


def test_a_model_that_is_dropped_has_left_though_the_agency_stays() -> None:
    street = dataclasses.replace(SHERIFF, model="TFM")
    history = follow_all([(MARCH, [SHERIFF, street]), (JULY, [street])])
    assert [gone.model for gone in history.departures()] == ["WSO"]


def test_another_body_of_the_same_day_and_county_leaves_it_unsure() -> None:
    one = row("Lewisville Police Department", "18065", "TFM", POLICE, "IN")
    other = row("Kennard Town Marshal", "18065", "TFM", AgencyKind.MARSHAL, "IN")
    history = follow_all([(MARCH, [one]), (JULY, [other])])
    assert [trail.end for trail in history.trails] == [None, End.UNSURE]
    assert history.departures() == ()


def test_two_bodies_that_a_person_told_apart_are_not_taken_for_one() -> None:
    newer = row("Pasco County Corrections", kind=JAIL)
    apart = {(body_keys(SHERIFF)[-1], body_keys(newer)[-1])}
    history = follow_all([(MARCH, [SHERIFF]), (JULY, [newer])], apart)
    assert [gone.agency for gone in history.departures()] == [SHERIFF.agency]


def test_what_comes_back_has_returned_and_is_listed() -> None:
    history = follow_all([(MARCH, [SHERIFF]), (JULY, []), (MAY, [SHERIFF])])
    (trail,) = history.trails
    assert trail.gone is None
    assert [(span.first, span.last) for span in trail.spans] == [(MARCH, MARCH), (MAY, MAY)]
    assert [change.what for change in history.changes()] == [What.RETURNED]


def test_a_slip_that_stood_beside_its_correction_is_one_body_with_it() -> None:
    slip = row("Greens Forks Police Department", "18177", "TFM", POLICE, "IN")
    right = row("Greens Fork Police Department", "18177", "TFM", POLICE, "IN")
    history = follow_all([(MARCH, [slip, right]), (JULY, [right])])
    assert len(history.trails) == 1
    assert history.trails[0].gone is None


def test_a_row_that_could_never_be_placed_is_not_said_to_have_left() -> None:
    nowhere = row("Derry Township Constable's Office", "", "TFM", AgencyKind.CONSTABLE, "PA")
    history = follow_all([(MARCH, [nowhere]), (JULY, [])])
    assert history.trails[0].end is End.UNSURE


def test_a_list_must_be_newer_than_those_before_it() -> None:
    with pytest.raises(OrderError, match="2025-03-27"):
        follow(follow(EMPTY, JULY, []), MARCH, [])


def test_the_first_list_changes_nothing_and_the_series_counts_each() -> None:
    history = follow_all([(MARCH, [SHERIFF]), (JULY, [SHERIFF, row("B", "12057", "TFM", POLICE)])])
    assert [change.agency for change in history.changes()] == ["B"]
    assert history.changes(since=JULY) == ()
    assert [(seen.list_date, seen.counts) for seen in history.series()] == [
        (MARCH, (("WSO", 1),)),
        (JULY, (("TFM", 1), ("WSO", 1))),
    ]


def test_a_departure_between_two_of_our_lists_enters_as_curated_history() -> None:
    seen = Sighting(
        *("FL", "Gone Police Department", "TFM", POLICE, Scope.MUNICIPAL, ("12057",), None),
        *(date(2025, 4, 1), date(2025, 5, 1), End.LEFT),
    )
    history = with_sightings(follow_all([(MARCH, [SHERIFF]), (JULY, [SHERIFF])]), [seen])
    assert [gone.first_missing for gone in history.departures()] == [JULY]
    assert with_sightings(history, [seen]) == history, "twice changes nothing"


def test_curated_dates_come_closer_but_never_past_a_list_without_it() -> None:
    seen = Sighting(
        *("FL", SHERIFF.agency, "WSO", SHERIFF.kind, Scope.COUNTY, SHERIFF.fips, None),
        *(date(2025, 2, 1), date(2025, 5, 1), End.LEFT),
    )
    history = with_sightings(follow_all([(MARCH, [SHERIFF]), (JULY, [])]), [seen])
    assert history.trails[0].first_seen == date(2025, 2, 1)
    assert history.trails[0].last_seen == date(2025, 5, 1)
    late = dataclasses.replace(seen, last=MAY)
    history = with_sightings(follow_all([(MARCH, [SHERIFF]), (JULY, [])]), [late])
    assert history.trails[0].last_seen == MARCH


def test_the_tables_hold_the_whole_history() -> None:
    history = read_history()
    assert history_of(list_rows(history), trail_rows(history)) == history


def test_the_travelling_history_goes_from_february_2025_to_july_2026() -> None:
    history = read_history()
    assert history.lists[0].list_date == date(2025, 2, 21)
    assert history.lists[-1].list_date == date(2026, 7, 24)
    assert history.lists[-1].total == 2179
    jackson = history.of_county("26075")
    assert any(trail.signed == date(2025, 3, 19) for trail in jackson)
    assert any(trail.model == "WSO" for trail in history.of_state("AK"))
    assert len(history.listing(date(2026, 7, 24))) == 2179
