"""A shared position -> its county: point in polygon, in memory."""

from __future__ import annotations

from bot.places.gazetteer import Gazetteer
from bot.places.place import Outcome, PlaceAnswer


def locate(lat: float, lon: float, gazetteer: Gazetteer) -> PlaceAnswer:
    """The county of a point in degrees; NONE where it lies in no county."""
    return PlaceAnswer(Outcome.NONE)
