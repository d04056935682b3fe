from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.agreements.agreement import Agreement, Request
from bot.agreements.roster import Roster
from bot.publishing.approvals import ACCEPT, APART, KEEP, Approval
from bot.publishing.deciding import Draft, decided, draft, told_apart, with_requests
from bot.publishing.differences import Difference, Kind
from bot.standing import standing
from tests.publishing.ground import (
    CALHOUN,
    CUSTODY,
    GROUND,
    JACKSON,
    JAIL,
    JULY,
    OCTOBER,
    PUBLISHED,
    SEPTEMBER,
    TAYLOR,
    WAYLAND,
    later,
    listed,
    row,
    says,
)

EVERYTHING = (CALHOUN, JACKSON, TAYLOR, WAYLAND)


def prepare(*rows: Agreement, said: tuple[Approval, ...] = (), needed: int = 1) -> Draft:
    return draft(PUBLISHED, listed(*rows), said, needed, GROUND)


def only(prepared: Draft) -> Difference:
    (each,) = prepared.differences
    return each


def test_a_list_that_says_the_same_has_no_differences() -> None:
    assert prepare(*reversed(EVERYTHING)).differences == ()


def test_joins_flow_even_where_they_make_a_jail_listed() -> None:
    washtenaw = row("Washtenaw County Sheriff's Office", "26161")
    prepared = prepare(*EVERYTHING, washtenaw)
    each = only(prepared)
    assert (each.kind, each.waits) == (Kind.JOINED, False)
    assert [(flip.fips, flip.listed) for flip in each.flips] == [("26161", True)]
    assert washtenaw in decided(PUBLISHED, prepared).agreements


def test_a_model_added_to_a_listed_agency_is_named_so_and_flows() -> None:
    street = replace(JACKSON, model="TFM")
    each = only(prepare(*EVERYTHING, street))
    assert (each.kind, each.waits) == (Kind.MODEL_ADDED, False)


def test_a_departure_waits_and_people_go_on_reading_the_older_list_s_date() -> None:
    prepared = prepare(CALHOUN, TAYLOR, WAYLAND)
    each = only(prepared)
    assert (each.kind, each.waits) == (Kind.LEFT, True)
    assert [(flip.fips, flip.listed) for flip in each.flips] == [("26075", False)]
    roster = decided(PUBLISHED, prepared)
    assert roster.list_date == SEPTEMBER
    held = replace(JACKSON, listed=JULY)
    assert held in roster.agreements
    stand = standing(GROUND.counties["26075"], roster, CUSTODY)
    assert [entry.agency for entry in stand.jail] == [JACKSON.agency]
    assert stand.list_date == JULY, "the answer must not claim the newer list"
    elsewhere = standing(GROUND.counties["26025"], roster, CUSTODY)
    assert elsewhere.list_date == SEPTEMBER


def test_an_accepted_departure_has_left_with_both_dates() -> None:
    each = only(prepare(CALHOUN, TAYLOR, WAYLAND))
    prepared = prepare(CALHOUN, TAYLOR, WAYLAND, said=(says(each, ACCEPT),))
    assert prepared.waiting() == ()
    roster = decided(PUBLISHED, prepared)
    assert [gone.agency for gone in roster.left] == [JACKSON.agency]
    assert (roster.left[0].last_seen, roster.left[0].first_missing) == (JULY, SEPTEMBER)
    assert standing(GROUND.counties["26075"], roster, CUSTODY).jail == ()


def test_what_was_held_over_two_lists_left_after_the_last_that_had_it() -> None:
    rows = (CALHOUN, TAYLOR, WAYLAND)
    held = decided(PUBLISHED, prepare(*rows))
    each = draft(held, listed(*rows, day=OCTOBER), (), 1, GROUND).differences[0]
    said = (says(each, ACCEPT),)
    roster = decided(held, draft(held, listed(*rows, day=OCTOBER), said, 1, GROUND))
    assert [gone.last_seen for gone in roster.left] == [JULY]


def test_a_kept_agreement_stays_and_is_not_asked_about_again() -> None:
    rows = (CALHOUN, TAYLOR, WAYLAND)
    said = (says(only(prepare(*rows)), KEEP),)
    prepared = prepare(*rows, said=said)
    assert prepared.waiting() == ()
    roster = decided(PUBLISHED, prepared)
    assert JACKSON.agency in {each.agency for each in roster.agreements}
    again = draft(roster, listed(*rows, day=OCTOBER), said, 1, GROUND)
    assert again.waiting() == ()


