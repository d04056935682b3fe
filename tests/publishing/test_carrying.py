"""What a copy of a list lost is no news: it is kept from the published one, and said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.publishing.carrying import carried
from tests.publishing.ground import JACKSON, PUBLISHED, SIGNED, TAYLOR, placed


def test_a_date_that_cannot_be_read_is_kept_from_the_published_list() -> None:
    (row,) = carried([placed(replace(JACKSON, signed=None))], PUBLISHED, dates=True)
    assert row.signed == SIGNED
    assert "kept from the published list" in row.complaints[0]


def test_a_list_of_requests_and_a_new_agency_get_no_date() -> None:
    bare = placed(replace(JACKSON, signed=None))
    assert carried([bare], PUBLISHED, dates=False)[0].signed is None
    other = replace(bare, model="JEM")
    assert carried([other], PUBLISHED, dates=True) == [other]


@pytest.mark.parametrize("shout", [str.upper, str.lower])
def test_a_name_in_capitals_is_printed_as_before(shout: type[str]) -> None:
    loud = placed(replace(TAYLOR, agency=shout(TAYLOR.agency)))
    (row,) = carried([loud], PUBLISHED, dates=True)
    assert row.agency == TAYLOR.agency
    assert "named as on the published list" in row.complaints[0]


def test_another_name_or_letters_that_are_the_name_stay() -> None:
    sheriff = placed(replace(JACKSON, agency="JACKSON COUNTY JAIL"))
    letters = replace(TAYLOR, agency="TPD")
    found = carried(
        [sheriff, placed(letters)], replace(PUBLISHED, agreements=(letters,)), dates=True
    )
    assert [row.agency for row in found] == ["JACKSON COUNTY JAIL", "TPD"]
