from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.legal_aid.choosing import aged_out, choose
from bot.legal_aid.contact import EXCLUSIONS, LIMITS, Contact, Reach, RunBy
from bot.legal_aid.serving import Nearness, miles, nearness
from tests.legal_aid.examples import (
    CONSULATE,
    DAY,
    DETAINED,
    FORMS,
    FULTON,
    ICE_LINE,
    JACKSON,
    OFFICE,
    STATEWIDE,
    directory,
)


def _chosen(*contacts: Contact, detained: bool | None = True, language: str = "en") -> list[str]:
    return [c.org for c in choose(directory(*contacts), JACKSON, detained, language, DAY)]


def test_help_for_detained_people_comes_first_then_court_help_then_forms() -> None:
    assert _chosen(FORMS, OFFICE, DETAINED) == [DETAINED.org, OFFICE.org, FORMS.org]


def test_for_a_person_who_is_free_court_help_comes_first() -> None:
    only_held = replace(DETAINED, excludes=frozenset({"only_detained"}))
    assert _chosen(FORMS, only_held, OFFICE, detained=False) == [OFFICE.org, FORMS.org]


def test_a_named_county_goes_before_the_state_and_the_state_before_the_neighbourhood() -> None:
    named = replace(OFFICE, org="Named", counties=("26075",), lat=None, lon=None)
    assert _chosen(OFFICE, STATEWIDE, named) == ["Named", STATEWIDE.org, OFFICE.org]


def test_an_office_across_the_state_line_comes_after_this_states_court_help_and_says_ask() -> None:
    across = replace(DETAINED, org="Across", state="OH", lat=42.2, lon=-84.4)
    chosen = choose(directory(across, OFFICE), JACKSON, True, "en", DAY)
    assert [(c.org, c.limit) for c in chosen] == [
        (OFFICE.org, "ask_if_detained"),
        ("Across", "ask_if_area"),
    ]


def test_the_best_office_of_the_persons_own_state_is_always_among_them() -> None:
    across = [
        replace(DETAINED, org=f"Across {n}", state="OH", lat=42.2, lon=-84.4) for n in range(4)
    ]
    assert _chosen(*across, FORMS) == ["Across 0", "Across 1", FORMS.org]


def test_numbers_that_are_all_too_old_are_told_from_having_none() -> None:
    old = replace(OFFICE, expires=date(2026, 11, 21))
    assert aged_out(directory(old), JACKSON, True, DAY)
    assert not aged_out(directory(old, DETAINED), JACKSON, True, DAY)
    assert not aged_out(directory(), JACKSON, True, DAY)
    elsewhere = replace(old, state="TX", lat=30.0, lon=-97.0)
    assert not aged_out(directory(elsewhere), JACKSON, True, DAY)


@pytest.mark.parametrize(
    ("exclusion", "when_detained", "when_free", "when_unknown"),
    [
        ("no_detained", False, True, False),
        ("asylum_only", False, True, False),
        ("no_criminal", False, True, False),
        ("survivors_only", False, True, False),
        ("only_detained", True, False, False),
        ("children_only", False, False, False),
        ("one_facility", False, False, False),
        ("other_cases", False, False, False),
        ("other_areas", True, True, True),
    ],
)
def test_whom_a_listing_does_not_take_is_never_sent_there(
    exclusion: str, when_detained: bool, when_free: bool, when_unknown: bool
) -> None:
    contact = replace(OFFICE, excludes=frozenset({exclusion}))
    assert exclusion in EXCLUSIONS
    for detained, sent in ((True, when_detained), (False, when_free), (None, when_unknown)):
        assert bool(_chosen(contact, detained=detained)) is sent


@pytest.mark.parametrize(
    ("change", "county", "expected"),
    [
        ({"counties": ("26075",)}, JACKSON, Nearness.NAMED_COUNTY),
        ({"counties": ("26161",)}, JACKSON, None),
        ({"serves": ("MI", "OH"), "lat": 25.0}, FULTON, Nearness.STATEWIDE),
        ({"serves": ("IN",)}, JACKSON, None),
        ({"reach": Reach.STATE}, JACKSON, Nearness.STATEWIDE),
        ({"reach": Reach.STATE}, FULTON, None),
        ({"reach": Reach.COURT}, JACKSON, Nearness.NEAR),
        ({}, FULTON, Nearness.NEAR_IN_OTHER_STATE),
        ({"lat": 46.5, "lon": -87.4}, JACKSON, None),
        ({"lat": None, "lon": None}, JACKSON, None),
        ({"lat": 42.97, "lon": -85.67, "excludes": frozenset({"other_areas"})}, JACKSON, None),
    ],
)
def test_how_a_contact_comes_to_serve_a_county(
    change: dict[str, object], county: object, expected: Nearness | None
) -> None:
    contact = replace(OFFICE, **change)  # type: ignore[arg-type]
    assert nearness(contact, county) == expected  # type: ignore[arg-type]


