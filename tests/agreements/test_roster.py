from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.agreements.agreement import AgencyKind, Agreement, Departure, Request, Scope
from bot.agreements.placements import PlacementsError, read_placements
from bot.agreements.roster import Roster, read_roster
from bot.agreements.tables import RosterTableError


def agreement(fips: tuple[str, ...], scope: Scope = Scope.COUNTY, state: str = "MI") -> Agreement:
    return Agreement("A", state, "WSO", None, None, scope, AgencyKind.SHERIFF, fips)


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster()


def test_a_body_of_several_counties_is_found_from_each() -> None:
    row = agreement(("26075", "26077"), Scope.REGIONAL)
    found = Roster(date(2026, 7, 24), (row,))
    assert found.in_county("26075") == found.in_county("26077") == (row,)
    assert found.in_county("26079") == ()
    assert found.statewide("MI") == ()


def test_a_statewide_body_is_found_by_its_state_only() -> None:
    row = agreement((), Scope.STATE)
    found = Roster(date(2026, 7, 24), (row,))
    assert found.statewide("MI") == (row,)
    assert found.statewide("OH") == ()


def test_departures_and_requests_are_found_like_agreements() -> None:
    day = date(2026, 5, 18)
    kind = AgencyKind.STATE_OTHER
    gone = Departure("A", "MI", "JEM", Scope.COUNTY, kind, ("26075",), day, day)
    gone_state = Departure("B", "MI", "JEM", Scope.STATE, kind, (), day, day)
    asked = Request("C", "MI", "JEM", Scope.COUNTY, kind, ("26075",), day)
    found = Roster(date(2026, 7, 24), (), (gone, gone_state), (asked,))
    assert found.left_in("26075") == (gone,)
    assert found.left_statewide("MI") == (gone_state,)
    assert found.pending_in("26075") == (asked,)
    assert found.pending_statewide("MI") == ()


def test_the_travelling_roster_is_the_list_of_july_2026(roster: Roster) -> None:
    assert roster.list_date == date(2026, 7, 24)
    assert len(roster.agreements) == 2179
    models = [row.model for row in roster.agreements]
    assert [models.count(model) for model in ("TFM", "WSO", "JEM")] == [1467, 533, 179]


def test_every_agreement_is_placed(roster: Roster) -> None:
    for row in roster.agreements:
        assert (row.scope is Scope.STATE) == (not row.fips), row
        assert all(len(fips) == 5 and fips.isdigit() for fips in row.fips), row


def test_only_https_addresses_at_ice_gov_travel(roster: Roster) -> None:
    addresses = [row.moa_url for row in roster.agreements if row.moa_url]
    assert len(addresses) > 1500
    assert all(address.startswith("https://www.ice.gov/") for address in addresses)


def test_nothing_that_left_is_on_the_list(roster: Roster) -> None:
    listed = {(row.state, row.agency.lower(), row.model) for row in roster.agreements}
    for gone in roster.left:
        assert (gone.state, gone.agency.lower(), gone.model) not in listed
        assert gone.last_seen < gone.first_missing <= roster.list_date
        assert gone.fips or gone.scope is Scope.STATE


def test_no_pending_list_is_older_than_the_roster(roster: Roster) -> None:
    assert all(asked.list_date > roster.list_date for asked in roster.pending)


def test_a_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RosterTableError, match="bot data build"):
        read_roster(tmp_path)


def test_a_list_without_its_date_is_refused(tmp_path: Path) -> None:
    (tmp_path / "SOURCES.toml").write_text("[agreements]\n", encoding="utf-8")
    with pytest.raises(RosterTableError, match="list_date"):
        read_roster(tmp_path)


def test_each_row_placed_by_hand_gives_its_reason() -> None:
    rows = read_placements()
    assert len(rows) >= 16
    assert all(row.reason for row in rows.values())


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("FL,A,12086,county,sheriff,", "reason"),
        ("FL,A,12086,country,sheriff,because", "country"),
        ("FL,A,,county,sheriff,because", "fips"),
        ("FL,A,12086,state,state_other,because", "fips"),
    ],
)
def test_a_bad_row_placed_by_hand_is_refused_with_its_line(
    tmp_path: Path, line: str, word: str
) -> None:
    path = tmp_path / "placements.csv"
    path.write_text(f"state,agency,fips,scope,kind,reason\n{line}\n", encoding="utf-8")
    with pytest.raises(PlacementsError, match=f"line 2.*{word}"):
        read_placements(path)
