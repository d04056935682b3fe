"""Words in a cell which say that an agreement has ended, rests, or is not made yet.

ICE takes ended agreements off its list; a cell that says so is news for a person. The row stays:
only a person may decide that a jail has no agreement any more.
"""

from __future__ import annotations

import re

from bot.agreements.spelling import fold, tidy

_MARK = (
    r"(?:terminat(?:ed|ion|ing)|suspend(?:ed|ing)|suspension|withdr(?:ew|awn|awal|awing)"
    r"|rescind(?:ed|ing)|rescission|revoked|cancell?ed|expired|discontinued|ended|inactive"
    r"|no longer(?: (?:participating|active|in effect|valid))?|not (?:active|participating|renewed)"
    r"|on hold|paused|pending)"
)
_WORD = re.compile(rf"\b{_MARK}\b", re.IGNORECASE)
_USUAL = re.compile(r"\blink\s+pending\b", re.IGNORECASE)
_BRACKETED = re.compile(rf"[(\[*]+[^()\[\]*]*\b{_MARK}\b[^()\[\]*]*[)\]*]+", re.IGNORECASE)
_LEADING = re.compile(rf"^\W*{_MARK}\b[\d/. ]*(?:[-–—:;,*|]+|$)\s*", re.IGNORECASE)
_TRAILING = re.compile(rf"[\s\-–—:;,*|(\[]+{_MARK}\b.*$", re.IGNORECASE | re.DOTALL)
_DENIED = frozenset({"", "no", "n", "na", "n a", "none", "active", "false", "0", "current"})


def mark_in(text: str) -> str | None:
    """The word as printed, or None. "link pending" is the usual word for a PDF that comes later."""
    found = _WORD.search(_USUAL.sub(" ", tidy(text)))
    return found[0] if found else None


def without_mark(text: str) -> str:
    """The text without the word, its brackets and what follows it; unchanged where none stands."""
    if mark_in(text) is None:
        return text
    for shape in (_BRACKETED, _LEADING, _TRAILING):
        text = shape.sub(" ", text)
    return tidy(text)


def about_cell(column: str, text: str) -> str | None:
    """What to say about a cell that holds such a word."""
    mark = mark_in(text)
    return f"the {column} cell says {mark}: look at it" if mark else None


def about_other_column(header: str, text: str) -> str | None:
    """The same for a column that is none of ours; one named TERMINATED speaks by any value."""
    if said := about_cell(header or "nameless", text):
        return said
    if mark_in(header) and fold(text) not in _DENIED:
        return f"the {header} cell says {tidy(text)}: look at it"
    return None
