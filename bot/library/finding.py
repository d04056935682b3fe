"""What the check says: a fault, where it stands, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Finding(NamedTuple):
    """One fault of one text. ``what`` names the remedy; ``card`` counts from 1, 0 for the whole
    text; ``quote`` is the wording at fault as the folded card has it, to find its line."""

    what: str
    card: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A finding with its file (relative to ``content/``); ``line`` is 0 until it was looked up
    (:mod:`bot.library.locating`), and where no line can be named."""

    file: str
    finding: Finding
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        card = f"card {self.finding.card}: " if self.finding.card else ""
        return f"{place}: {card}{self.finding.what}"


def complaint(file: str, what: str, quote: str = "") -> Complaint:
    """A complaint about a file as a whole, or about the line that holds ``quote``."""
    return Complaint(file, Finding(what, quote=quote))
