"""Who serves a county is found without looking at every office, and is the same."""

from __future__ import annotations

import pytest

from bot.legal_aid.directory import read_directory
from bot.legal_aid.serving import miles, nearness, serving
from bot.places.gazetteer import read_gazetteer
from bot.places.place import County

DIRECTORY = read_directory()
COUNTIES = sorted(read_gazetteer().counties.values(), key=lambda county: county.fips)


@pytest.mark.parametrize("county", COUNTIES[::40], ids=lambda county: county.fips)
def test_a_county_is_served_by_whom_a_look_at_every_office_finds(county: County) -> None:
    helping = [one for one in DIRECTORY.contacts if one.legal_help]
    found = [(one, nearness(one, county), miles(one, county)) for one in helping]
    assert serving(DIRECTORY, county) == tuple(each for each in found if each[1] is not None)
