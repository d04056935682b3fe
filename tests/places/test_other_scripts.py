"""Names as people write them in Korean, Russian, Arabic and Chinese mean the place that the English
name means (``other_scripts.csv``)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.places.finder import find
from bot.places.gazetteer import Gazetteer

TABLE = Path(__file__).with_name("other_scripts.csv")
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("language", ["ar", "ko", "ru", "zh"])
def test_a_name_in_another_script_means_what_it_means_in_english(
    gazetteer: Gazetteer, language: str
) -> None:
    rows = [row for row in ROWS if row["language"] == language]
    assert len(rows) >= 40
    missed = [
        row["name"]
        for row in rows
        if _codes(row["name"], gazetteer).isdisjoint(_codes(row["english"], gazetteer))
    ]
    assert missed == []


def _codes(text: str, gazetteer: Gazetteer) -> set[str]:
    return {place.fips for place in find(text, gazetteer).places}
