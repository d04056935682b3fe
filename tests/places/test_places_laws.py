"""Laws that hold for every text and every county."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.finder import find
from bot.places.fold import fold, key
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.places.place import Outcome

GAZETTEER = read_gazetteer()
COUNTIES = sorted(GAZETTEER.counties.values(), key=lambda county: county.fips)
WORDS = st.sampled_from(
    ["jackson", "county", "condado", "de", "mi", "in", "la", "co", "texas", "washington", "new",
     "york", "jail", "cárcel", "48201", "st", "city", "bekersfil", "芝加哥", "Чикаго", "مقاطعة",
     "카운티", "lake", "hola", "help", "krome", "stewart", "detention", "sheriff", "."]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=1600)
)


@given(TEXTS)
def test_any_text_gives_an_outcome_and_never_an_exception(text: str) -> None:
    answer = find(text, GAZETTEER)
    count = len(answer.places)
    assert {Outcome.FOUND: count == 1, Outcome.ASK: 2 <= count <= 5, Outcome.NONE: count == 0}[
        answer.outcome
    ]
    assert len({place.fips for place in answer.places}) == count


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@st.composite
def retyped(draw: st.DrawFn, text: str) -> str:
    """The same text in another hand: capitals, more spaces, marks between words, no accents."""
    parts = [draw(st.sampled_from([str.lower, str.upper, str.title]))(w) for w in text.split()]
    between = draw(st.sampled_from([" ", "  ", " , ", "\n", ", ", " - "]))
    around = draw(st.sampled_from(["", " ", "!", "...", "“", "\t"]))
    joined = around + between.join(parts) + around
    if draw(st.booleans()):
        joined = "".join(c for c in unicodedata.normalize("NFD", joined)
                         if not unicodedata.combining(c))  # fmt: skip
    return joined


@given(st.data())
def test_case_accents_spaces_and_marks_never_change_what_is_found(data: st.DataObject) -> None:
    county = data.draw(st.sampled_from(COUNTIES))
    text = data.draw(st.sampled_from([county.full_name, f"{county.short_name} {county.state}"]))
    plain = find(text, GAZETTEER)
    again = find(data.draw(retyped(text)), GAZETTEER)
    if plain.found:
        assert again.found is not None
        assert again.found.fips == plain.found.fips


def test_every_county_is_found_by_its_official_name_and_state(gazetteer: Gazetteer) -> None:
    for county in COUNTIES:
        answer = find(f"{county.name}, {county.state_name}", gazetteer)
        assert answer.found is not None, county.full_name
        assert answer.found.fips == county.fips


def test_no_county_is_found_by_the_name_and_state_of_another(gazetteer: Gazetteer) -> None:
    """A bare name with its state may ask; what it finds is the county, or a large city."""
    for county in COUNTIES:
        place = find(f"{county.short_name} {county.state_name}", gazetteer).found
        if place and place.fips != county.fips:
            people = max(r.people for r in gazetteer.readings(key(county.short_name)))
            assert place.matched.label, county.full_name
            assert people >= 100_000, county.full_name


def test_every_zip_leads_to_its_counties_the_primary_first(gazetteer: Gazetteer) -> None:
    for code in random.Random(287).sample(sorted(gazetteer.zips), 3000):
        counties = [gazetteer.county(c).fips for c in gazetteer.zip_counties(code)]
        places = [place.fips for place in find(code, gazetteer).places]
        if not code.endswith("000"):
            assert places == counties[:5]


@pytest.mark.parametrize("state", sorted(GAZETTEER.states))
def test_every_state_is_found_by_its_name(gazetteer: Gazetteer, state: str) -> None:
    answer = find(gazetteer.states[state].name, gazetteer)
    assert answer.places[0].fips[:2] == gazetteer.states[state].fips
