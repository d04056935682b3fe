"""Which one number answers "is he in this county's jail?": the table ``calls.csv``.

HIFLD lists every building: annexes, work-release houses, city lock-ups, state prisons. The rules
below pick one, surest first; where no jail of a county has a number, its sheriff's office answers.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.harvest.built import Built
from bot.harvest.jails import phone_of, readable
from bot.harvest.tables import read_table, write_table
from bot.places.fold import key
from bot.places.gazetteer import read_gazetteer

Row = Mapping[str, str]

CALL_COLUMNS = ("fips", "name", "phone", "checked", "rule")

_ASIDE = re.compile(
    r"annex|work (?:release|center|crew|camp)|re-?entry|transition|treatment|counseling|chance"
    r"|halfway|wom[ae]n|female|\bcamp\b|restricted|community(?! correctional center)"
    r"|minimum|medium|satellite|trusty"
    r"|hospital|infirmary|psi?[qy]|release|diversion|residen|rehab|hogar|farm|offender|program"
    r"|juvenile|youth|training|house of correction|correctional institution|conservation"
    r"|cell block|holding|lock-?up|violation|\bcourt"
)
"""A part of a jail, or a house for some people only: not where a new arrest is found."""
_TOWN = re.compile(r"\bcity\b|municipal|police|\bpd\b|\btown\b|village")
_ARRIVAL = re.compile(r"booking|intake|reception|receiving|processing|pre-?trial|\bmain\b|central")
"""Where new arrests come in."""
_JAIL = re.compile(r"jail|detention")
"""A "correctional center" is often for people with a sentence."""
OLDEST = "2016"
"""The first year of HIFLD's own last round of calls; what is older is not given."""
_PART_OF_SHERIFF = re.compile(
    r"station|substa|annex|district|division|precinct|patrol|civil|court|marine|academy|jail"
    r"|correction|detention|annex|airport|bureau|unit"
)
_OWN_TYPES = ("county", "multi", "")


def build_calls(source: Path, target: Path, operators: Iterable[Row]) -> Built:
    """Write ``calls.csv``; ``operators`` are the rows of ``operators.csv``."""
    jails = _by_county(_adult(read_table(source / "places/jails.csv")))
    sheriffs = _by_county(read_table(source / "places/sheriffs.csv"))
    listed = list(operators)
    bodies = _shared_bodies(listed)
    table = []
    for row in listed:
        found = _call(row, jails, sheriffs, bodies)
        if found:
            table.append({"fips": row["fips"], **found})
    rules = Counter(row["rule"] for row in table)
    notes = [f"calls, {rule}: {rules[rule]} counties" for rule in sorted(rules)]
    notes.append(f"calls: {len(listed) - len(table)} counties without any number")
    return Built("calls.csv", write_table(target / "calls.csv", CALL_COLUMNS, table), tuple(notes))


def _call(
    operator: Row,
    jails: Mapping[str, Sequence[Row]],
    sheriffs: Mapping[str, Sequence[Row]],
    bodies: Mapping[tuple[str, ...], Sequence[str]],
) -> dict[str, str] | None:
    here = jails.get(operator["fips"], ())
    members = bodies.get(_body(operator), ()) if operator["kind"] != "state" else ()
    by_state = operator["kind"] == "state"
    own = (row for row in here if row["operator_type"] in _OWN_TYPES and not by_state)
    state = (row for row in here if by_state and not _ASIDE.search(row["facility_name"].lower()))
    steps: tuple[tuple[str, Iterable[Row]], ...] = (
        ("regional jail", _of_body(operator, members, jails)),
        ("county jail", own),
        ("state jail", state),
    )
    for rule, rows in steps:
        for row in sorted(rows, key=lambda one: _jail_order(one, len(members) > 1, rule)):
            return _written(row["facility_name"], row, rule)
    for row in sorted(sheriffs.get(operator["fips"], ()), key=_sheriff_order):
        return _written(row["agency_name"].split(" / ")[0], row, "sheriff")
    return None


