from __future__ import annotations

import random
from dataclasses import replace

import pytest

from bot import desk
from bot.agreements.agreement import AgencyKind, Scope
from bot.publishing.approvals import ROSTER, Approval
from bot.publishing.checking import faults, grown, refusals
from bot.publishing.documents import (
    DocumentError,
    PlacedList,
    list_document,
    read_list,
    read_snapshot,
    snapshot_document,
)
from bot.publishing.hand import (
    STATEWIDE,
    PlaceError,
    fingerprint,
    place_given,
    placed_by_hand,
    subject,
)
from tests.publishing.ground import (
    CALHOUN,
    GROUND,
    JACKSON,
    JULY,
    NOW,
    OCTOBER,
    PUBLISHED,
    SEPTEMBER,
    TAYLOR,
    WAYLAND,
    listed,
    placed,
    row,
)

COUNTIES = GROUND.counties
STATES = {county.state for county in COUNTIES.values()}


def test_the_travelling_roster_and_history_survive_as_a_document() -> None:
    snapshot = desk.seed()
    document = snapshot_document(snapshot)
    assert read_snapshot(document) == snapshot
    assert snapshot_document(read_snapshot(document)) == document


def test_a_list_survives_as_a_document_with_its_complaints() -> None:
    one = replace(placed(JACKSON, 7, "Jakson"), complaints=("county respelled",))
    kept = PlacedList(JULY, False, (one,))
    assert read_list(list_document(kept)) == kept


@pytest.mark.parametrize("cut", [0, 3, 40])
def test_damaged_bytes_are_refused_with_what_to_do(cut: int) -> None:
    damaged = list_document(listed(JACKSON))[: cut or None]
    with pytest.raises(DocumentError, match=r"import it again|publish it again"):
        read_list(damaged) if cut else read_snapshot(damaged)


def refused(
    kept: PlacedList, name: str = "participatingAgencies09282026.xlsx", **more: object
) -> str:
    found = refusals(
        kept,
        name=name,
        today=OCTOBER,
        published=PUBLISHED,
        states=STATES,
        named_kind=more.get("named_kind"),  # type: ignore[arg-type]
        smaller=bool(more.get("smaller")),
        undated=bool(more.get("undated")),
    )
    return "; ".join(found)


ALL = (CALHOUN, JACKSON, TAYLOR, WAYLAND)


def test_a_whole_list_is_not_refused() -> None:
    assert refused(listed(*ALL)) == ""


def test_a_list_that_lost_a_fifth_is_refused_unless_a_person_says_it_is_right() -> None:
    assert "--allow-smaller" in refused(listed(CALHOUN, JACKSON, TAYLOR))
    assert refused(listed(CALHOUN, JACKSON, TAYLOR), smaller=True) == ""


def test_an_older_list_may_be_smaller() -> None:
    assert refused(listed(CALHOUN, day=JULY.replace(year=2025))) == ""


def test_a_date_in_the_future_is_refused() -> None:
    assert "--list-date" in refused(listed(*ALL, day=OCTOBER.replace(year=2027)))


def test_an_empty_list_is_refused_an_empty_pending_one_is_not() -> None:
    assert "no rows" in refused(listed())
    assert refused(listed(pending=True), "pendingAgencies11062025pm.xlsx") == ""


def test_a_list_without_any_date_is_refused_until_a_person_names_its_kind() -> None:
    assert "--kind participating" in refused(listed(*ALL), undated=True)
    assert refused(listed(*ALL), undated=True, named_kind="participating") == ""


def test_a_list_that_is_half_as_large_again_is_said_not_refused() -> None:
    more = [replace(TAYLOR, agency=f"Agency {number}") for number in range(2)]
    assert refused(listed(*ALL, *more)) == ""
    assert "it has 6 rows" in grown(listed(*ALL, *more), PUBLISHED)[0]
    assert grown(listed(*ALL, more[0]), PUBLISHED) == []
    assert grown(listed(*ALL, *more, pending=True), PUBLISHED) == []


def test_a_pending_file_that_is_a_participating_list_is_refused_until_named() -> None:
    name = "pendingAgencies09222025pm.xlsx"
    assert "--kind participating" in refused(listed(*ALL), name)
    assert refused(listed(*ALL), name, named_kind="participating") == ""
    assert "--kind pending" in refused(listed(*ALL, pending=True))
    assert "--kind participating" in refused(listed(*ALL), named_kind="pending")


def test_a_table_of_something_else_is_refused() -> None:
    rows = [replace(each, state="Monday", model="Soup") for each in ALL]
    assert "not ICE's list" in refused(listed(*rows))


def test_what_must_not_be_served_is_named() -> None:
    assert faults(PUBLISHED, PUBLISHED, COUNTIES) == []
    nothing = replace(PUBLISHED, agreements=())
    assert any("no agreements" in why for why in faults(nothing, PUBLISHED, COUNTIES))
    assert any("shrank" in why for why in faults(nothing, PUBLISHED, COUNTIES))
    older = replace(PUBLISHED, list_date=JULY.replace(year=2025))
    assert any("older" in why for why in faults(older, PUBLISHED, COUNTIES))
    strange = replace(PUBLISHED, agreements=(*ALL, row("A", "99999")))
    assert any("99999" in why for why in faults(strange, PUBLISHED, COUNTIES))
    nowhere = replace(PUBLISHED, agreements=(*ALL, row("A", "")))
    assert any("without a county" in why for why in faults(nowhere, PUBLISHED, COUNTIES))
    twice = replace(PUBLISHED, agreements=(*ALL, JACKSON))
    assert any("twice" in why for why in faults(twice, PUBLISHED, COUNTIES))


def test_a_row_that_no_rule_places_is_placed_by_a_person_for_every_list_to_come() -> None:
    agreement = row("Nowhere Police Department", "", "TFM", AgencyKind.CITY_POLICE)
    lost = replace(placed(agreement, 3, "Nowhere"), scope=Scope.MUNICIPAL)
    kept = PlacedList(SEPTEMBER, False, (placed(JACKSON), lost))
    for given, fips, scope in (
        ("26075, 26091", ("26075", "26091"), Scope.MUNICIPAL),
        ("State", (), Scope.STATE),
    ):
        decision = place_given(given, COUNTIES)
        said = Approval(ROSTER, subject(lost), fingerprint(lost), decision, "Ann", NOW)
        assert placed_by_hand(kept, [said], 2, COUNTIES) == kept, "two were asked for"
        after = placed_by_hand(kept, [said], 1, COUNTIES).rows[1]
        assert (after.fips, after.scope, after.placed) == (fips, scope, True)
        assert "Ann" in after.complaints[-1]
    assert place_given(" state ", COUNTIES) == STATEWIDE


@pytest.mark.parametrize("given", ["", "26", "99999", "Jackson County", "26075|1"])
def test_a_place_that_is_none_is_refused_with_what_to_give(given: str) -> None:
    with pytest.raises(PlaceError, match="26075"):
        place_given(given, COUNTIES)


def test_the_order_of_rows_makes_no_difference_to_what_is_published() -> None:
    from bot.publishing.deciding import decided, draft

    rows = list(desk.seed().roster.agreements[:300])
    published = replace(PUBLISHED, agreements=())
    made = set()
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        roster = decided(published, draft(published, listed(*rows), (), 1, GROUND))
        made.add(snapshot_document(replace(desk.seed(), roster=roster)))
    assert len(made) == 1
