"""How the tables of this project are written: the same bytes each time, ``\\n`` line ends."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import phonenumbers


def read_table(path: Path) -> list[dict[str, str]]:
    """All rows of a CSV with a header, a byte-order mark forgiven. Raises OSError."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Write the rows in the given order and return how many there were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def e164(printed: str) -> str | None:
    """A US phone number in E.164 form, "" for an empty cell, None where it is no valid number."""
    if not printed.strip():
        return ""
    try:
        number = phonenumbers.parse(printed, "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def counted(counts: Counter[str]) -> str:
    """ "JEM 179, TFM 1467": each value with its count, by name."""
    return ", ".join(f"{name} {counts[name]}" for name in sorted(counts))
