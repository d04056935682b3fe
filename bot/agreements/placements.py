"""The reviewed table of rows that no rule places: ``data/placements.csv``, written by hand."""

from __future__ import annotations

import csv
from pathlib import Path

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.case import Reviewed
from bot.agreements.spelling import body_key

_DATA = Path(__file__).parent / "data"


class PlacementsError(ValueError):
    """``placements.csv`` cannot be used; the message names the line and what it needs."""


def read_placements(path: Path | None = None) -> dict[tuple[str, str], Reviewed]:
    """The hand-made rows by (postal state, key of the agency's name).

    Columns: state, agency, fips (several parted by ``|``, main one first; empty for a statewide
    body), scope, kind (empty: as the name says), reason. Raises :class:`PlacementsError`.
    """
    source = path or _DATA / "placements.csv"
    with source.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        (row["state"], body_key(row["agency"])): _reviewed(source, number, row)
        for number, row in enumerate(rows, start=2)
    }


def _reviewed(source: Path, number: int, row: dict[str, str]) -> Reviewed:
    fips = tuple(code for code in row["fips"].split("|") if code)
    try:
        scope = Scope(row["scope"])
        kind = AgencyKind(row["kind"]) if row["kind"] else None
    except ValueError as error:
        raise PlacementsError(f"{source} line {number}: {error}; mend scope or kind") from error
    if not row["reason"].strip():
        raise PlacementsError(f"{source} line {number}: give the reason for this row")
    if bool(fips) == (scope is Scope.STATE):
        raise PlacementsError(f"{source} line {number}: fips for all but a statewide body")
    return Reviewed(fips, scope, kind, row["reason"])
