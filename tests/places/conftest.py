"""The gazetteer that travels with the program, read once for all tests of this room."""

from __future__ import annotations

import pytest

from bot.places.gazetteer import Gazetteer, read_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer()
