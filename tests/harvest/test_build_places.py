"""The tables of places, built twice from the gathered sources."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bot.harvest.places import build_places
from bot.places.names import ALIASES
from bot.places.vocabulary import DATA

SHARED = Path(os.environ.get("BOT_SHARED_DIR", DATA.parents[3] / "shared"))
SOURCE = SHARED / "data" / "places"
BUILT = ("counties.csv", "states.csv", "ct_regions.csv", "places.csv", "zips.csv", "jails.csv",
         "spelling.txt")  # fmt: skip

with_sources = pytest.mark.skipif(
    not SOURCE.is_dir(), reason=f"the gathered sources are not at {SOURCE}"
)


@with_sources
def test_the_tables_that_travel_are_what_the_sources_give_byte_for_byte(tmp_path: Path) -> None:
    for name in ALIASES:
        shutil.copy(DATA / name, tmp_path)
    tables = build_places(SOURCE, tmp_path)
    for name in BUILT:
        same = (tmp_path / name).read_bytes() == (DATA / name).read_bytes()
        assert same, f"{name}: run bot data build"  # a diff of the two would take for ever
    assert {table.table for table in tables} <= set(BUILT)


@with_sources
def test_every_row_that_a_rule_changed_is_told(tmp_path: Path) -> None:
    for name in ALIASES:
        shutil.copy(DATA / name, tmp_path)
    notes = [note for table in build_places(SOURCE, tmp_path) for note in table.notes]
    assert any("02261" in note and "abolished" in note for note in notes)
    assert any("Bath (Berkeley Springs)" in note for note in notes)
    assert any("for minors" in note for note in notes)


def test_a_missing_source_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"counties\.csv"):
        build_places(tmp_path, tmp_path)
