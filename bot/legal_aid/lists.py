"""Imported lists: ``content/legal_aid/lists/<source>.csv`` takes the place of the rows of that
source that travel with the program. Layout: :mod:`bot.legal_aid.table`."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bot.legal_aid.contact import Contact
from bot.legal_aid.corrections import DirectoryError
from bot.legal_aid.table import COLUMNS, contact_from_row

LISTS = "lists"
DRAFT = ".draft"
"""``doj_roster.draft.csv`` is an import that is not sent yet."""

Made = TypeVar("Made")


def published_lists(folder: Path) -> Mapping[str, tuple[Contact, ...]]:
    """The imported list of each source that is sent; none where the folder is missing."""
    return {
        path.stem: read_contacts(path)
        for path in sorted(folder.glob("*.csv"))
        if not path.stem.endswith(DRAFT)
    }


def read_contacts(path: Path) -> tuple[Contact, ...]:
    return read_table(path, COLUMNS, contact_from_row)


def read_table(
    path: Path, columns: tuple[str, ...], made: Callable[[Mapping[str, str]], Made]
) -> tuple[Made, ...]:
    """The rows of one of our own tables. Raises :class:`DirectoryError` with file and line."""
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise DirectoryError(f"{path}: cannot be read; run `bot data build`: {error}") from error
    with file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            raise DirectoryError(f"{path}: other columns than expected; run `bot data build`")
        rows = []
        for row in reader:
            try:
                rows.append(made(row))
            except (ValueError, KeyError) as error:
                raise DirectoryError(f"{path}: line {reader.line_num}: {error}") from error
    return tuple(rows)


def merged(
    seed: Iterable[Contact], lists: Mapping[str, tuple[Contact, ...]]
) -> tuple[Contact, ...]:
    """The seed with each imported source in place of its rows; one contact for each number."""
    kept = [contact for contact in seed if contact.source not in lists]
    by_phone: dict[str, Contact] = {}
    for contact in (*kept, *(one for found in lists.values() for one in found)):
        known = by_phone.get(contact.phone)
        by_phone[contact.phone] = _joined(known, contact) if known else contact
    return tuple(by_phone.values())


def _joined(one: Contact, other: Contact) -> Contact:
    """Two lists print this number: the listing that says more, and that two agree."""
    fuller = max(one, other, key=lambda c: (len(c.services), c.expires, c.source))
    return replace(
        fuller,
        two_sources=True,
        missing_since=None
        if None in (one.missing_since, other.missing_since)
        else fuller.missing_since,
    )
