"""One issue of one source's list: rows of a CSV file -> contacts, or a complaint for each fault.

The layout is that of ``contacts.csv``; only :data:`REQUIRED` must be filled. ``expires`` may hold
the day on which a recognition ends; the source's own limit comes first where it is earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.legal_aid.contact import LASTS_DAYS, Contact, RunBy
from bot.legal_aid.corrections import complaint_about
from bot.legal_aid.table import COLUMNS, contact_from_row
from bot.phone import e164

REQUIRED = ("org", "phone", "reach", "state", "services", "source", "source_date")
SOURCE = re.compile(r"[a-z][a-z0-9_]{2,40}")
_LISTS = ("counties", "serves", "services", "languages", "excludes")
_NO_NAME = re.compile(
    r"(toll[ -]free|fax|phone|tel|mailing address|address|e-?mail|hours|(\w+ )?office)\s*:?|.*:",
    re.IGNORECASE,
)
"""What parsers of the printed lists take for an organisation: a label inside its entry."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one row; ``line`` is its line in the file, 1 for the header."""

    line: int
    org: str
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.org or 'no name'}: {self.what}"


@dataclass(frozen=True, slots=True)
class Issue:
    """The good rows of a file as contacts, all of one source and date, and the complaints."""

    contacts: tuple[Contact, ...]
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row is held against: the state of each county, and numbers of people in other
    custody than ICE's, with what to do instead."""

    states: Mapping[str, str]
    refused: Mapping[str, str]
    today: date


def read_issue(rows: Iterable[tuple[int, Mapping[str, str]]], ground: Ground) -> Issue:
    """Each row with its line number. Nothing is dropped in silence: good rows or complaints."""
    contacts: list[Contact] = []
    complaints: list[Complaint] = []
    seen: dict[str, str] = {}
    for line, row in rows:
        org = row.get("org", "").strip()
        faults = list(_faults(row, ground))
        phone = "" if faults else e164(row["phone"])
        if phone and phone in seen:
            faults.append(f"the number stands in this file already, for {seen[phone]}")
        complaints += [Complaint(line, org, fault) for fault in faults]
        if not faults:
            seen[phone] = org
            contacts.append(_contact(row))
    complaints += _of_one_source(contacts)
    return Issue(tuple(contacts), tuple(complaints))


def _of_one_source(contacts: Iterable[Contact]) -> Iterator[Complaint]:
    sources = sorted({(contact.source, contact.source_date) for contact in contacts})
    if len(sources) > 1:
        said = ", ".join(f"{source} of {day}" for source, day in sources[:4])
        yield Complaint(1, "the file", f"has more than one source or date ({said}); give one each")


def _faults(row: Mapping[str, str], ground: Ground) -> Iterator[str]:
    missing = [key for key in REQUIRED if not row.get(key, "").strip()]
    if row.get("reach") == "national":
        missing = [key for key in missing if key != "state"]
    if missing:
        yield f"{', '.join(missing)} missing"
        return
    if _NO_NAME.fullmatch(row["org"].strip()):
        yield "is no name of an organisation: join it to the entry that it belongs to"
    for key, value in _values(row).items():
        if wrong := complaint_about(key, value):
            yield f"{key} {wrong}"
            return
    yield from _of_place(row, ground)
    yield from _of_source(row, ground.today)
    if (instead := ground.refused.get(e164(row["phone"]))) is not None:
        yield f"this number is for people in other custody; {instead}"


def _values(row: Mapping[str, str]) -> Mapping[str, object]:
    """The cells as a correction would write them, so that both are held to the same rules."""
    checked = ("phone", "reach", "extension", "hours", "limit")
    values: dict[str, object] = {key: row[key] for key in checked if row.get(key, "").strip()}
    return values | {key: row[key].split() for key in _LISTS if row.get(key, "").strip()}


def _of_place(row: Mapping[str, str], ground: Ground) -> Iterator[str]:
    state, reach = row.get("state", ""), row["reach"]
    if state and state not in ground.states.values():
        yield f"state {state!r} is no postal code of a state"
    for fips in row.get("counties", "").split():
        if fips not in ground.states:
            yield f"county {fips} is in no state"
        elif ground.states[fips] != state and ground.states[fips] not in row.get("serves", ""):
            yield f"county {fips} lies in {ground.states[fips]}, not in {state}"
    placed = row.get("counties") or row.get("serves") or (row.get("lat") and row.get("lon"))
    if reach in ("county", "court") and not placed:
        yield "say whom it serves: counties, serves, or lat and lon of the office"
    for key, most in (("lat", 90), ("lon", 180)):
        if row.get(key) and not _is_degrees(row[key], most):
            yield f"{key} {row[key]!r} is no number of degrees"


def _is_degrees(text: str, most: int) -> bool:
    try:
        return -most <= float(text) <= most
    except ValueError:
        return False


def _of_source(row: Mapping[str, str], today: date) -> Iterator[str]:
    if not SOURCE.fullmatch(row["source"]):
        yield f"source {row['source']!r}: write one key in small letters, like doj_roster"
    if row.get("run_by", "") not in {"", *(one.value for one in RunBy)}:
        yield f"run_by is one of {[one.value for one in RunBy]}"
    for key in ("source_date", "expires"):
        if row.get(key) and _day(row[key]) is None:
            yield f"{key} {row[key]!r} is no date like 2026-11-22"
    day = _day(row["source_date"])
    if day and day > today:
        yield f"source_date {day} is in the future"
    elif day and (today - day).days > LASTS_DAYS:
        yield f"source_date {day} is over a year ago: find a newer issue"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _contact(row: Mapping[str, str]) -> Contact:
    """A row without faults. A recognition that waits for its renewal does not end it."""
    made = date.fromisoformat(row["source_date"])
    last = made + timedelta(days=LASTS_DAYS)
    ends = _day(row.get("expires", ""))
    renewing = row.get("renewing", "") == "yes"
    cells = {key: row.get(key, "").strip() for key in COLUMNS}
    return contact_from_row(
        {
            **cells,
            "phone": e164(row["phone"]),
            "run_by": cells["run_by"] or RunBy.NONPROFIT.value,
            "expires": (min(last, ends) if ends and not renewing else last).isoformat(),
            "missing_since": "",
        }
    )
