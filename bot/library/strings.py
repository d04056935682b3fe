"""The short strings of ``locales/`` against their template: complete, and with the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from bot.library.finding import Complaint, Finding, complaint

TEMPLATE = "messages.pot"
_PLACE = re.compile(r"%\(\w+\)s|%s")
MARK_OF_LIST = ("list", ", ")

Key = tuple[str, str]
"""Context ("" for none) and English (its first form)."""


class Short(NamedTuple):
    """One short string. ``english`` has its two forms on two lines where it counts something;
    ``forms`` are the translation, one for each plural of the language."""

    key: Key
    english: str
    forms: tuple[str, ...]
    fuzzy: bool
    line: int

    @property
    def is_plural(self) -> bool:
        return "\n" in self.english


class Strings(NamedTuple):
    """A catalogue: its entries, and how many plural forms its language has."""

    entries: dict[Key, Short]
    plurals: int


def catalogue_path(locales_dir: Path, code: str) -> Path:
    return locales_dir / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"


def read_strings(path: Path) -> Strings:
    """The entries of a catalogue or of the template, in its order. Raises ValueError."""
    try:
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except (OSError, PoFileError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from error
    found = (_short(message) for message in catalog if message.id)
    return Strings({one.key: one for one in found}, catalog.num_plurals)


def _short(message: Message) -> Short:
    english = message.id if isinstance(message.id, str) else "\n".join(message.id)
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    key = (str(message.context or ""), english.partition("\n")[0])
    return Short(key, english, tuple(map(str, forms)), message.fuzzy, message.lineno or 0)


def check_strings(locales_dir: Path, code: str) -> Iterator[Complaint]:
    """Complaints about one language's catalogue, each with its line."""
    path = catalogue_path(locales_dir, code)
    place = f"locales/{path.relative_to(locales_dir)}"
    try:
        wanted, have = read_strings(locales_dir / TEMPLATE), read_strings(path)
    except ValueError as error:
        yield complaint(place, str(error))
        return
    for key, template in wanted.entries.items():
        short = have.entries.get(key)
        if short is None:
            yield complaint(place, f'"{key[1]}" is missing; copy it from {TEMPLATE}')
            continue
        fault = string_fault(template, short.forms, have.plurals)
        if short.fuzzy:
            fault = "is marked fuzzy, so English is sent; look at it and take the mark away"
        if fault:
            yield Complaint(place, Finding(f'"{key[1]}" {fault}'), short.line)
    for key in have.entries.keys() - wanted.entries.keys():
        what = f'"{key[1]}" is asked for nowhere; take it out'
        yield Complaint(place, Finding(what), have.entries[key].line)


def string_fault(template: Short, forms: Sequence[str], plurals: int) -> str:
    """Why these forms (one, or as many as the language has plurals) cannot be used, or ""."""
    if template.key == MARK_OF_LIST:
        return ""
    needed = plurals if template.is_plural else 1
    if not any(form.strip() for form in forms):
        return "is not translated; write it"
    if len(forms) != needed or not all(form.strip() for form in forms):
        return f"has {len(forms)} forms, this language needs {needed}"
    places = set(_PLACE.findall(template.english))
    if any(set(_PLACE.findall(form)) != places for form in forms):
        return f"needs the same places as the English: {', '.join(sorted(places))}"
    return ""
