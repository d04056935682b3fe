"""Where ICE was last known to hold people near a county. Pure."""

from __future__ import annotations

from collections.abc import Callable

from bot.custody.custody import Custody, IceFacility
from bot.places.distance import miles_between
from bot.places.place import County

FARTHEST_MILES = 150.0


def nearest_centre(
    county: County, custody: Custody, county_of: Callable[[str], County]
) -> IceFacility | None:
    """The nearest detention centre with a phone that answers to this county's ICE office.

    ``county_of`` gives a county by its FIPS code: distance is from county to county, no nearer.
    None where there is none within 150 miles. ICE moves people: nobody is promised to be there.
    """
    office = custody.field_offices.get(county.fips)
    if office is None:
        return None
    near = [
        (miles, centre.name, centre)
        for fips, centres in custody.facilities.items()
        if custody.field_offices.get(fips) == office
        for miles in [_miles(county, county_of(fips))]
        for centre in centres
        if centre.phone and miles <= FARTHEST_MILES
    ]
    return min(near, key=lambda one: one[:2])[2] if near else None


def _miles(county: County, other: County) -> float:
    return miles_between(county, other.lat, other.lon)
