"""The short strings of ``locales/`` against their template: complete, and with the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from bot.library.finding import Complaint, Finding, complaint

TEMPLATE = "messages.pot"
_PLACE = re.compile(r"%\(\w+\)s|%s")
_MARK_OF_LIST = ("list", ", ")

Key = tuple[str, str]
"""Context ("" for none) and English."""


def catalogue_path(locales_dir: Path, code: str) -> Path:
    return locales_dir / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"


def read_strings(path: Path) -> dict[Key, Message]:
    """The entries of a catalogue or of the template, in its order. Raises ValueError."""
    try:
        with path.open("rb") as file:
            return entries(read_po(file, abort_invalid=True))
    except (OSError, PoFileError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from error


def entries(catalog: Catalog) -> dict[Key, Message]:
    return {(str(one.context or ""), str(one.id)): one for one in catalog if one.id}


def check_strings(locales_dir: Path, code: str) -> Iterator[Complaint]:
    """Complaints about one language's catalogue, each with its line."""
    path = catalogue_path(locales_dir, code)
    place = f"locales/{path.relative_to(locales_dir)}"
    try:
        wanted, have = read_strings(locales_dir / TEMPLATE), read_strings(path)
    except ValueError as error:
        yield complaint(place, str(error))
        return
    for key, template in wanted.items():
        message = have.get(key)
        if message is None:
            yield complaint(place, f'"{template.id}" is missing; copy it from {TEMPLATE}')
            continue
        fault = string_fault(key, str(message.string or ""))
        if message.fuzzy:
            fault = "is marked fuzzy, so English is sent; look at it and take the mark away"
        if fault:
            yield Complaint(place, Finding(f'"{template.id}" {fault}'), message.lineno or 0)
    for key in have.keys() - wanted.keys():
        what = f'"{key[1]}" is asked for nowhere; take it out'
        yield Complaint(place, Finding(what), have[key].lineno or 0)


def string_fault(key: Key, translation: str) -> str:
    """Why a translation of a short string cannot be used, or ""."""
    if not translation.strip() and key != _MARK_OF_LIST:
        return "is not translated; write it"
    if sorted(_PLACE.findall(key[1])) != sorted(_PLACE.findall(translation)):
        return f"needs the same places as the English: {', '.join(_PLACE.findall(key[1]))}"
    return ""
