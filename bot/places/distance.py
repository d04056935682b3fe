"""How far two places are apart over the ground."""

from __future__ import annotations

import math

from bot.places.place import County

_EARTH_RADIUS_MILES = 3958.8


def miles_between(county: County, lat: float, lon: float) -> float:
    """From the county's middle to a point in degrees (haversine, a round Earth)."""
    lat_1, lat_2 = math.radians(county.lat), math.radians(lat)
    turn = math.radians(lon - county.lon)
    arc = math.sin((lat_2 - lat_1) / 2) ** 2
    arc += math.cos(lat_1) * math.cos(lat_2) * math.sin(turn / 2) ** 2
    return 2 * _EARTH_RADIUS_MILES * math.asin(math.sqrt(arc))
