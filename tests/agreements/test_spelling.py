from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agreements.spelling import body_key, county_key, fold, is_given, nearest, tidy


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "#N/A",
            "#NA",
            "N/A",
            "#n?A",
            "",
            "  ",
            "County",
            "n/a",
            "\n#N/A ",
            "N.A.",
            "-",
            "—",
            "*",
        ),
        *("Not applicable", "#REF!", "#DIV/0!", "#NAME?", "(blank)", "nan", "0", "Parish"),
        *("Statewide", "state-wide", "Multiple", "Various Counties", "All counties"),
    ],
)
def test_a_cell_that_says_nothing_is_no_county(cell: str) -> None:
    assert not is_given(cell)


@pytest.mark.parametrize("cell", ["Nassau County", "Anoka", "Lake Conty", "Napa County", "Allen"])
def test_a_county_is_not_taken_for_an_empty_cell(cell: str) -> None:
    assert is_given(cell)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint Francois County", "St. Francois County"),
        ("La Salle Parish", "LaSalle Parish"),
        ("Kosciusko\xa0County", "Kosciusko County"),
        ("Doña Ana County", "Dona Ana County"),
        ("\nSchuylkill  County", "Schuylkill County"),
        ("De Kalb County", "DEKALB COUNTY"),
    ],
)
def test_spellings_of_one_county_share_a_key(one: str, other: str) -> None:
    assert county_key(one) == county_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lake County Sheriff’s Office ", "Lake County Sheriffs Office"),
        ("Lake County Sheriff's Department", "Lake County Sheriff"),
        ("Galveston County Constable's Office Pct.1", "Galveston County Constables Office Pct 1"),
        ("Fish & Wildlife Commission", "Fish and Wildlife Commission"),
        ("Lake Cnty. S.O.", "Lake County Sheriff's Office"),
        ("Taylor PD", "Taylor Police Dept."),
        ("Northern Reg. Jail", "Northern Regional Jail"),
        ("Miami\u2013Dade Police Department", "Miami-Dade Police Department"),
    ],
)
def test_spellings_of_one_agency_share_a_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


def test_a_misspelt_word_is_read_only_where_one_candidate_comes_near() -> None:
    counties = ("franklin", "fayette", "worth", "lake")
    assert nearest("frankin", counties) == "franklin"
    assert nearest("north", counties) is None, "the first letter must hold"
    assert nearest("xyz", counties) is None
    assert nearest("marin", ("marion", "martin")) is None, "a tie is no answer"


@given(st.text())
def test_tidying_and_folding_twice_change_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert body_key(body_key(text)) == body_key(text)


@pytest.mark.parametrize(
    "printed",
    [
        *("Sheriff’s", "Sheriff`s", "Sheriff\u00b4s", "Sheriff\u02bcs", "Sheriff\u2032s"),
        *(
            "Sheriffâ€™s",
            "Sheriff&#39;s",
            "Sheriff&rsquo;s",
            "Sheriff\ufffds",
            "\ufeffSher\u00adiff's\u200b",
        ),
    ],
)
def test_an_apostrophe_is_one_however_it_arrived(printed: str) -> None:
    assert tidy(printed) == "Sheriff's"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("DoÃ±a Ana", "Doña Ana"),
        ("Miami\u2011Dade", "Miami-Dade"),
        ("Fish &amp; Wildlife", "Fish & Wildlife"),
        ("SÃO", "SÃO"),
        ("A&M; B", "A&M; B"),
    ],
)
def test_letters_that_a_program_broke_are_put_right(printed: str, meant: str) -> None:
    assert tidy(printed) == meant
