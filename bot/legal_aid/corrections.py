"""Advocates' corrections: ``content/legal_aid/<STATE>.toml`` and ``national.toml``.

Four kinds of entry, each with ``source`` (a web address or "called, NAME") and ``date``:
``[[add]]`` a contact; ``[[change]]``, ``[[confirm]]`` (the number is right, and lasts a year from
this day) and ``[[withdraw]]`` the contact with this ``phone``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.legal_aid.contact import EXCLUSIONS, LIMITS, SERVICES, Reach
from bot.phone import display, e164

Entry = Mapping[str, object]


class DirectoryError(ValueError):
    """The directory or a correction cannot be used; the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry, checked. ``where`` says file and entry; ``act`` is its kind."""

    where: str
    act: str
    phone: str
    entry: Entry


_TOLD = frozenset({"extension", "services", "languages", "hours", "limit", "excludes", "website"})
_SIGNED = frozenset({"source", "date"})
ALLOWED = {
    "add": _TOLD | _SIGNED | {"org", "phone", "reach", "counties", "serves", "lat", "lon"},
    "change": _TOLD | _SIGNED | {"phone", "new_phone"},
    "confirm": _SIGNED | {"phone"},
    "withdraw": _SIGNED | {"phone", "reason"},
}
REQUIRED = {
    "add": ("org", "phone", "reach", "services", "source", "date"),
    "change": ("phone", "source", "date"),
    "confirm": ("phone", "source", "date"),
    "withdraw": ("phone", "reason", "source", "date"),
}
_KINDS = "[[add]], [[change]], [[confirm]] or [[withdraw]]"
_LISTS = frozenset({"counties", "serves", "services", "languages", "excludes"})
_NUMBERS = frozenset({"lat", "lon"})
_DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_TIME = r"\d{1,2}:\d\d-\d{1,2}:\d\d"
_SPAN = f"{_DAY}([-,]{_DAY})* {_TIME}(, {_TIME})*"
HOURS = re.compile(f"24/7|({_SPAN}(; {_SPAN})*( (ET|CT|MT|PT))?)?")


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """All entries of all files, in the order of file names. A missing folder holds none."""
    found: list[Correction] = []
    for path in sorted(folder.glob("*.toml")):
        if not re.fullmatch(r"[A-Z]{2}|national", path.stem):
            raise DirectoryError(f"{path}: name it after a state (TX.toml) or national.toml")
        found.extend(_corrections(path))
    return tuple(found)


def _corrections(path: Path) -> Iterable[Correction]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DirectoryError(f"{path}: {error}") from error
    for act, entries in tables.items():
        if act not in ALLOWED or not isinstance(entries, list):
            raise DirectoryError(f"{path}: write {_KINDS}, not {act}")
        for number, entry in enumerate(entries, start=1):
            yield _checked(f"{path}: [[{act}]] {number}", act, entry, path.stem)


def _checked(where: str, act: str, entry: Entry, stem: str) -> Correction:
    if not isinstance(entry, dict):
        raise DirectoryError(f"{where}: write [[{act}]] on a line of its own")
    complaints = [
        *(f"{key} is missing" for key in REQUIRED[act] if key not in entry),
        *(f"unknown key {key!r}" for key in entry if key not in ALLOWED[act]),
        *(
            f"{key} {wrong}"
            for key, value in entry.items()
            if (wrong := complaint_about(key, value))
        ),
    ]
    complaints += [] if complaints else _complaints_of_whole(act, entry, stem)
    if complaints:
        raise DirectoryError(f"{where}: {'; '.join(complaints)}")
    state = "" if stem == "national" else stem
    return Correction(where, act, e164(entry["phone"]), {**entry, "state": state})


def _complaints_of_whole(act: str, entry: Entry, stem: str) -> list[str]:
    if act == "change" and len(entry) == len(REQUIRED[act]):
        return ["says nothing to change: a number that is still right is a [[confirm]]"]
    if act == "add" and (stem == "national") != (entry["reach"] == "national"):
        return ["national contacts stand in national.toml, and only they"]
    if act == "add" and not _placed(entry):
        return ["say whom it serves: counties, serves, or lat and lon"]
    return []


def _placed(entry: Entry) -> bool:
    if entry["reach"] in ("state", "national") or entry.get("counties") or entry.get("serves"):
        return True
    return "lat" in entry and "lon" in entry


def complaint_about(key: str, value: object) -> str:
    """What is wrong with this value, or ``""``."""
    if key == "date":
        fits = isinstance(value, date) and not isinstance(value, datetime)
        return "" if fits else "is a date without quotes, like 2026-11-22"
    if key in _NUMBERS:
        return "" if isinstance(value, float) else "is a number of degrees, like 42.281"
    if key in _LISTS:
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return _unknown(key, value) if fits else 'is a list, like ["es", "en"]'
    if not isinstance(value, str):
        return "is a text in quotes"
    return _bad_text(key, value)


def _bad_text(key: str, text: str) -> str:
    if key in ("phone", "new_phone"):
        return _bad_phone(text)
    if key == "limit":
        return "" if text in LIMITS | {""} else f"is one of {sorted(LIMITS)}"
    if key == "reach":
        reaches = [reach.value for reach in Reach]
        return "" if text in reaches else f"is one of {reaches}"
    if key == "hours":
        return "" if HOURS.fullmatch(text) else "is 24/7 or like Mon-Fri 9:00-17:00"
    if key == "extension":
        return "" if text.isdigit() else "is digits"
    return "" if text.strip() else "is empty"


def _unknown(key: str, value: object) -> str:
    shapes = {"counties": r"\d{5}", "serves": r"[A-Z]{2}", "languages": r"[a-z]{2,3}(-[A-Za-z]+)?"}
    known = {"services": SERVICES, "excludes": EXCLUSIONS}
    for item in value if isinstance(value, list) else ():
        if key in known and item not in known[key]:
            return f"has {item!r}, which is none of {sorted(known[key])}"
        if key in shapes and not re.fullmatch(shapes[key], item):
            return f"has {item!r}, which is no {key} code"
    return ""


def _bad_phone(text: str) -> str:
    try:
        display(e164(text))
    except ValueError as error:
        return str(error)
    return ""
