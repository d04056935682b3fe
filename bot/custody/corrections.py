"""Corrections to what is known of jails: ``content/jails.toml``, read and checked.

Four kinds of entry, each with ``source`` (a web address or "called, NAME") and ``date``:
``[[county]]`` the number to ask for a person in a county's jail, ``[[change]]`` and
``[[withdraw]]`` a ``phone`` wherever it stands, ``[[runs]]`` who runs a county's jail.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.custody.custody import OperatorKind
from bot.phone import display, e164

JAIL_CORRECTIONS = "jails.toml"
"""The file's name in the folder of the advocates' texts."""


class CustodyCorrectionError(ValueError):
    """An entry cannot be used; the message names the file and the entry, and what to write."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry, checked. ``where`` says file and entry; numbers in ``told`` are E.164."""

    where: str
    act: str
    told: Mapping[str, str]


_SIGNED = ("source", "date")
FIELDS = {
    "county": ("county", "name", "phone", *_SIGNED),
    "change": ("phone", "new_phone", *_SIGNED),
    "withdraw": ("phone", "reason", *_SIGNED),
    "runs": ("county", "kind", "body", *_SIGNED),
}
"""Which entries there are, and what each must say; nothing else may stand in them."""


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """All entries in the order of the file; none where there is no file.

    Raises :class:`CustodyCorrectionError`.
    """
    if not path.exists():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CustodyCorrectionError(f"{path}: {error}") from error
    return tuple(_entries(path, tables))


def _entries(path: Path, tables: Mapping[str, object]) -> Iterator[Correction]:
    for act, entries in tables.items():
        if act not in FIELDS or not isinstance(entries, list):
            known = ", ".join(f"[[{one}]]" for one in FIELDS)
            raise CustodyCorrectionError(f"{path}: [{act}]: write one of {known}")
        for number, entry in enumerate(entries, start=1):
            where = f"{path}: [[{act}]] {number}"
            complaints = list(_complaints(act, entry))
            if complaints:
                raise CustodyCorrectionError(f"{where}: {'; '.join(complaints)}")
            yield Correction(
                where, act, {key: _plain(key, entry.get(key, "")) for key in FIELDS[act]}
            )


def _complaints(act: str, entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"write [[{act}]] on a line of its own"
        return
    for key in FIELDS[act]:
        if key == "body" and entry.get("kind") == OperatorKind.NONE:
            continue  # nobody runs a jail that is not there
        if key not in entry:
            yield f"{key} is missing"
        elif wrong := _complaint_about(key, entry[key]):
            yield f"{key} {wrong}"
    for key in entry:
        if key not in FIELDS[act]:
            yield f"unknown key {key!r}"


def _complaint_about(key: str, value: object) -> str:
    if key == "date":
        fits = isinstance(value, date) and not isinstance(value, datetime)
        return "" if fits else "is a date without quotes, like 2026-11-22"
    if not isinstance(value, str) or not value.strip():
        return "is a text in quotes"
    if key == "county":
        shaped = re.fullmatch(r"\d{5}", value)
        return "" if shaped else "is the code of five digits that `bot places find` prints"
    if key == "kind":
        kinds = sorted(kind.value for kind in OperatorKind)
        return "" if value in kinds else f"is one of {', '.join(kinds)}"
    return _complaint_about_phone(value) if key in ("phone", "new_phone") else ""


def _complaint_about_phone(printed: str) -> str:
    try:
        display(e164(printed))
    except ValueError as error:
        return f"({error})"
    return ""


def _plain(key: str, value: object) -> str:
    return e164(value) if key in ("phone", "new_phone") else str(value).strip()
