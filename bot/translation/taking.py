"""A translator's book against the rules: what can be taken, and what goes back. Pure.

A text (topic or answer) is taken whole or not at all: its cards are held to the rules together.
Every other row stands for itself. A row that cannot be taken goes back with the reason; it never
takes a good row with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.library.heard_words import heard_as, heard_words
from bot.library.topic import Deck
from bot.translation.leaving import leave
from bot.translation.row import Book, FileRefused, Row, entries
from bot.translation.screening import screened
from bot.translation.shelf import Shelf
from bot.translation.short import label_fault, short_fault
from bot.translation.text_rows import WHOLE_TEXT, TextRows, card_of, place_of
from bot.translation.word_rows import WordRows, is_list


@dataclass(slots=True)
class Taking:
    """What of a book can be taken: ``decks`` by text, ``rows`` for all else, by key. ``read``
    are the texts that a fluent reader marked whole. ``refused`` go back, each with ``wrong``;
    ``left_empty`` counts rows without a translation, which change nothing."""

    language: str
    decks: dict[str, Deck] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)
    left_empty: int = 0
    unchanged: int = 0


def take(book: Book, shelf: Shelf) -> Taking:
    """Hold every row to the rules. Raises :class:`FileRefused` for a book of no language here."""
    try:
        fresh = {row.key: row for row in leave(shelf, book.language).rows}
    except ValueError as error:
        raise FileRefused(str(error)) from error
    if book.language not in shelf.rules.required:
        raise FileRefused(
            f"rules/required.toml: add a block [{book.language}]; its lines are what the texts "
            "are held to"
        )
    taking = Taking(book.language)
    good: dict[str, Row] = {}
    for row in screened(book.rows, fresh):
        if row.wrong:
            taking.refused.append(row)
        elif not row.text:
            taking.left_empty += 1
        else:
            good[row.key] = row
    _take_rows(good, fresh, taking, shelf)
    _take_texts(good, fresh, taking, shelf)
    taking.refused = [_to_mend(row, fresh) for row in taking.refused]
    taking.refused.sort(key=lambda row: row.number)
    return taking


def _take_rows(
    good: Mapping[str, Row], fresh: Mapping[str, Row], taking: Taking, shelf: Shelf
) -> None:
    """All rows but the cards."""
    rows = {key: row for key, row in good.items() if not card_of(key)}
    changed = {k: row for k, row in rows.items() if entries(row.text) != entries(fresh[k].text)}
    taking.unchanged += len(rows) - len(changed)
    if not changed:
        return
    words = WordRows(shelf, taking.language, changed)
    for key, row in changed.items():
        fault = (
            label_fault(row, taking.language, shelf)
            or short_fault(row, taking.language, shelf)
            or words.fault(row)
        )
        if fault:
            taking.refused.append(replace(row, wrong=fault))
        else:
            taking.rows[key] = row.text


def _take_texts(
    good: Mapping[str, Row], fresh: Mapping[str, Row], taking: Taking, shelf: Shelf
) -> None:
    by_text: dict[str, list[Row]] = {}
    for key, row in good.items():
        if place_of(key):
            by_text.setdefault(place_of(key), []).append(row)
    returned = {place_of(row.key) for row in taking.refused}
    heard = _heard(taking, shelf) if by_text else set()
    for place, rows in by_text.items():
        if place in returned:
            what = f"Another card of this text goes back; {WHOLE_TEXT}"
            taking.refused += [replace(row, wrong=what) for row in rows]
        else:
            _take_text(TextRows(place, rows, fresh), taking, shelf, heard)


def _take_text(text: TextRows, taking: Taking, shelf: Shelf, heard: set[str]) -> None:
    refused = text.refused(taking.language, shelf, heard)
    if refused:
        taking.refused += refused
        return
    if text.is_read:
        taking.read.append(text.name)
    if text.deck() == shelf.library.text(text.name).decks.get(taking.language):
        taking.unchanged += len(text.rows)
    else:
        taking.decks[text.name] = text.deck()


def _heard(taking: Taking, shelf: Shelf) -> set[str]:
    """Every folded word that somebody can send, those of the book among them."""
    taken = [text for key, text in taking.rows.items() if is_list(key)]
    words = {heard_as(word) for text in taken for word in entries(text)}
    return words | heard_words(shelf.library) | set(shelf.commands())


def _to_mend(row: Row, fresh: Mapping[str, Row]) -> Row:
    """The row with the English, the notes and the mark of today, and the translator's words."""
    now = fresh.get(row.key)
    if now is None:
        return row
    return replace(now, text=row.text, read=row.read, wrong=row.wrong, number=row.number)
