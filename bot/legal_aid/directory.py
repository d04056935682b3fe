"""The directory of legal help: the harvested table with the advocates' corrections applied."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.legal_aid.contact import Contact, Reach, RunBy
from bot.legal_aid.correcting import apply_corrections
from bot.legal_aid.corrections import DirectoryError, read_corrections
from bot.legal_aid.table import COLUMNS, contact_from_row

__all__ = ["Directory", "DirectoryError", "read_directory"]


@dataclass(frozen=True, slots=True)
class Directory:
    """Every contact, sorted by state and name, also those past their date.

    ``unused`` holds one complaint per correction whose number is no longer in the table.
    """

    contacts: tuple[Contact, ...]
    unused: tuple[str, ...] = ()

    def national(self, on: date) -> tuple[Contact, ...]:
        """Lines for the whole country that may be sent on this day, whoever runs them."""
        return tuple(c for c in self.contacts if c.reach is Reach.NATIONAL and c.sendable(on))

    def ice_line(self, on: date) -> Contact | None:
        """ICE's own information line. It is ICE: label it, and never count it as help."""
        return _first(c for c in self.national(on) if c.run_by is RunBy.ICE)

    def case_line(self, on: date) -> Contact | None:
        """The immigration court's case line: answers by A-number, run by the government."""
        return _first(c for c in self.national(on) if c.run_by is RunBy.IMMIGRATION_COURT)


def read_directory(data_dir: Path | None = None, content_dir: Path | None = None) -> Directory:
    """Read ``contacts.csv`` in ``data_dir`` (None: what travels with the program) and correct it.

    ``content_dir`` is the folder of the advocates' corrections; None reads none. Raises
    :class:`DirectoryError` naming the file and the entry to mend.
    """
    path = (data_dir or Path(__file__).parent / "data") / "contacts.csv"
    corrections = read_corrections(content_dir) if content_dir else ()
    contacts, unused = apply_corrections(_table(path), corrections)
    return Directory(tuple(sorted(contacts, key=lambda c: (c.state, c.org, c.phone))), unused)


def _table(path: Path) -> list[Contact]:
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise DirectoryError(f"{path}: cannot be read; run `bot data build`: {error}") from error
    with file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise DirectoryError(f"{path}: other columns than expected; run `bot data build`")
        contacts = []
        for row in reader:
            try:
                contacts.append(contact_from_row(row))
            except (ValueError, KeyError) as error:
                raise DirectoryError(f"{path}: line {reader.line_num}: {error}") from error
    return contacts


def _first(contacts: Iterable[Contact]) -> Contact | None:
    return next(iter(contacts), None)
