"""The custody tables that travel with the program -> :class:`Custody`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.custody.custody import (
    Call,
    Confidence,
    Custody,
    FieldOffice,
    IceFacility,
    Jail,
    Operator,
    OperatorKind,
)

_DATA = Path(__file__).parent / "data"


class CustodyTableError(ValueError):
    """A custody table is missing or cannot be read; the message names it and the remedy."""


def read_custody(directory: Path | None = None) -> Custody:
    """Read operators, jails, facilities, field offices and calls; by default the package's.

    A county's jails keep the file's order: the main adult jail first.
    Raises :class:`CustodyTableError`.
    """
    source = directory or _DATA
    rows = _rows(source, "operators.csv")
    offices = {row["name"]: _office(row) for row in _rows(source, "field_offices.csv")}
    jails = [_jail(row) for row in _rows(source, "jails.csv")]
    facilities = [_facility(row) for row in _rows(source, "facilities.csv")]
    by_id: dict[str, Jail | IceFacility] = {jail.id: jail for jail in jails}
    by_id.update((facility.id, facility) for facility in facilities)
    jails_in: dict[str, list[Jail]] = {}
    for jail in jails:
        jails_in.setdefault(jail.fips, []).append(jail)
    facilities_in: dict[str, list[IceFacility]] = {}
    for facility in facilities:
        if facility.fips:
            facilities_in.setdefault(facility.fips, []).append(facility)
    return Custody(
        operators={row["fips"]: _operator(row) for row in rows},
        jails={fips: tuple(found) for fips, found in jails_in.items()},
        facilities={fips: tuple(found) for fips, found in facilities_in.items()},
        field_offices={
            row["fips"]: offices[row["field_office"]] for row in rows if row["field_office"]
        },
        by_id=by_id,
        calls={row["fips"]: _call(row) for row in _rows(source, "calls.csv")},
    )


def _rows(directory: Path, table: str) -> Iterable[Mapping[str, str]]:
    try:
        with (directory / table).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    except OSError as error:
        raise CustodyTableError(
            f"{directory / table}: cannot be read ({error}); run `bot data build`"
        ) from error


def _operator(row: Mapping[str, str]) -> Operator:
    return Operator(OperatorKind(row["kind"]), row["body"], Confidence(row["confidence"]))


def _jail(row: Mapping[str, str]) -> Jail:
    return Jail(
        id=row["id"],
        name=row["name"],
        fips=row["fips"],
        city=row["city"],
        state=row["state"],
        phone=row["phone"],
        operator_type=row["operator_type"],
        checked=row["checked"],
        population=int(row["population"]) if row["population"] else None,
        juvenile=row["juvenile"] == "1",
    )


def _facility(row: Mapping[str, str]) -> IceFacility:
    return IceFacility(
        id=row["id"],
        name=row["name"],
        fips=row["fips"],
        city=row["city"],
        state=row["state"],
        phone=row["phone"],
        checked=row["checked"],
        phone_checked=row["phone_checked"],
    )


def _call(row: Mapping[str, str]) -> Call:
    return Call(row["name"], row["phone"], row["checked"])


def _office(row: Mapping[str, str]) -> FieldOffice:
    return FieldOffice(row["name"], row["city"], row["state"], row["phone"], row["checked"])
