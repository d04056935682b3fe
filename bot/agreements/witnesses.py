"""What places a sheet's rows outside the build: the tables that travel with the program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.agreements.names import Body, Names, Town
from bot.places.place import County
from bot.places.tables import rows_of

_BODIES = Path(__file__).parent / "data" / "bodies.csv"
_PLACES = Path(__file__).parent.parent / "places" / "data" / "places.csv"


def travelling_names(
    counties: Iterable[County], members: Mapping[tuple[str, str], tuple[str, ...]]
) -> Names:
    """Names from the package's tables. ``members``: (state, regional jail) -> its counties."""
    return Names(
        counties=counties,
        towns=read_towns(_PLACES),
        bodies=read_bodies(_BODIES),
        members=(Body(body, state, fips) for (state, body), fips in members.items()),
    )


def read_towns(path: Path) -> list[Town]:
    """Towns of the places table (key, label, state, kind, counties, population)."""
    return [
        Town(label, state, kind, tuple(counties.split("|")), int(population or 0))
        for _, label, state, kind, counties, population, _ in rows_of(path)
    ]


def read_bodies(path: Path) -> list[Body]:
    """Police agencies by the key of their name; several may share one."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [Body(row["key"], row["state"], (row["fips"],)) for row in csv.DictReader(lines)]
