"""What can be wrong with a row by itself, before its words are held to the rules. Pure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.translation.row import Row, english_moved, folded, plain, text_moved

_JOINERS = "\u200c\u200d"
"""Zero width joiner and non-joiner: letters of some scripts and emoji need them."""

_ENOUGH_WORDS_TO_TELL = 4


def screened(rows: Iterable[Row], fresh: Mapping[str, Row]) -> Iterator[Row]:
    """The rows with their plain text, and with ``wrong`` filled in where they cannot be taken.
    ``fresh`` are the rows of today by key."""
    rows = list(rows)
    seen = Counter(row.key for row in rows)
    for row in rows:
        clean = replace(row, text=plain(row.text))
        if row.wrong:
            yield replace(row, wrong=f"The text {row.wrong}")
        elif row.key not in fresh:
            yield replace(clean, wrong=_unknown(row.key))
        elif seen[row.key] > 1:
            what = f"{row.key} stands {seen[row.key]} times in the file; keep one of these rows"
            yield replace(clean, wrong=what)
        elif fresh[row.key].text and _is_untouched(clean):
            yield replace(clean, text=fresh[row.key].text)
        else:
            yield replace(clean, wrong=_fault(clean, fresh[row.key]))


def _unknown(key: str) -> str:
    if not key:
        return "The row has no key; copy the key of this text from a new export"
    return f"No text is called {key}; put the key back, or take the row out"


def _is_untouched(row: Row) -> bool:
    """The text as it was exported, without a reader's mark: it says nothing new, and what moved
    in the meantime stays."""
    return bool(row.mark) and not row.read and not text_moved(row.mark, row.text)


def _fault(row: Row, now: Row) -> str:
    if not row.text:
        return ""
    hidden = sorted({letter for letter in row.text if _is_hidden(letter)})
    if hidden:
        names = ", ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}" for one in hidden)
        return f"The text holds characters that nobody sees ({names.strip()}); write it anew"
    if _is_still_english(row, now):
        return "The text is still the English one; translate it, or leave it empty"
    return _moved(row, now)


def _moved(row: Row, now: Row) -> str:
    """Whether the English or the text of today is another than when the file was made."""
    if english_moved(row.mark, now.english) if row.mark else _differs(row.english, now.english):
        return f"The English has changed since this file was made. It is now: {now.english}"
    if row.english and _differs(row.english, now.english):
        return "The English of this row was changed; translate the English as it was exported"
    if row.mark and now.text and text_moved(row.mark, now.text) and _differs(row.text, now.text):
        return f"Somebody else has changed this text since the export. It is now: {now.text}"
    return ""


def _differs(one: str, other: str) -> bool:
    return folded(one) != folded(other)


def _is_hidden(letter: str) -> bool:
    if letter in _JOINERS or letter == "\n":
        return False
    return unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs")


def _is_still_english(row: Row, now: Row) -> bool:
    is_card = row.key.rpartition("/")[2].isdigit()
    long_enough = len(now.english.split()) >= _ENOUGH_WORDS_TO_TELL
    return is_card and long_enough and not _differs(row.text, now.english)
