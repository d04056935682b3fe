"""The custody tables that travel with the program -> :class:`Custody`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from bot.custody.correcting import (
    CALLS,
    FACILITIES,
    JAILS,
    OFFICES,
    OPERATORS,
    corrected,
    without_effect,
)
from bot.custody.corrections import read_corrections
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


def read_custody(directory: Path | None = None, corrections: Path | None = None) -> Custody:
    """Read operators, jails, facilities, field offices and calls; by default the package's, as
    the file of ``corrections`` mends them (None: none).

    A county's jails keep the file's order: the main adult jail first.
    Raises :class:`CustodyTableError` and :class:`~bot.custody.corrections.CustodyCorrectionError`.
    """
    source = directory or _DATA
    read = {name: _rows(source, name) for name in _TABLES}
    tables, unused = corrected(read, read_corrections(corrections) if corrections else ())
    rows = tables[OPERATORS]
    offices = {row["name"]: _office(row) for row in tables[OFFICES]}
    jails = [_jail(row) for row in tables[JAILS]]
    facilities = [_facility(row) for row in tables[FACILITIES]]
    return Custody(
        operators={row["fips"]: _operator(row) for row in rows},
        jails=_by_county(jails),
        facilities=_by_county(facilities),
        field_offices={
            row["fips"]: offices[row["field_office"]] for row in rows if row["field_office"]
        },
        by_id={**{jail.id: jail for jail in jails}, **{one.id: one for one in facilities}},
        calls={row["fips"]: _call(row) for row in tables[CALLS]},
        unused=tuple(without_effect(one) for one in unused),
    )


_TABLES = (OPERATORS, JAILS, CALLS, FACILITIES, OFFICES)
_House = TypeVar("_House", Jail, IceFacility)


def _by_county(houses: Iterable[_House]) -> dict[str, tuple[_House, ...]]:
    """Those without a county are left out: they are found by their names only."""
    found: dict[str, list[_House]] = {}
    for house in houses:
        if house.fips:
            found.setdefault(house.fips, []).append(house)
    return {fips: tuple(here) for fips, here in found.items()}


def _rows(directory: Path, table: str) -> Sequence[Mapping[str, str]]:
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
