"""Which counties a town's agency serves: the town in its name against the county in its cell.

A town can share its name with a county elsewhere in the state, and lists have printed that
county in its row; a town can also lie in several counties, and then acts in each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.agreements.cell import CellRead
from bot.agreements.names import Names, Town
from bot.agreements.spelling import county_key, fold, nearest


@dataclass(frozen=True, slots=True)
class TownFound:
    """Counties, main one first, and what to say of them."""

    fips: tuple[str, ...]
    said: tuple[str, ...] = ()


def weigh_town(names: Names, state: str, agency: str, read: CellRead) -> TownFound:
    """The cell's county, or all counties of the town where it lies in the cell's county.

    Where the town is known in other counties only, the table of police agencies is the third
    witness: two of three win. Without it the agency stands in both counties and the row says so:
    to leave out the right one would be false comfort, and the words name the town.
    """
    towns = towns_named(names, state, agency)
    for town in (*towns, *_of_any_kind(names, state, agency)):
        if read.fips in town.fips:
            return TownFound(town.fips, _several(names, town))
    if not towns:
        return TownFound((read.fips,))
    return _disputed(names, state, agency, read, towns)


def by_town_alone(names: Names, state: str, agency: str) -> TownFound | None:
    """Without a cell: the police table's county, or the only town of that name in the state.

    A township's name recurs in half the counties of a state, and the police table knows few of
    them: of two, none is taken; nor of two towns that both have police.
    """
    known = names.body_counties(state, agency)
    towns = towns_named(names, state, agency)
    if len(towns) > 1 and "township" in fold(agency).split():
        return None
    policed = [town for town in towns if set(known) & set(town.fips)]
    if len({town.fips for town in policed}) > 1:
        return None
    if policed:
        return TownFound(policed[0].fips, ("the town and its police are in",))
    if len(towns) == 1 or len({town.fips for town in towns}) == 1:
        return TownFound(towns[0].fips, ("the only town of that name in the state is in",))
    if len(known) == 1:
        return TownFound(known, ("the agency is in the table of police agencies, in",))
    return None


def by_town_respelled(names: Names, state: str, agency: str) -> TownFound | None:
    """The one town that a misspelt name can mean, if a police agency is known by its right name."""
    words = _readings(fold(agency))[0][0]
    key = nearest(county_key(words), names.town_keys(state), _SURE)
    towns = names.towns_with_key(state, key) if key and len(words) >= _LONG_ENOUGH else ()
    known = [t for t in towns if names.body_counties(state, f"{t.name} Police Department")]
    if len({town.fips for town in towns}) != 1 or not known:
        return None
    labels = ", ".join(names.county(fips).name for fips in towns[0].fips)
    return TownFound(towns[0].fips, (f"town respelled: {towns[0].name}, in {labels}",))


_SURE = 0.9
_LONG_ENOUGH = 7
"""Letters: a slip in a short name makes too many others."""


def towns_named(names: Names, state: str, agency: str) -> tuple[Town, ...]:
    """The towns that the agency's name can mean, of the kind that it speaks of.

    "Manheim Borough" is no township; a bare "Sewickley" prefers a city to an unincorporated place.
    """
    for words, kinds in _readings(fold(agency)):
        towns = names.towns_called(state, words)
        fitting = tuple(town for town in towns if not kinds or town.kind in kinds)
        if fitting:
            governed = tuple(town for town in fitting if town.kind in _GOVERNED)
            return governed or fitting
    return ()


def _of_any_kind(names: Names, state: str, agency: str) -> tuple[Town, ...]:
    """Every place of the name: a township may be missing where its borough is in the table."""
    readings = [words for words, _ in _readings(fold(agency))]
    return tuple(town for words in readings for town in names.towns_called(state, words))


def campus_elsewhere(
    names: Names, state: str, agency: str, fips: tuple[str, ...]
) -> tuple[str, ...]:
    """What contradicts the county of a campus's cell: the table of police agencies, or the town
    in its name ("University of Houston"). Said only: a campus may well lie outside that town."""
    found = _CAMPUS.match(fold(agency))
    towns = names.towns_called(state, found[1] or found[2]) if found else ()
    large = tuple(town for town in towns if town.kind in _GOVERNED)
    known = names.body_counties(state, agency)
    where = known or tuple(code for town in large for code in town.fips)
    if not where or set(where) & set(fips):
        return ()
    labels = ", ".join(names.county(code).name for code in dict.fromkeys(where))
    return (f"not certain: by its name or the table of police agencies it is in {labels}",)


_CAMPUS = re.compile(
    r"^university of (.+?)(?: police| pd| department| public safety|$)"
    r"|^(.+?) (?:state |community |junior |technical )*"
    r"(?:university|college|isd|independent school)\b"
)
_GOVERNED = frozenset({"city", "town", "consolidated_city"})
_TAIL = re.compile(
    r" (police|pd|dps|public safety|department|dept|city marshal|marshals?|constables?|municipal"
    r"|metro|metropolitan|international airport|airport|state college|pa state)\b.*$"
)
_HEAD = re.compile(
    r"^(city|town|village|borough|township) of |^metropolitan |^constable "
    r"|^pennsylvania state constables? office "
)
_KIND_AT_END = (
    ("township", frozenset({"town"})),
    ("twp", frozenset({"town"})),
    ("borough", frozenset({"city"})),
    ("village", frozenset({"city", "town"})),
    ("city", frozenset[str]()),
    ("town", frozenset[str]()),
)


def _readings(name: str) -> list[tuple[str, frozenset[str]]]:
    """The town's name as it may stand in the agency's, the longest reading first."""
    town = _TAIL.sub("", _HEAD.sub("", name)).strip()
    readings: list[tuple[str, frozenset[str]]] = [(town, frozenset())]
    for word, kinds in _KIND_AT_END:
        if town.endswith(f" {word}"):
            readings.append((town.removesuffix(f" {word}"), kinds))
    return readings


def _several(names: Names, town: Town) -> tuple[str, ...]:
    if len(town.fips) == 1:
        return ()
    labels = ", ".join(names.county(fips).name for fips in town.fips)
    return (f"the town lies in several counties: {labels}",)


def _disputed(
    names: Names, state: str, agency: str, read: CellRead, towns: tuple[Town, ...]
) -> TownFound:
    label = names.county(read.fips).name
    known = names.body_counties(state, agency)
    if read.sure and read.fips in known:
        return TownFound((read.fips,), ())
    for town in towns:
        where = ", ".join(names.county(fips).name for fips in town.fips)
        if set(known) & set(town.fips):
            said = f"county cell says {label}; the town and its police are in {where}: taken"
            return TownFound(town.fips, (said,))
    if len(towns) > 1:
        said = f"the towns of that name are not in {label}; the cell stands, not certain"
        return TownFound((read.fips,), (said,))
    only = towns[0]
    where = ", ".join(names.county(fips).name for fips in only.fips)
    if not read.sure:
        return TownFound(only.fips, (f"the town is in {where}: taken, not certain",))
    known_town = f"the only town of that name is in {where}"
    said = f"county cell says {label}, {known_town}: both kept, not certain which"
    return TownFound(tuple(dict.fromkeys((*only.fips, read.fips))), (said,))
