"""The words of the field in every language: ``content/glossary.csv``.

Columns: ``term``; ``found_as``, how our English texts say it, parted by ``|``; ``meaning``; one
column a language; ``careful``, the traps; ``source``, where a form was seen ("own": our draft).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "glossary.csv"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry; ``words`` are its forms by language code."""

    term: str
    meaning: str
    careful: str
    found_as: re.Pattern[str]
    words: Mapping[str, str]


def read_glossary(content_dir: Path) -> tuple[Term, ...]:
    """The glossary, empty where there is no file."""
    path = content_dir / FILE
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_term(row) for row in csv.DictReader(file))


def terms_in(english: str, code: str, glossary: tuple[Term, ...]) -> Iterator[str]:
    """The terms that an English text uses, each as "English = own words (what to mind)"."""
    for one in glossary:
        if one.found_as.search(english):
            own = one.words.get(code) or f"? ({one.meaning})"
            yield f"{one.term} = {own}" + (f" - {one.careful}" if one.careful else "")


def _term(row: Mapping[str, str]) -> Term:
    forms = "|".join(re.escape(form) for form in row["found_as"].split("|"))
    return Term(
        term=row["term"],
        meaning=row["meaning"],
        careful=row["careful"],
        found_as=re.compile(rf"(?<!\w)(?:{forms})", re.IGNORECASE),
        words=row,
    )
