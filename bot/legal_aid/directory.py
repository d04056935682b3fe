"""The directory of legal help: the harvested table with the advocates' corrections applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.legal_aid.contact import Contact, DetentionLine, Reach, RunBy
from bot.legal_aid.correcting import apply_corrections
from bot.legal_aid.corrections import DirectoryError, read_corrections
from bot.legal_aid.lists import LISTS, merged, published_lists, read_contacts, read_table
from bot.legal_aid.table import LINE_COLUMNS, line_from_row

__all__ = ["Directory", "DirectoryError", "read_directory"]


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Every contact, sorted by state and name, also those past their date. Compared by identity.

    ``unused`` holds one complaint per correction whose number is no longer in the table.
    """

    contacts: tuple[Contact, ...]
    unused: tuple[str, ...] = ()
    detention_lines: tuple[DetentionLine, ...] = ()

    def detention_line(self, on: date) -> DetentionLine | None:
        """What a person in ICE detention can dial there, while its source is young enough."""
        return next((line for line in self.detention_lines if line.sendable(on)), None)

    def national(self, on: date) -> tuple[Contact, ...]:
        """Lines for the whole country that may be sent on this day, whoever runs them."""
        return tuple(c for c in _national(self) if c.sendable(on))

    def ice_line(self, on: date) -> Contact | None:
        """ICE's own information line. It is ICE: label it, and never count it as help."""
        return _first(c for c in self.national(on) if c.run_by is RunBy.ICE)

    def case_line(self, on: date) -> Contact | None:
        """The immigration court's case line: answers by A-number, run by the government."""
        return _first(c for c in self.national(on) if c.run_by is RunBy.IMMIGRATION_COURT)


@lru_cache(maxsize=4)
def _national(directory: Directory) -> tuple[Contact, ...]:
    """A dozen among a thousand: found once, not for each answer."""
    return tuple(c for c in directory.contacts if c.reach is Reach.NATIONAL)


def read_directory(data_dir: Path | None = None, content_dir: Path | None = None) -> Directory:
    """Read ``contacts.csv`` in ``data_dir`` (None: what travels with the program) and correct it.

    ``content_dir`` is the folder of the advocates' corrections; None reads none. Raises
    :class:`DirectoryError` naming the file and the entry to mend.
    """
    data = data_dir or Path(__file__).parent / "data"
    corrections = read_corrections(content_dir) if content_dir else ()
    lists = published_lists(content_dir / LISTS) if content_dir else {}
    contacts, unused = apply_corrections(merged(read_seed(data), lists), corrections)
    lines = read_table(data / "detention_lines.csv", LINE_COLUMNS, line_from_row)
    ordered = sorted(contacts, key=lambda c: (c.state, c.org, c.phone))
    return Directory(tuple(ordered), unused, tuple(lines))


def read_seed(data_dir: Path | None = None) -> tuple[Contact, ...]:
    """The contacts that travel with the program, before any import or correction."""
    return read_contacts((data_dir or Path(__file__).parent / "data") / "contacts.csv")


def _first(contacts: Iterable[Contact]) -> Contact | None:
    return next(iter(contacts), None)
