"""A list and a published roster as bytes: the same facts always give the same bytes.

Nothing of a database is in them, so that two installations, whatever they run on, can be compared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.agreements.agreement import AgencyKind, Agreement, Departure, Request, Scope
from bot.agreements.history import History
from bot.agreements.history_tables import history_of, list_rows, trail_rows
from bot.agreements.importer import PlacedRow
from bot.agreements.roster import Roster

Json = Mapping[str, Any]


class DocumentError(ValueError):
    """Stored bytes are no list or roster of this release; the message says what to do."""


@dataclass(frozen=True, slots=True)
class PlacedList:
    """One of ICE's lists, read and placed. ``pending``: a list of requests, not of agreements."""

    list_date: date
    pending: bool
    rows: tuple[PlacedRow, ...]

    def agreements(self) -> tuple[Agreement, ...]:
        """The rows that are placed."""
        return tuple(row.agreement() for row in self.rows if row.placed)

    def unplaced(self) -> tuple[PlacedRow, ...]:
        """The rows that no rule could place: each needs a person."""
        return tuple(row for row in self.rows if not row.placed)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is published: the roster that people are answered from, and the lists' history.

    ``unplaced`` are the list's rows that no county's answer can show. ``smaller``: a person has
    said that a list which lost a fifth of its rows is right. ``restored``: a person has gone back
    to it, so that it may be older and smaller than what it takes the place of.
    """

    roster: Roster
    history: History
    unplaced: tuple[Agreement, ...] = ()
    smaller: bool = False
    restored: bool = False


def digest(document: bytes) -> str:
    return hashlib.sha256(document).hexdigest()


def list_document(placed: PlacedList) -> bytes:
    head = {"list_date": placed.list_date.isoformat(), "pending": placed.pending}
    return _lines([head, *(_row_json(row) for row in placed.rows)])


def read_list(document: bytes) -> PlacedList:
    """Raises :class:`DocumentError`."""
    try:
        head, *rows = [json.loads(line) for line in document.splitlines()]
        return PlacedList(
            list_date=date.fromisoformat(head["list_date"]),
            pending=head["pending"],
            rows=tuple(_row(row) for row in rows),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError(f"a stored list cannot be read ({error}); import it again") from error


def snapshot_document(snapshot: Snapshot) -> bytes:
    roster = snapshot.roster
    head = {"list_date": roster.list_date.isoformat(), "smaller": snapshot.smaller}
    parts: list[Json] = [head | ({"restored": True} if snapshot.restored else {})]
    parts += [{"agreement": _agreement_json(row)} for row in roster.agreements]
    parts += [{"left": _departure_json(row)} for row in roster.left]
    parts += [{"pending": _request_json(row)} for row in roster.pending]
    parts += [{"unplaced": _agreement_json(row)} for row in snapshot.unplaced]
    parts += [{"list": row} for row in list_rows(snapshot.history)]
    parts += [{"trail": row} for row in trail_rows(snapshot.history)]
    return _lines(parts)


def read_snapshot(document: bytes) -> Snapshot:
    """Raises :class:`DocumentError`."""
    try:
        head, *parts = [json.loads(line) for line in document.splitlines()]
        found: dict[str, list[Any]] = {name: [] for name in _PARTS}
        for part in parts:
            ((name, value),) = part.items()
            found[name].append(value)
        return Snapshot(
            roster=Roster(
                list_date=date.fromisoformat(head["list_date"]),
                agreements=tuple(_agreement(row) for row in found["agreement"]),
                left=tuple(_departure(row) for row in found["left"]),
                pending=tuple(_request(row) for row in found["pending"]),
            ),
            history=history_of(found["list"], found["trail"]),
            unplaced=tuple(_agreement(row) for row in found["unplaced"]),
            smaller=head["smaller"],
            restored=head.get("restored", False),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DocumentError(
            f"a published roster cannot be read ({error}); publish it again"
        ) from error


_PARTS = ("agreement", "left", "pending", "unplaced", "list", "trail")


def _lines(parts: list[Json]) -> bytes:
    dumped = (
        json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for part in parts
    )
    return "".join(f"{line}\n" for line in dumped).encode()


def _where(row: Agreement | Departure | Request | PlacedRow) -> dict[str, Any]:
    return {
        "agency": row.agency,
        "state": row.state,
        "model": row.model,
        "scope": row.scope.value,
        "kind": row.kind.value,
        "fips": list(row.fips),
    }


def _place(row: Json) -> dict[str, Any]:
    return {
        "agency": row["agency"],
        "state": row["state"],
        "model": row["model"],
        "scope": Scope(row["scope"]),
        "kind": AgencyKind(row["kind"]),
        "fips": tuple(row["fips"]),
    }


def _agreement_json(row: Agreement) -> Json:
    return {
        **_where(row),
        "signed": row.signed.isoformat() if row.signed else None,
        "moa_url": row.moa_url,
        "listed": row.listed.isoformat() if row.listed else None,
    }


def _agreement(row: Json) -> Agreement:
    signed, listed = _day(row["signed"]), _day(row["listed"])
    return Agreement(**_place(row), signed=signed, moa_url=row["moa_url"], listed=listed)


def _departure_json(row: Departure) -> Json:
    dates = {"last_seen": row.last_seen, "first_missing": row.first_missing}
    return {**_where(row), **{name: day.isoformat() for name, day in dates.items()}}


def _departure(row: Json) -> Departure:
    last, missing = (date.fromisoformat(row[name]) for name in ("last_seen", "first_missing"))
    return Departure(**_place(row), last_seen=last, first_missing=missing)


def _request_json(row: Request) -> Json:
    return {**_where(row), "list_date": row.list_date.isoformat()}


def _request(row: Json) -> Request:
    return Request(**_place(row), list_date=date.fromisoformat(row["list_date"]))


def _row_json(row: PlacedRow) -> Json:
    return {
        **_where(row),
        "row": row.row,
        "county_as_printed": row.county_as_printed,
        "signed": row.signed.isoformat() if row.signed else None,
        "moa_url": row.moa_url,
        "complaints": list(row.complaints),
    }


def _row(row: Json) -> PlacedRow:
    return PlacedRow(
        **_place(row),
        row=row["row"],
        county_as_printed=row["county_as_printed"],
        signed=_day(row["signed"]),
        moa_url=row["moa_url"],
        complaints=tuple(row["complaints"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
