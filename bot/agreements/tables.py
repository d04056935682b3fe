"""The tables of the roster: CSV rows -> agreements, departures, requests, and the list's date."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.agreements.agreement import AgencyKind, Agreement, Departure, Request, Scope


class RosterTableError(ValueError):
    """A roster table is missing or cannot be read; the message names it and the remedy."""


def read_agreements(path: Path) -> tuple[Agreement, ...]:
    """The rows of ``agreements.csv``. Raises :class:`RosterTableError`."""
    return tuple(_agreement(row) for row in _rows(path))


def read_departures(path: Path) -> tuple[Departure, ...]:
    """The rows of ``left.csv``. Raises :class:`RosterTableError`."""
    return tuple(_departure(row) for row in _rows(path))


def read_requests(path: Path) -> tuple[Request, ...]:
    """The rows of ``pending.csv``. Raises :class:`RosterTableError`."""
    return tuple(_request(row) for row in _rows(path))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    except OSError as error:
        raise RosterTableError(f"{path}: cannot be read ({error}); run `bot data build`") from error


def read_list_date(path: Path) -> date:
    """The date of ICE's list, from ``SOURCES.toml``. Raises :class:`RosterTableError`."""
    try:
        sources = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RosterTableError(f"{path}: cannot be read ({error}); run `bot data build`") from error
    list_date = sources.get("agreements", {}).get("list_date")
    if not isinstance(list_date, date):
        raise RosterTableError(f"{path}: [agreements] needs list_date = YYYY-MM-DD")
    return list_date


def _fips(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(code for code in row["fips"].split("|") if code)


def _agreement(row: Mapping[str, str]) -> Agreement:
    return Agreement(
        agency=row["agency"],
        state=row["state"],
        model=row["model"],
        signed=date.fromisoformat(row["signed"]) if row["signed"] else None,
        moa_url=row["moa_url"] or None,
        scope=Scope(row["scope"]),
        kind=AgencyKind(row["kind"]),
        fips=_fips(row),
    )


def _departure(row: Mapping[str, str]) -> Departure:
    return Departure(
        agency=row["agency"],
        state=row["state"],
        model=row["model"],
        scope=Scope(row["scope"]),
        kind=AgencyKind(row["kind"]),
        fips=_fips(row),
        last_seen=date.fromisoformat(row["last_seen"]),
        first_missing=date.fromisoformat(row["first_missing"]),
    )


def _request(row: Mapping[str, str]) -> Request:
    return Request(
        agency=row["agency"],
        state=row["state"],
        model=row["model"],
        scope=Scope(row["scope"]),
        kind=AgencyKind(row["kind"]),
        fips=_fips(row),
        list_date=date.fromisoformat(row["list_date"]),
    )
