"""What a translator's file consists of: one row for each card, menu entry, list, short string."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

_SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` says what it is (``topics/detainer/1``); ``text`` is the translation. ``read`` is
    the mark of a fluent reader. ``notes``, ``terms`` and ``room`` are there to help.

    ``mark`` names the English and the translation as they were when the file was made, so that
    nothing that moved in the meantime is overwritten. ``number`` is the row's place in its file.
    """

    key: str
    english: str
    text: str = ""
    read: bool = False
    notes: str = ""
    terms: str = ""
    room: str = ""
    mark: str = ""
    wrong: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """One file: all rows of one language."""

    language: str
    rows: tuple[Row, ...] = field(default=())


class FileRefused(ValueError):  # noqa: N818 - it is the whole file that was refused
    """A translator's file cannot be taken at all; the message says why and what to do."""


def mark_of(english: str, text: str) -> str:
    """Twice eight letters: the English, and the translation."""
    return f"{_hash(english)}-{_hash(text)}"


def english_moved(mark: str, english: str) -> bool:
    return mark.partition("-")[0] != _hash(english)


def text_moved(mark: str, text: str) -> bool:
    return mark.partition("-")[2] != _hash(text)


def plain(text: str) -> str:
    """One form of a text, however an editor wrote it: composed letters, plain line ends, no
    spaces at the ends."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines.split("\n")).strip()


def folded(text: str) -> str:
    """A card as it is compared and sent. In a cell nobody breaks a line without meaning it, so
    each line is a paragraph; empty ones between them do not count."""
    return "\n".join(line for line in plain(text).split("\n") if line)


def entries(text: str) -> tuple[str, ...]:
    """A list: one word or phrase a line."""
    return tuple(line for line in plain(text).split("\n") if line)


def _hash(text: str) -> str:
    return hashlib.sha256(folded(text).encode()).hexdigest()[:8]
