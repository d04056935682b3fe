"""The rows of the custody tables, with people's corrections applied. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.custody.corrections import Correction
from bot.phone import display

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
"""The rows of each table, by its file's name."""

OPERATORS, JAILS, CALLS = "operators.csv", "jails.csv", "calls.csv"
FACILITIES, OFFICES = "facilities.csv", "field_offices.csv"
_NUMBERED = {JAILS: "checked", FACILITIES: "phone_checked", CALLS: "checked", OFFICES: "checked"}
"""The tables that hold numbers, and in which column the day of the number stands."""


def corrected(
    tables: Tables, corrections: Iterable[Correction]
) -> tuple[Tables, tuple[Correction, ...]]:
    """The rows as the entries say, a later entry over an earlier; and the entries whose number
    or county is nowhere."""
    unused: list[Correction] = []
    for correction in corrections:
        after = _applied(tables, correction)
        if after is None:
            unused.append(correction)
        tables = after or tables
    return tables, tuple(unused)


def _applied(tables: Tables, correction: Correction) -> Tables | None:
    told = correction.told
    if correction.act == "county":
        return _called(tables, told)
    if correction.act == "runs":
        return _run(tables, told)
    return _renumbered(tables, told["phone"], told.get("new_phone", ""), told["date"])


def _called(tables: Tables, told: Row) -> Tables | None:
    """The number that answers for this county's jail, also where it had none."""
    fips = told["county"]
    if not any(row["fips"] == fips for row in tables[OPERATORS]):
        return None
    call = {
        "fips": fips,
        "name": told["name"],
        "phone": told["phone"],
        "checked": told["date"],
        "rule": told["source"],
    }
    others = [row for row in tables[CALLS] if row["fips"] != fips]
    return {**tables, CALLS: [*others, call]}


def _run(tables: Tables, told: Row) -> Tables | None:
    """Who runs a jail. Somebody who signs for it is as sure as our sources are."""
    fips = told["county"]
    new = {"kind": told["kind"], "body": told["body"], "confidence": "high"}
    rows = [{**row, **new} if row["fips"] == fips else row for row in tables[OPERATORS]]
    return {**tables, OPERATORS: rows} if rows != tables[OPERATORS] else None


def _renumbered(tables: Tables, phone: str, new: str, day: str) -> Tables | None:
    """The same house stands in several tables: its number is mended in all of them. A county
    whose number is withdrawn has none, until [[county]] gives it another."""
    found = {**tables}
    for name, dated in _NUMBERED.items():
        found[name] = [
            {**row, "phone": new, dated: day} if row["phone"] == phone else row
            for row in tables[name]
        ]
    if found == tables:
        return None
    return {**found, CALLS: [row for row in found[CALLS] if row["phone"]]}


def without_effect(correction: Correction) -> str:
    """What to say of an entry that found nothing to correct."""
    told = correction.told
    if correction.act in ("county", "runs"):
        return f"{correction.where}: {told['county']} is no county's code, or it says so already"
    return f"{correction.where}: {display(told['phone'])} is not among the numbers of jails"
