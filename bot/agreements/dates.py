"""A date of signing as people type it. A date that could be two days is no date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.agreements.spelling import tidy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
# A clock of no zone: with one, midnight of another place could be the day before.
_TIME = re.compile(r"[t ]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]m)?$")
_SHAPES = (
    re.compile(r"(?P<y>\d{4})[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)"),
    re.compile(r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4}|\d\d)"),
    # With dashes others write the day first: 3-19-2025 is one day, 03-04-2025 could be two.
    re.compile(r"(?P<m>\d\d?)-(?P<d>1[3-9]|2\d|3[01])-(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d\d?)[- ](?P<m>[a-z]+)\.?[- ](?P<y>\d{4}|\d\d)"),
    re.compile(r"(?P<m>[a-z]+)\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? (?P<y>\d{4})"),
)
_SERIALS = range(42370, 73051)  # days that Excel counts: the start of 2016 to the end of 2099
_EXCEL_ZERO = date(1899, 12, 30)
_FIRST_SHORT_YEAR = 2016


def read_date(value: Any, day_first: bool = False) -> tuple[date | None, str | None]:
    """The day and what was changed; None and the reason where it is no day, or could be two.

    ``day_first``: others in its column are so written, and 3/4/2025 could be two days.
    """
    if isinstance(value, datetime):
        return value.date(), None
    if isinstance(value, date):
        return value, None
    text = "" if value is None else tidy(str(value))
    if not text:
        return None, None
    if (counted := _counted(text)) is not None:
        return counted, f"signed {text} is Excel's number of a day, read as {counted}"
    read = None if day_first and _SLASHES.match(text) else _read(text.rstrip("*").strip().lower())
    if read is None:
        return None, f'signed "{text}" is no date: left out, not guessed'
    said = f'signed "{text}" is text, read as {read}' if text != read.isoformat() else None
    return read, said


def day_first(values: Iterable[Any]) -> bool:
    """True for a column in which more dates can only have the day first (19/3/2025) than the
    month: it was saved on a computer of another country, and none of its slashes can be read."""
    pairs = [found for value in values if (found := _SLASHES.match(str(value).strip()))]
    return sum(int(pair[1]) > _MONTHS_IN_ALL for pair in pairs) > sum(
        int(pair[2]) > _MONTHS_IN_ALL for pair in pairs
    )


_SLASHES = re.compile(r"(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)\b")
_MONTHS_IN_ALL = 12


def _counted(text: str) -> date | None:
    """Excel's count of days, in a cell that lost its format; other numbers are no day."""
    if not re.fullmatch(r"\d{5}(\.\d+)?", text):
        return None
    days = int(float(text))
    return _EXCEL_ZERO + timedelta(days=days) if days in _SERIALS else None


def _read(text: str) -> date | None:
    bare = _TIME.sub("", text)
    for shape in _SHAPES:
        if found := shape.fullmatch(bare):
            return _day(found["y"], found["m"], found["d"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month(month)
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    if len(year) == 2 and full_year < _FIRST_SHORT_YEAR:
        return None
    try:
        return date(full_year, number, int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    """1 to 12; 0 for a word that is no month."""
    if word in _FULL:
        return _FULL.index(word) + 1
    short = "sep" if word == "sept" else word
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