def test_a_body_that_returns_has_not_left_any_more() -> None:
    rows = (CALHOUN, TAYLOR, WAYLAND)
    each = only(prepare(*rows))
    gone = decided(PUBLISHED, prepare(*rows, said=(says(each, ACCEPT),)))
    back = decided(gone, draft(gone, listed(*EVERYTHING, day=OCTOBER), (), 1, GROUND))
    assert back.left == ()
    assert JACKSON in back.agreements


def test_a_rename_waits_under_the_name_that_people_know() -> None:
    renamed = replace(TAYLOR, agency="City of Taylor Police")
    prepared = prepare(CALHOUN, JACKSON, renamed, WAYLAND)
    each = only(prepared)
    assert (each.kind, each.waits) == (Kind.RENAMED, True)
    assert TAYLOR in decided(PUBLISHED, prepared).agreements
    accepted = prepare(CALHOUN, JACKSON, renamed, WAYLAND, said=(says(each, ACCEPT),))
    roster = decided(PUBLISHED, accepted)
    assert renamed in roster.agreements
    assert roster.left == ()


def test_a_rename_that_is_two_bodies_is_a_departure_and_a_join() -> None:
    jail = row("Jackson County Jail Department", "26075", kind=JAIL)
    each = only(prepare(CALHOUN, jail, TAYLOR, WAYLAND))
    assert each.kind is Kind.RENAMED
    said = says(each, APART)
    roster = decided(PUBLISHED, prepare(CALHOUN, jail, TAYLOR, WAYLAND, said=(said,)))
    assert jail in roster.agreements
    assert [gone.agency for gone in roster.left] == [JACKSON.agency]
    assert len(told_apart([said])) == 1


def test_a_new_county_waits_only_where_it_turns_a_jail() -> None:
    moved = replace(JACKSON, fips=("26077",))
    found = prepare(CALHOUN, moved, TAYLOR, WAYLAND).differences
    assert all(each.waits for each in found)
    elsewhere = replace(TAYLOR, fips=("26161",))
    each = only(prepare(CALHOUN, JACKSON, elsewhere, WAYLAND))
    assert (each.kind, each.waits) == (Kind.MOVED, False)


def test_a_new_date_and_a_new_spelling_flow() -> None:
    later_signed = replace(JACKSON, signed=date(2026, 8, 1))
    assert only(prepare(CALHOUN, later_signed, TAYLOR, WAYLAND)).kind is Kind.REDATED
    spelled = replace(JACKSON, agency="Jackson County Sheriff's Department")
    each = only(prepare(CALHOUN, spelled, TAYLOR, WAYLAND))
    assert (each.kind, each.waits) == (Kind.RESPELLED, False)


def test_two_different_people_must_agree_where_the_installation_says_so() -> None:
    rows = (CALHOUN, TAYLOR, WAYLAND)
    first = says(only(prepare(*rows)), ACCEPT)
    same = later(first, "  ANN ")
    assert prepare(*rows, said=(first, same), needed=2).waiting() != ()
    other = later(first, "Ben")
    assert prepare(*rows, said=(first, other), needed=2).waiting() == ()
    against = replace(other, decision=KEEP)
    assert prepare(*rows, said=(first, against), needed=2).waiting() != ()


def test_an_approval_does_not_hold_for_other_evidence() -> None:
    renamed = replace(TAYLOR, agency="City of Taylor Police")
    said = says(only(prepare(CALHOUN, JACKSON, renamed, WAYLAND)), ACCEPT)
    other = replace(renamed, fips=("26161", "26163"))
    assert prepare(CALHOUN, JACKSON, other, WAYLAND, said=(said,)).waiting() != ()


def test_requests_count_only_from_a_list_newer_than_the_roster() -> None:
    asked = listed(replace(JACKSON, model="JEM"), JACKSON, day=OCTOBER, pending=True)
    (request,) = with_requests(PUBLISHED, asked).pending
    assert (request.agency, request.list_date) == (JACKSON.agency, OCTOBER)
    assert with_requests(replace(PUBLISHED, list_date=OCTOBER), asked).pending == ()


def test_requests_older_than_the_next_roster_are_dropped_with_it() -> None:
    asked = Request("A", "MI", "JEM", JACKSON.scope, JACKSON.kind, JACKSON.fips, date(2026, 8, 1))
    roster = Roster(JULY, EVERYTHING, pending=(asked,))
    assert decided(roster, draft(roster, listed(*EVERYTHING), (), 1, GROUND)).pending == ()


@pytest.mark.parametrize("needed", [1, 2])
def test_nothing_is_published_by_nobody(needed: int) -> None:
    prepared = prepare(CALHOUN, needed=needed)
    assert len(prepared.waiting()) == 3
    assert len(decided(PUBLISHED, prepared).agreements) == 4
