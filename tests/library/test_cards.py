from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.cards import deck_hash, split_cards

WORD = st.text(alphabet="abcdé{}.,", min_size=1, max_size=8)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=30).map(" ".join)
DECK = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=3), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("One line.\n", ("One line.",)),
        ("Folded at\nthe margin.\n", ("Folded at the margin.",)),
        ("First.\n\nSecond.\n", ("First.\nSecond.",)),
        ("First.\n\n\n\nSecond.\n", ("First.\nSecond.",)),
        ("One.\n\n---\n\nTwo.\n", ("One.", "Two.")),
        ("One.\n --- \nTwo.\n", ("One.", "Two.")),
        ("Bring:\n- a passport\n- a bill\n", ("Bring:\n- a passport\n- a bill",)),
        ("- a long\nitem\n- another\n\nEnd.\n", ("- a long item\n- another\nEnd.",)),
        ("Windows\r\nlines.\r\n", ("Windows lines.",)),
        ("\ufeffWith a mark.\n", ("With a mark.",)),
        ("Too   many\t spaces.\n", ("Too many spaces.",)),
        ("Of {{\nlist_date }}.\n", ("Of {{ list_date }}.",)),
        ("One.\n---\n", ("One.", "")),
        ("", ("",)),
    ],
)
def test_a_file_becomes_cards_and_single_line_ends_are_folded(
    text: str, cards: tuple[str, ...]
) -> None:
    assert split_cards(text) == cards


def _written(deck: list[list[str]], wrap: str) -> str:
    return "\n\n---\n\n".join(
        "\n\n".join(paragraph.replace(" ", wrap) for paragraph in card) for card in deck
    )


@given(DECK)
def test_wrapping_a_text_anew_changes_neither_its_cards_nor_its_hash(deck: list[list[str]]) -> None:
    long_lines, short_lines = (split_cards(_written(deck, wrap)) for wrap in (" ", "\n"))
    assert long_lines == short_lines
    assert deck_hash(long_lines) == deck_hash(short_lines)


def test_another_word_or_another_division_has_another_hash() -> None:
    hashes = {deck_hash(deck) for deck in [("a", "b"), ("a b",), ("a\nb",), ("a", "c")]}
    assert len(hashes) == 4
