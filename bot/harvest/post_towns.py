"""Towns that the Census does not count, and those with a jail, by the addresses of jails, sheriffs
and police.

A family names the town on the jail's address ("Represa", "Ray Brook"). Where it is unknown, the
next town in spelling would be taken for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.fold import key

Row = Mapping[str, str]
PlaceRow = tuple[str, str, str, str, str, str]
"""key, label, state, kind, counties, people: a row of places.csv, behind which ``held`` stands."""

# A town that the Census does not count is taken for one of so many people.
UNCOUNTED = "500"
# Addresses of so many agencies make a town, whatever else is spelt like it: one may be mistyped.
AGENCIES = 2


def towns_with_jails(holders: Iterable[Row]) -> Set[tuple[str, str, str]]:
    """(Key, state, county) of each town that a jail, a prison or a sheriff that is not closed has
    as its address."""
    return {
        (key(row["city"]), row["state"], row["county_fips"])
        for row in holders
        if row.get("status") != "closed"
    }


def with_jails(
    places: Iterable[PlaceRow], towns: Set[tuple[str, str, str]]
) -> Iterable[tuple[str, ...]]:
    """The rows of places, with a 1 behind those of them that are ``towns``."""
    for place in places:
        name, _, state, _, counties, _ = place
        held = any((name, state, county) in towns for county in counties.split("|"))
        yield (*place, "1" if held else "")


def post_towns(
    known: Set[tuple[str, str]], jails: Iterable[Row], agencies: Iterable[Row]
) -> list[PlaceRow]:
    """Towns that are not ``known`` (key, state): on the address of a jail, or of two agencies.

    A name on one address only that comes near a known one of its state is mistyped, and left out.
    """
    jails = [row for row in jails if row["status"] != "closed"]
    held = towns_with_jails(jails)
    seen: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in (*jails, *agencies):
        if row["city"] and row["county_fips"]:
            seen[key(row["city"]), row["state"]][row["city"].title(), row["county_fips"]] += 1
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, state in known:
        names[state].append(name)
    rows = []
    for (name, state), counts in sorted(seen.items()):
        if (name, state) in known or not name.isalpha():
            continue
        (label, county), times = counts.most_common(1)[0]
        jail = (name, state, county) in held
        if times >= AGENCIES or (jail and not _is_mistyped(name, names[state])):
            rows.append((name, label, state, "cdp", county, UNCOUNTED))
    return rows


def _is_mistyped(name: str, known: list[str]) -> bool:
    return process.extractOne(name, known, scorer=OSA.distance, score_cutoff=1) is not None
