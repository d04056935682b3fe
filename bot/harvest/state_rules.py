"""The gathered state policies -> ``bot/state_rules/data/state_rules.csv``: facts, no prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from bot.harvest.built import Built
from bot.harvest.tables import read_table, write_table
from bot.state_rules.rules import COLUMNS

Row = Mapping[str, str]

CELLS = ("requires_287g", "forbids_287g", "limits_detainers", "requires_detainers")
SOURCES = """\
# Where the table of this folder comes from. It is our own compact layout of public facts.
# It holds only what is reported as yes or partial. Each line is shown as reported, and as
# something that may have changed.

[state_rules]
source = "our own compilation from statutes, court rulings, governors' releases and the press"
date = 2026-08-21
licence = "facts; own work otherwise, CC BY 4.0"
credit = "Faro; nothing later than the date above was read"
"""


def build_state_rules(source: Path, package: Path) -> tuple[Built, ...]:
    """Write the table and SOURCES.toml below ``package``/state_rules/data.

    ``source`` holds ``facts/state-policies.csv``. Only a "yes" or a "partial" is carried over, so
    that a "no" cannot be shown by mistake. Identical bytes on each build.
    """
    rows = sorted(read_table(source / "facts" / "state-policies.csv"), key=lambda r: r["abbr"])
    kept = [row for row in rows if any(_cell(row, column) for column in CELLS)]
    target = package / "state_rules" / "data"
    count = write_table(target / "state_rules.csv", COLUMNS, map(_rule, kept))
    (target / "SOURCES.toml").write_text(SOURCES, encoding="utf-8", newline="\n")
    left_out = [f"{row['abbr']}: left out, no rule reported" for row in rows if row not in kept]
    unsure = [
        f"{row['abbr']}: in the table and never shown, confidence {row['confidence']}"
        for row in kept
        if row["confidence"] not in ("high", "medium")
    ]
    return (Built("state_rules.csv", count, tuple(left_out + unsure)),)


def _rule(row: Row) -> dict[str, str]:
    return {
        "state": row["abbr"],
        **{column: _cell(row, column) for column in CELLS},
        "laws": _without_remarks(row["law_name"]),
        "dates": "; ".join(re.findall(r"\d{4}(?:-\d\d(?:-\d\d)?)?", row["law_date"])),
        "confidence": row["confidence"],
    }


def _cell(row: Row, column: str) -> str:
    return row[column] if row[column] in ("yes", "partial") else ""


def _without_remarks(laws: str) -> str:
    """Names only: what stands in brackets is a remark of the source."""
    return re.sub(r"\s*\([^)]*\)", "", laws)
