"""The tables that travel with the program, and the addresses of counties."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.places.gazetteer import Gazetteer, UnknownCountyError, read_gazetteer
from bot.places.vocabulary import PlaceDataError

NO_STATE = {"PR", "GU", "VI", "AS", "MP"}


def test_every_county_of_the_states_is_there_with_connecticuts_eight_old_ones(
    gazetteer: Gazetteer,
) -> None:
    of_states = [c for c in gazetteer.counties.values() if c.state not in NO_STATE]
    # The Census counts 3,144 with Connecticut's nine regions; people name its eight counties.
    assert len(of_states) - 8 + len(gazetteer.regions) == 3144
    assert sum(c.state == "CT" for c in of_states) == 8
    assert sum(c.state == "PR" for c in gazetteer.counties.values()) == 78
    assert "02261" not in gazetteer.counties


def test_a_planning_region_leads_to_the_county_with_most_of_its_people(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.regions["09110"] == ("09003", "09013")
    assert gazetteer.county("09110").name == "Hartford County"


def test_an_unknown_code_is_refused_with_what_to_do(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownCountyError, match="five digits"):
        gazetteer.county("99999")
    with pytest.raises(KeyError):
        gazetteer.county("")


def test_every_county_has_an_address_of_its_own_in_its_state(gazetteer: Gazetteer) -> None:
    addresses = Counter((c.state, gazetteer.slug(c)) for c in gazetteer.counties.values())
    assert max(addresses.values()) == 1
    assert all(slug.isascii() and slug == slug.lower() for _, slug in addresses)


@pytest.mark.parametrize(
    ("fips", "slug"),
    [
        ("26075", "jackson"),
        ("51760", "richmond-city"),
        ("51159", "richmond"),
        ("24510", "baltimore-city"),
        ("24005", "baltimore"),
        ("51510", "alexandria"),
        ("35013", "dona-ana"),
        ("24033", "prince-georges"),
        ("12086", "miami-dade"),
        ("32510", "carson-city"),
    ],
)
def test_an_address_is_the_short_name_and_a_city_of_a_shared_name_says_so(
    gazetteer: Gazetteer, fips: str, slug: str
) -> None:
    county = gazetteer.county(fips)
    assert gazetteer.slug(county) == slug
    assert gazetteer.by_slug(county.state.lower(), slug.upper()) == county


def test_an_unknown_address_leads_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.by_slug("mi", "nowhere") is None


def test_states_have_their_full_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.county("11001").full_name == "District of Columbia"
    assert gazetteer.county("44007").full_name == "Providence County, Rhode Island"


def test_a_folder_without_tables_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(PlaceDataError, match="bot data build"):
        read_gazetteer(tmp_path)


def test_the_index_of_misspellings_numbers_the_states_as_the_program_does(
    gazetteer: Gazetteer,
) -> None:
    near = gazetteer.speller.near("jackson", state="MI", counties=True)
    assert near[0].key == "jackson"
    assert gazetteer.speller.near("maricopa", state="AZ", counties=True)[0].key == "maricopa"
    assert not gazetteer.speller.near("maricopa", state="MI", counties=True)


def test_no_county_lies_at_a_whole_degree(gazetteer: Gazetteer) -> None:
    """The source rounds Connecticut's old counties so: help was then sought fifty miles away."""
    coarse = [c.name for c in gazetteer.counties.values() if c.lat % 1 == 0 == c.lon % 1 and c.lat]
    assert not coarse
    hartford = gazetteer.county("09003")
    assert abs(hartford.lat - 41.77) < 0.2
    assert abs(hartford.lon + 72.7) < 0.2
