"""Menu entries and short strings of a translator's book. Pure."""

from __future__ import annotations

from bot.library.checking import LONGEST_LABEL, SEGMENT_USD
from bot.library.letters import dear_letters
from bot.library.rules import PLAIN
from bot.library.strings import TEMPLATE, catalogue_path, read_strings, string_fault
from bot.rendering.direction import measured
from bot.translation.leaving import STRINGS
from bot.translation.row import Row
from bot.translation.shelf import Shelf

TEXTED = ("county", "state", "limit")
"""Contexts of strings that only text messages hold; a web page has no price."""


def label_fault(row: Row, code: str, shelf: Shelf) -> str:
    """Why a text cannot be a topic's name in menus, or "" (also for any other row)."""
    kind, _, last = row.key.rpartition("/")
    if last != "label":
        return ""
    if "\n" in row.text or len(row.text) > LONGEST_LABEL:
        return f"A menu entry has one line of at most {LONGEST_LABEL} letters; this has " + (
            "several lines" if "\n" in row.text else str(len(row.text))
        )
    for topic in shelf.library.topics.values():
        same = topic.labels.get(code, "").casefold() == row.text.casefold()
        if same and topic.name != kind.rpartition("/")[2]:
            return f"{topic.name} has the same name in menus; find another"
    return _dear(row, code, shelf)


def short_fault(row: Row, code: str, shelf: Shelf) -> str:
    """Why a text cannot be a short string, or "" (also for any other row)."""
    kind, _, rest = row.key.partition("/")
    if kind != STRINGS:
        return ""
    context, _, english = rest.partition("/")
    template = read_strings(shelf.locales / TEMPLATE).entries[context, english]
    forms = row.text.split("\n")
    if len(forms) > 1 and not template.is_plural:
        return "A short string has one line"
    plurals = read_strings(catalogue_path(shelf.locales, code)).plurals
    fault = string_fault(template, forms, plurals)
    if fault:
        return f"The text {fault}"
    return _dear(row, code, shelf) if context in TEXTED else ""


def _dear(row: Row, code: str, shelf: Shelf) -> str:
    reasons = shelf.rules.letters.get(code, PLAIN)
    found = dear_letters([row.text], reasons, measured, SEGMENT_USD)
    return next((one.what for one in found), "")
