"""The two layouts that `bot legal-aid import` reads: ours, and that of the collected directory.

Ours is ``contacts.csv`` (see :mod:`bot.legal_aid.issue`). The directory's has one file
for all sources, with notes in free text that the rules of :mod:`bot.harvest.legal_aid_words` read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.agreements.csv_rows import csv_rows
from bot.harvest.legal_aid import SOURCE_KEYS, contact_row, reason_left_out, source_key
from bot.legal_aid.contact import LASTS_DAYS
from bot.legal_aid.issue import REQUIRED
from bot.legal_aid.table import COLUMNS

Row = dict[str, str]
Lines = list[tuple[int, Row]]
PlaceOf = Callable[[str], tuple[str, str]]
"""A town with its state, or a county's code -> lat and lon in degrees, or two blanks."""

OF_DIRECTORY = frozenset({"phone_e164", "send_ok", "confidence", "notes"})


class LayoutError(ValueError):
    """The file is no list of legal help; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of each source with their line in the file, and what its own marks leave out."""

    sources: Mapping[str, Lines]
    left_out: tuple[str, ...] = ()


def read_sheet(path: Path, place_of: PlaceOf, on: date) -> Sheet:
    """Raises :class:`LayoutError` for a file that is no such list, or an empty one."""
    columns, rows = _rows(path)
    if set(columns) >= OF_DIRECTORY:
        return _of_directory(rows, place_of, on)
    missing = [column for column in REQUIRED if column not in columns]
    unknown = [column for column in columns if column not in COLUMNS]
    if missing or unknown:
        raise LayoutError(
            f"{path}: no list of legal help in a layout that is known here. "
            f"Missing columns: {', '.join(missing) or 'none'}; "
            f"unknown: {', '.join(unknown) or 'none'}; known: {', '.join(COLUMNS)}"
        )
    sources = sorted({row["source"] for _, row in rows})
    if len(sources) != 1:
        raise LayoutError(f"{path}: give one file for each source; here are {', '.join(sources)}")
    return Sheet({sources[0]: rows})


def _rows(path: Path) -> tuple[list[str], Lines]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LayoutError(f"{path}: cannot be read as a CSV file in UTF-8: {error}") from error
    try:
        found = list(csv_rows(io.StringIO(text)))
    except csv.Error as error:
        raise LayoutError(f"{path}: {error}") from error
    columns = found[0][1] if found else []
    rows: Lines = []
    for line, cells in found[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            raise LayoutError(f"{path}: line {line} has not as many cells as the header")
        rows.append((line, dict(zip(columns, cells, strict=True))))
    if not rows:
        raise LayoutError(f"{path}: holds no rows below its header")
    return columns, rows


def _of_directory(rows: Lines, place_of: PlaceOf, on: date) -> Sheet:
    sources: dict[str, Lines] = {}
    left_out = []
    for line, row in rows:
        reason = _reason(row, on)
        if reason:
            left_out.append(f"line {line}: {row['org']}: left out, {reason}")
            continue
        key = source_key(row)
        lat, lon = _place(row, place_of)
        sources.setdefault(key, []).append((line, contact_row({**row, "lat": lat, "lon": lon})))
    return Sheet(sources, tuple(left_out))


def _reason(row: Mapping[str, str], on: date) -> str:
    """Its own marks; an invalid number is no reason but a complaint, which the check makes."""
    marked = row["send_ok"] != "yes" or not row["phone_e164"] or row["sms"] == "text_only"
    reason = reason_left_out(row) if marked else ""
    if reason or "unofficial" in row["confidence"] or marked:
        return reason or "no official source, or marked as not to be sent"
    if not any(phrase in row["source"] for phrase, _ in SOURCE_KEYS):
        return "its source is not one of ours"
    made = date.fromisoformat(row["source_date"][:10])
    return "its source is over a year old" if on - made > timedelta(days=LASTS_DAYS) else ""


def _place(row: Mapping[str, str], place_of: PlaceOf) -> tuple[str, str]:
    if row["lat"] or row["scope"] in ("state", "national"):
        return row["lat"], row["lon"]
    town = ",".join(row["address"].rsplit(",", 2)[-2:]).strip()
    return place_of(row["office_county_fips"] or town.rstrip("0123456789- "))
