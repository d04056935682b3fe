"""A complaint names the line on which the fault begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.finding import complaint
from bot.library.locating import line_of, located

TEXT = "\nOne card that is\nbroken here.\n\n---\n\nTwo: ask a\nlawyer. One.\n"


@pytest.mark.parametrize(
    ("card", "quote", "line"),
    [
        (1, "that is", 2),
        (1, "that is broken", 2),
        (1, "broken", 3),
        (2, "lawyer", 8),
        (2, "a lawyer", 7),
        (2, "One", 8),
        (0, "One", 2),
        (2, "", 7),
        (2, "not there", 7),
        (9, "lawyer", 8),
    ],
)
def test_a_quote_is_found_in_its_card_also_over_a_line_end(
    card: int, quote: str, line: int
) -> None:
    assert line_of(TEXT, card, quote) == line


def test_an_empty_file_has_a_first_line() -> None:
    assert line_of("", 1, "x") == 1


def test_a_complaint_is_printed_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(TEXT, encoding="utf-8")
    missing, found = located(
        [complaint("es.md", "is missing"), complaint("en.md", "cut it", "broken")], tmp_path
    )
    assert str(missing) == "es.md: is missing"
    assert str(found) == "en.md:3: cut it"
