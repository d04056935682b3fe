"""The open data set: every county of the country, those not listed too, and what each list changed.

The schema is docs/open-data.md; a test holds the two together. Pure.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from bot.agreements.history import Change, History
from bot.agreements.roster import Roster
from bot.custody.custody import Custody
from bot.places.place import County
from bot.standing import Entry, Standing, standing

Row = Mapping[str, object]

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
SOURCES = (
    "ICE, list of participating agencies, https://www.ice.gov/identify-and-arrest/287g",
    "MigrantUSA, CC BY 4.0, https://migrantusa.com/datasets (the list of 2026-07-24)",
)
NOT_LISTED = (
    "status none means only: not on ICE's list of that date. It never means that there is no "
    "agreement or that a place is safe."
)
COUNTY_COLUMNS = (
    *("fips", "state", "county", "status", "jail_models", "jail_run_by_listed_body"),
    *("street_models", "local_agencies", "statewide_agencies", "agencies", "pending", "left"),
    *("list_date", "source"),
)


def county_rows(
    roster: Roster, custody: Custody, counties: Mapping[str, County]
) -> Iterable[dict[str, object]]:
    """One row for every county, by code: what each holds is in docs/open-data.md."""
    for fips in sorted(counties):
        stand = standing(counties[fips], roster, custody)
        yield {
            "fips": fips,
            "state": stand.county.state,
            "county": stand.county.name,
            "status": _status(stand),
            "jail_models": sorted({entry.model for entry in stand.jail}),
            "jail_run_by_listed_body": _run_by_listed(stand),
            "street_models": sorted({entry.model for entry in stand.street}),
            "local_agencies": len({entry.agency for entry in stand.local}),
            "statewide_agencies": len({entry.agency for entry in stand.statewide}),
            "agencies": [
                _entry(entry, where)
                for where in ("jail", "street", "local", "statewide")
                for entry in getattr(stand, where)
            ],
            "pending": [_entry(entry, "pending") for entry in stand.pending],
            "left": [_entry(entry, "left") for entry in stand.left],
            "list_date": stand.list_date.isoformat(),
            "source": SOURCES[0],
        }


def counties_document(rows: Iterable[Row], list_date: date) -> dict[str, object]:
    """``/data/counties.json``: the rows with what a reader must know."""
    return {
        "title": "287(g) agreements by county, after ICE's list",
        "list_date": list_date.isoformat(),
        "note": NOT_LISTED,
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "sources": list(SOURCES),
        "counties": list(rows),
    }


def counties_csv(rows: Iterable[Row]) -> str:
    """The same rows as CSV. Several values in one cell are parted by ``|``."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COUNTY_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _cell(row[column]) for column in COUNTY_COLUMNS})
    return out.getvalue()


def change_rows(history: History, since: date = date.min) -> list[dict[str, object]]:
    """What each list changed against the one before, newest first."""
    return [_change(change) for change in history.changes(since)]


def changes_document(history: History, since: date = date.min) -> dict[str, object]:
    """``/data/changes.json``."""
    return {
        "title": "Changes between ICE's lists of 287(g) agreements",
        "note": (
            "left means: on the list of `before`, not on that of `list_date`. ICE publishes no "
            "reason and no end date."
        ),
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "sources": list(SOURCES),
        "lists": [seen.list_date.isoformat() for seen in history.lists],
        "changes": change_rows(history, since),
    }


def _status(stand: Standing) -> str:
    """The place nearest to a person held in the county's jail where an agreement stands."""
    for where in ("jail", "street", "local", "statewide"):
        if getattr(stand, where):
            return where
    return "none"


def _run_by_listed(stand: Standing) -> bool | None:
    """Whether a listed body runs the county's jail; None where none is listed, or nobody knows."""
    verdicts = {entry.runs_jail for entry in stand.jail}
    if True in verdicts:
        return True
    return False if verdicts == {False} else None


def _entry(entry: Entry, where: str) -> dict[str, object]:
    found: dict[str, object] = {
        "agency": entry.agency,
        "model": entry.model,
        "where": where,
        "kind": entry.kind.value,
        "signed": entry.signed.isoformat() if entry.signed else None,
        "moa_url": entry.moa_url,
    }
    if where == "jail":
        found["runs_jail"] = entry.runs_jail
    if entry.last_seen and entry.first_missing:
        found |= {
            "last_seen": entry.last_seen.isoformat(),
            "first_missing": entry.first_missing.isoformat(),
        }
    return found


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "|".join(_text(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value


def _text(value: object) -> str:
    if isinstance(value, dict):
        return f"{value['agency']} ({value['model']}, {value['where']})".replace("|", "/")
    return str(value)


def _change(change: Change) -> dict[str, object]:
    return {
        "list_date": change.list_date.isoformat(),
        "before": change.before.isoformat(),
        "change": change.what.value,
        "state": change.state,
        "agency": change.agency,
        "formerly": change.formerly or None,
        "model": change.model,
        "scope": change.scope.value,
        "fips": list(change.fips),
        "signed": change.signed.isoformat() if change.signed else None,
    }
