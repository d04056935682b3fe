"""The names that a roster's rows are placed by, from the shared facts' tables."""

from __future__ import annotations

from pathlib import Path

from bot.agreements.names import Body, Names, Town
from bot.harvest.tables import read_table
from bot.places.place import County


def read_names(source: Path) -> Names:
    """Counties, towns, police agencies and regional jails' members below ``source``.

    Connecticut is taken by the eight counties that people name, not by planning region.
    """
    return Names(
        counties=_counties(source / "places/counties.csv"),
        towns=_towns(source / "places/place_county.csv"),
        bodies=police_bodies(source / "places/police_departments.csv"),
        members=_members(source / "custody/jail_operators.csv"),
    )


def _counties(path: Path) -> list[County]:
    return [
        County(
            fips=row["county_fips"],
            state=row["state"],
            state_name=row["state_name"],
            name=row["name"],
            short_name=row["short_name"],
            kind=row["kind"],
            population=int(row["population"] or 0),
            lat=float(row["lat"]) if row["lat"] else 0.0,
            lon=float(row["lon"]) if row["lon"] else 0.0,
        )
        for row in read_table(path)
        if row["status"] != "abolished_2019" and row["kind"] != "Planning Region"
    ]


def _towns(path: Path) -> list[Town]:
    return [
        Town(
            name=row["name"],
            state=row["state"],
            kind=row["kind"],
            fips=tuple(row["county_fips"].split("|")),
            population=int(row["population"] or 0),
        )
        for row in read_table(path)
    ]


def police_bodies(path: Path) -> list[Body]:
    return [
        Body(row["agency_name"], row["state"], (row["county_fips"],))
        for row in read_table(path)
        if row["county_fips"] and row["kind"] != "state"
    ]


def _members(path: Path) -> list[Body]:
    members: dict[tuple[str, str], list[str]] = {}
    for row in read_table(path):
        if row["operator"] in ("regional_authority", "city_or_metro"):
            members.setdefault((row["state"], row["body"]), []).append(row["county_fips"])
    return [Body(body, state, tuple(sorted(fips))) for (state, body), fips in members.items()]
