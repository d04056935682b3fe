"""A shared position leads to its county; beside a border it asks."""

from __future__ import annotations

import math

import pytest

from bot.places.gazetteer import Gazetteer
from bot.places.location import locate
from bot.places.place import MatchKind, Outcome


@pytest.mark.parametrize(
    ("lat", "lon", "fips"),
    [
        (42.2459, -84.4013, "26075"),  # Jackson, Michigan
        (38.9072, -77.0369, "11001"),
        (37.5407, -77.4360, "51760"),  # Richmond, an independent city
        (18.4655, -66.1057, "72127"),  # San Juan, Puerto Rico
        (51.88, -176.65, "02016"),  # Adak, far west in the Aleutians
        (21.3069, -157.8583, "15003"),
    ],
)
def test_a_point_lies_in_its_county(
    gazetteer: Gazetteer, lat: float, lon: float, fips: str
) -> None:
    answer = locate(lat, lon, gazetteer)
    assert fips in {place.fips for place in answer.places}
    assert answer.explicit
    assert all(place.matched.kind is MatchKind.LOCATION for place in answer.places)


def test_a_planning_region_of_connecticut_asks_for_the_old_county(gazetteer: Gazetteer) -> None:
    answer = locate(41.7637, -72.6851, gazetteer)
    assert [place.name for place in answer.places] == [
        "Hartford County, Connecticut",
        "Tolland County, Connecticut",
    ]


def test_beside_a_border_both_counties_are_offered(gazetteer: Gazetteer) -> None:
    # Eight Mile Road parts Wayne County from Oakland County.
    answer = locate(42.4470, -83.1100, gazetteer)
    assert {"26163", "26125"} <= {place.fips for place in answer.places}


@pytest.mark.parametrize(
    ("lat", "lon"), [(0.0, 0.0), (19.43, -99.13), (math.nan, 1.0), (1e300, -1e300), (91.0, 0.0)]
)
def test_no_county_lies_abroad_or_nowhere(gazetteer: Gazetteer, lat: float, lon: float) -> None:
    assert locate(lat, lon, gazetteer).outcome is Outcome.NONE


def test_most_counties_hold_their_own_middle(gazetteer: Gazetteer) -> None:
    counties = [c for c in gazetteer.counties.values() if c.state not in {"CT", "HI", "AK"}]
    held = sum(c.fips in {p.fips for p in locate(c.lat, c.lon, gazetteer).places} for c in counties)
    assert held >= 0.99 * len(counties)