def test_miles_are_miles_over_the_ground() -> None:
    assert miles(OFFICE, JACKSON) == pytest.approx(35, abs=1)


def test_a_number_is_sent_on_its_last_day_and_not_on_the_next() -> None:
    last = replace(OFFICE, expires=DAY)
    assert choose(directory(last), JACKSON, True, "en", DAY)
    assert not choose(directory(last), JACKSON, True, "en", date(2026, 11, 23))


def test_among_offices_at_like_distance_the_one_that_speaks_the_language_goes_first() -> None:
    spanish = replace(OFFICE, org="Habla", languages=("es",), lon=-83.60)
    assert _chosen(OFFICE, spanish, language="es") == ["Habla", OFFICE.org]
    assert _chosen(OFFICE, spanish, language="en") == [OFFICE.org, "Habla"]
    assert _chosen(OFFICE, replace(spanish, languages=("pt",)), language="pt-BR")[0] == "Habla"


def test_two_sources_go_before_one_and_a_pending_renewal_last() -> None:
    sure = replace(OFFICE, org="Sure", two_sources=True)
    waiting = replace(OFFICE, org="Aaa waiting", renewing=True)
    assert _chosen(waiting, OFFICE, sure) == ["Sure", OFFICE.org, "Aaa waiting"]


def test_a_line_for_some_people_only_is_no_first_choice() -> None:
    narrow = replace(DETAINED, org="Haitian cases", limit="haitian_cases", lat=42.25, lon=-84.42)
    assert _chosen(narrow, OFFICE) == [OFFICE.org, "Haitian cases"]


def test_one_line_of_an_organisation_is_enough_besides_its_line_for_calls_from_detention() -> None:
    family = replace(DETAINED, org="NN - family")
    office = replace(OFFICE, org="NN - office")
    inside = replace(DETAINED, org="NN - inside", limit="calls_from_detention")
    assert _chosen(family, office, inside) == ["NN - family", "NN - inside"]


def test_ice_and_court_lines_are_never_counted_as_help() -> None:
    court = replace(ICE_LINE, run_by=RunBy.IMMIGRATION_COURT)
    near = replace(ICE_LINE, reach=Reach.STATE, state="MI")
    assert _chosen(ICE_LINE, court, near) == []


def test_a_national_line_is_added_only_where_fewer_than_two_remain() -> None:
    assert _chosen(OFFICE, CONSULATE) == [OFFICE.org, CONSULATE.org]
    assert _chosen(OFFICE, STATEWIDE, CONSULATE) == [STATEWIDE.org, OFFICE.org]


def test_a_national_line_of_another_language_is_not_added() -> None:
    assert _chosen(CONSULATE, language="ht") == []
    assert _chosen(CONSULATE, language="es") == [CONSULATE.org]


def test_the_answer_is_never_padded() -> None:
    assert _chosen() == []
    assert _chosen(OFFICE) == [OFFICE.org]


_CONTACTS = st.lists(
    st.builds(
        replace,
        st.sampled_from([OFFICE, DETAINED, STATEWIDE, FORMS, ICE_LINE, CONSULATE]),
        org=st.sampled_from(["A", "B", "C", "D", "E", "F"]),
        excludes=st.frozensets(st.sampled_from(sorted(EXCLUSIONS)), max_size=1),
        expires=st.dates(date(2026, 11, 1), date(2026, 12, 31)),
        phone=st.integers(0, 99).map(lambda n: f"+121255501{n:02}"),
    ),
    max_size=12,
)


@given(_CONTACTS, st.sampled_from([True, False, None]), st.integers(0, 4))
def test_whatever_the_directory_holds_the_choice_is_small_sendable_and_repeatable(
    contacts: list[Contact], detained: bool | None, most: int
) -> None:
    chosen = choose(directory(*contacts), JACKSON, detained, "es", DAY, most=most)
    assert len(chosen) <= most
    assert all(c.sendable(DAY) and c.run_by is not RunBy.ICE for c in chosen)
    assert all(c.limit in LIMITS | {""} for c in chosen)
    again = choose(directory(*contacts), JACKSON, detained, "es", DAY, most=most)
    assert again == chosen
