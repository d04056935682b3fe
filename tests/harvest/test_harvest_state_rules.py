from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

import bot
from bot.harvest.state_rules import build_state_rules

PACKAGE = Path(bot.__file__).parent
SHARED = Path(os.environ.get("BOT_SHARED_DIR", PACKAGE.parents[1] / "shared"))
HEADER = (
    "abbr,requires_287g,forbids_287g,limits_detainers,requires_detainers,"
    "law_name,law_date,confidence,notes\n"
)


def _build(folder: Path, *lines: str) -> tuple[list[list[str]], tuple[str, ...]]:
    (folder / "facts").mkdir()
    text = HEADER + "\n".join(lines) + "\n"
    (folder / "facts" / "state-policies.csv").write_text(text, encoding="utf-8")
    (built,) = build_state_rules(folder, folder / "bot")
    with (folder / "bot" / "state_rules" / "data" / "state_rules.csv").open(newline="") as file:
        return list(csv.reader(file))[1:], built.notes


def test_only_reported_rules_and_names_of_laws_are_carried_over(tmp_path: Path) -> None:
    rows, notes = _build(
        tmp_path,
        "TX,yes,no,,yes,SB 8 (a remark); SB 4 of 2017,2026-01-01; 2017-09,high,prose of the source",
        "MI,no,no,no,no,none,2025,medium,",
        "NY,no,,yes,,An act,Assembly vote 2026-05-21,low,",
    )
    assert rows == [
        ["NY", "", "", "yes", "", "An act", "2026-05-21", "low"],
        ["TX", "yes", "", "", "yes", "SB 8; SB 4 of 2017", "2026-01-01; 2017-09", "high"],
    ]
    assert notes == (
        "MI: left out, no rule reported",
        "NY: in the table and never shown, confidence low",
    )


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)
def test_the_table_in_the_package_is_what_the_sources_give_byte_for_byte(tmp_path: Path) -> None:
    build_state_rules(SHARED, tmp_path)
    for name in ("state_rules.csv", "SOURCES.toml"):
        built = (tmp_path / "state_rules" / "data" / name).read_bytes()
        assert built == (PACKAGE / "state_rules" / "data" / name).read_bytes()