def _of_body(
    operator: Row, members: Sequence[str], jails: Mapping[str, Sequence[Row]]
) -> Iterator[Row]:
    """The jails of a body that serves several counties, in whichever of them they stand.

    A town's lock-up in one of its counties is not the body's; New York City's jails are listed
    as local ones.
    """
    if operator["kind"] not in ("regional_authority", "city_or_metro"):
        return
    words = set(re.findall(r"[a-z]{4,}", operator["body"].lower())) - _COMMON
    for fips in members or (operator["fips"],):
        for row in jails.get(fips, ()):
            named = words & set(re.findall(r"[a-z]{4,}", row["facility_name"].lower()))
            many = row["operator_type"] == "multi" and operator["kind"] == "regional_authority"
            of_city = operator["kind"] == "city_or_metro"
            if (named and row["operator_type"] != "state") or many or of_city:
                yield row


_COMMON = frozenset(
    {"regional", "jail", "authority", "county", "correctional", "corrections", "center"}
    | {"detention", "adult", "city", "department", "district", "multi", "central"}
    | {"northern", "southern", "western", "eastern"}
)
"""Words that say nothing about which body it is."""


def _shared_bodies(operators: Iterable[Row]) -> Mapping[tuple[str, ...], Sequence[str]]:
    members: dict[tuple[str, ...], list[str]] = {}
    for row in operators:
        if row["body"]:
            members.setdefault(_body(row), []).append(row["fips"])
    return members


def _body(row: Row) -> tuple[str, ...]:
    return (row["kind"], row["body"], row["fips"][:2])


def _adult(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        unwanted = row["status"] == "closed" or row["juvenile"] == "1"
        if not unwanted and row["operator_type"] != "federal":
            yield row


def _by_county(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if phone_of(row["phone"], row["state"]) and row["source_date"] >= OLDEST:
            found.setdefault(row["county_fips"], []).append(row)
    return found


def _jail_order(row: Row, shared: bool, rule: str) -> tuple[object, ...]:
    """``shared``: its body serves several counties, so that no county's name is better."""
    other = "state" if rule == "regional jail" else "local"
    name, county = row["facility_name"].lower(), _plain_county(row["county_name"])
    return (
        not shared and _is_of_another_county(row),
        bool(_ASIDE.search(name) or _TOWN.search(name)),
        row["operator_type"] == other,
        not shared and county not in key(name),
        not _ARRIVAL.search(name),
        not _JAIL.search(name),
        row["status"] != "open",
        -max(int(row["population"] or 0), int(row["capacity"] or 0)),
        row["facility_name"],
        row["source"],
    )


def _is_of_another_county(row: Row) -> bool:
    """ "San Francisco County Jail #3" stands in San Mateo County."""
    named, county, _ = row["facility_name"].lower().partition(" county")
    others = _counties_of(row["state"]) - {_plain_county(row["county_name"])}
    return bool(county) and key(named) in others


@functools.cache
def _counties_of(state: str) -> frozenset[str]:
    counties = read_gazetteer().counties.values()
    return frozenset(_plain_county(one.name) for one in counties if one.state == state)


def _plain_county(county: str) -> str:
    return key(re.sub(r" (county|parish|borough|census area|municipality)$", "", county.lower()))


def _sheriff_order(row: Row) -> tuple[object, ...]:
    name = row["agency_name"].lower()
    return (
        "sheriff" not in name,
        bool(_PART_OF_SHERIFF.search(name)),
        -int(row["sworn_officers"] or 0),
        row["agency_name"],
        row["source"],
    )


def _written(name: str, row: Row, rule: str) -> dict[str, str]:
    return {
        "name": readable(name.strip()),
        "phone": phone_of(row["phone"], row["state"]),
        "checked": row["source_date"],
        "rule": rule,
    }
