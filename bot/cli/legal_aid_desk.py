"""The files of the imported lists: what is sent, what is a draft, who agreed to what.

``lists/<source>.csv`` is sent, ``<source>.draft.csv`` waits, ``approvals.jsonl`` holds one decision
a line. A file is written beside its place and moved there, so that a reader never sees half of it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from bot.custody.area_codes import states_of_area_codes
from bot.custody.tables import read_custody
from bot.legal_aid.contact import Contact
from bot.legal_aid.deciding import Approval
from bot.legal_aid.differences import Difference, compare
from bot.legal_aid.directory import read_seed
from bot.legal_aid.lists import DRAFT, published_lists, read_contacts
from bot.legal_aid.table import COLUMNS, row_of

APPROVALS = "approvals.jsonl"


@dataclass(frozen=True, slots=True)
class Draft:
    """One import that waits: the new issue, and how it differs from what is sent."""

    source: str
    contacts: tuple[Contact, ...]
    differences: tuple[Difference, ...]


class Desk:
    """The folder ``content/legal_aid/lists``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sent(self, source: str) -> tuple[Contact, ...]:
        """The contacts of a source as they are sent now, those past their date as well."""
        lists = published_lists(self.folder)
        if source in lists:
            return lists[source]
        return tuple(contact for contact in read_seed() if contact.source == source)

    def drafts(self) -> tuple[str, ...]:
        paths = sorted(self.folder.glob(f"*{DRAFT}.csv"))
        return tuple(path.stem.removesuffix(DRAFT) for path in paths)

    def draft(self, source: str) -> Draft:
        """Raises :class:`DirectoryError` where the file cannot be read."""
        contacts = read_contacts(self._draft_path(source))
        return Draft(source, contacts, self.compared(source, contacts))

    def compared(self, source: str, contacts: Iterable[Contact]) -> tuple[Difference, ...]:
        """A new issue against what is sent, and against the other lists."""
        lists = published_lists(self.folder)
        others = [one for one in read_seed() if one.source not in {source, *lists}]
        others += [one for key, found in lists.items() if key != source for one in found]
        codes = states_of_area_codes(read_custody())
        return compare(self.sent(source), contacts, others, lambda phone: codes.get(phone[2:5], ""))

    def keep_draft(self, source: str, contacts: Sequence[Contact]) -> Path:
        path = self._draft_path(source)
        self._write(path, _table(contacts))
        return path

    def publish(self, source: str, contacts: Sequence[Contact], *, done: bool) -> Path:
        """``done``: nothing waits any more, so the draft goes."""
        path = self.folder / f"{source}.csv"
        self._write(path, _table(contacts))
        if done:
            self._draft_path(source).unlink(missing_ok=True)
        return path

    def approvals(self) -> tuple[Approval, ...]:
        path = self.folder / APPROVALS
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
        return tuple(_approval(json.loads(line)) for line in lines if line.strip())

    def record(self, approvals: Sequence[Approval]) -> None:
        """Decisions are added, never changed; a later one on the same question takes its place."""
        lines = [
            json.dumps({**asdict(one), "decided_at": one.decided_at.isoformat()})
            for one in (*self.approvals(), *approvals)
        ]
        self._write(self.folder / APPROVALS, "".join(f"{line}\n" for line in lines))

    def _draft_path(self, source: str) -> Path:
        return self.folder / f"{source}{DRAFT}.csv"

    def _write(self, path: Path, text: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)


def _table(contacts: Iterable[Contact]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row_of(contact) for contact in contacts)
    return written.getvalue()


def _approval(fields: dict[str, str]) -> Approval:
    decided_at = datetime.fromisoformat(fields["decided_at"])
    return Approval(**{**fields, "decided_at": decided_at})  # type: ignore[arg-type]
