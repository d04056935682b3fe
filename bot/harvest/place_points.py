"""Where a county lies, where the source says it to a whole degree only (about a hundred km)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Row = dict[str, str]


def middles(places: Iterable[Row]) -> Mapping[str, tuple[float, float]]:
    """The middle of each county's people (lat, lon), from its cities and towns."""
    sums: dict[str, tuple[int, float, float]] = {}
    for place in places:
        people = int(place["population"] or 0)
        if not people or not place["lat"] or "|" in place["county_fips"]:
            continue
        total, lat, lon = sums.get(place["county_fips"], (0, 0.0, 0.0))
        sums[place["county_fips"]] = (
            total + people,
            lat + people * float(place["lat"]),
            lon + people * float(place["lon"]),
        )
    return {fips: (lat / total, lon / total) for fips, (total, lat, lon) in sums.items()}


def is_coarse(county: Row) -> bool:
    """Whole degrees both ways: no middle of a county lies there by chance."""
    return bool(county["lat"]) and float(county["lat"]) % 1 == 0 == float(county["lon"]) % 1


def with_point(county: Row, middle: tuple[float, float]) -> Row:
    return {**county, "lat": f"{middle[0]:.5f}", "lon": f"{middle[1]:.5f}"}
