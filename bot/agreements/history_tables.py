"""The history as tables: ``history.csv`` (one trail a row), ``lists.csv`` (one list and model a
row) and ``sightings.csv``. Writing and reading give the same history, and the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.history import History
from bot.agreements.sightings import Sighting
from bot.agreements.tables import RosterTableError
from bot.agreements.trail import End, ListSeen, Span, Trail

_DATA = Path(__file__).parent / "data"

TRAIL_COLUMNS = ("state", "model", "kind", "scope", "fips", "signed", "gone", "end", "spans")
LIST_COLUMNS = ("list_date", "model", "agreements")
SIGHTING_COLUMNS = (
    *("state", "agency", "model", "kind", "scope", "fips", "signed", "first", "last", "end"),
)


def read_history(directory: Path | None = None) -> History:
    """The history of ``directory``: by default the one that travels with the program.

    Raises :class:`~bot.agreements.tables.RosterTableError`, which says what to do.
    """
    source = directory or _DATA
    return history_of(_rows(source / "lists.csv"), _rows(source / "history.csv"))


def history_of(lists: Iterable[Mapping[str, str]], trails: Iterable[Mapping[str, str]]) -> History:
    """Rows of ``lists.csv`` and of ``history.csv`` -> the history."""
    counts: dict[date, list[tuple[str, int]]] = {}
    for row in lists:
        of_day = counts.setdefault(date.fromisoformat(row["list_date"]), [])
        if row["model"]:
            of_day.append((row["model"], int(row["agreements"])))
    seen = tuple(ListSeen(day, tuple(each)) for day, each in counts.items())
    return History(seen, tuple(_trail(row) for row in trails))


def read_sightings(directory: Path | None = None) -> tuple[Sighting, ...]:
    """The rows of ``sightings.csv``. Raises :class:`RosterTableError`."""
    return tuple(_sighting(row) for row in _rows((directory or _DATA) / "sightings.csv"))


def list_rows(history: History) -> list[dict[str, str]]:
    """Rows for ``lists.csv``."""
    return [
        {"list_date": seen.list_date.isoformat(), "model": model, "agreements": str(count)}
        for seen in history.lists
        for model, count in seen.counts or (("", 0),)
    ]


def trail_rows(history: History) -> list[dict[str, str]]:
    """Rows for ``history.csv``."""
    return [
        {
            "state": trail.state,
            "model": trail.model,
            "kind": trail.kind.value,
            "scope": trail.scope.value,
            "fips": "|".join(trail.fips),
            "signed": trail.signed.isoformat() if trail.signed else "",
            "gone": trail.gone.isoformat() if trail.gone else "",
            "end": trail.end.value if trail.end else "",
            "spans": "|".join(
                f"{span.first.isoformat()} {span.last.isoformat()} {span.agency}"
                for span in trail.spans
            ),
        }
        for trail in history.trails
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    except OSError as error:
        raise RosterTableError(f"{path}: cannot be read ({error}); run `bot data build`") from error


def _trail(row: Mapping[str, str]) -> Trail:
    return Trail(
        state=row["state"],
        model=row["model"],
        kind=AgencyKind(row["kind"]),
        scope=Scope(row["scope"]),
        fips=_fips(row["fips"]),
        signed=_day(row["signed"]),
        spans=tuple(_span(text) for text in row["spans"].split("|")),
        gone=_day(row["gone"]),
        end=End(row["end"]) if row["end"] else None,
    )


def _span(text: str) -> Span:
    first, last, agency = text.split(" ", 2)
    return Span(agency, date.fromisoformat(first), date.fromisoformat(last))


def _sighting(row: Mapping[str, str]) -> Sighting:
    return Sighting(
        state=row["state"],
        agency=row["agency"],
        model=row["model"],
        kind=AgencyKind(row["kind"]),
        scope=Scope(row["scope"]),
        fips=_fips(row["fips"]),
        signed=_day(row["signed"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        end=End(row["end"]) if row["end"] else None,
    )


def _fips(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.split("|") if code)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
