"""Connecticut's planning regions, which the Census uses in place of the counties people name."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.place import County
from bot.places.tables import read_region_names
from bot.places.vocabulary import DATA

STATE = "CT"
KIND = "-planning-region"


def region_counties(state: str, slug: str, gazetteer: Gazetteer) -> tuple[County, ...]:
    """The counties of ``/c/ct/capitol-planning-region`` (or ``/c/ct/capitol``), most people first;
    none for any other address."""
    if state.upper() != STATE:
        return ()
    region = _regions().get(slug.lower().removesuffix(KIND), "")
    return tuple(gazetteer.county(fips) for fips in gazetteer.regions.get(region, ()))


@functools.cache
def _regions() -> Mapping[str, str]:
    """The codes of the regions by their part of an address."""
    names = read_region_names(DATA / "ct_regions.csv")
    return {fold(name).replace(" ", "-").removesuffix(KIND): code for code, name in names.items()}
