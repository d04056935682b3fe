"""What goes out to a translator comes back without the loss of a letter, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language import SOURCE_LANGUAGE
from bot.library.reading import read_library
from bot.translation.leaving import leave
from bot.translation.po import read_po_file, write_po_file
from bot.translation.row import Book
from bot.translation.sheet import read_sheet, write_sheet
from bot.translation.taking import take
from bot.translation.writing import as_file, write
from tests.translation.desk import REAL, changed, copied, shelf_of, texts, wiped

CODES = [code for code in REAL.languages if code != SOURCE_LANGUAGE]
FORMS = {"xlsx": (write_sheet, read_sheet), "po": (write_po_file, read_po_file)}


def there_and_back(book: Book, form: str) -> Book:
    write_form, read_form = FORMS[form]
    return read_form(write_form(book))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", CODES)
def test_a_file_that_nobody_touched_changes_nothing(code: str, form: str) -> None:
    book = leave(REAL, code)
    taking = take(there_and_back(book, form), REAL)
    assert [row.wrong for row in taking.refused] == []
    assert (taking.decks, taking.rows, taking.left_empty) == ({}, {}, 0)
    assert taking.unchanged == len(book.rows)


@pytest.mark.parametrize("code", CODES)
def test_a_whole_language_is_brought_back_from_its_file(code: str, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before, book = texts(REAL, code), leave(REAL, code)
    wiped(folder, code)
    bare = shelf_of(folder)
    assert not any(text for key, text in texts(bare, code).items() if key != "words/this-language")
    taking = take(there_and_back(book, "xlsx"), bare)
    assert [(row.key, row.wrong) for row in taking.refused] == []
    write(taking, bare)
    after = shelf_of(folder)
    assert texts(after, code) == before
    for name in (*REAL.library.topics, *REAL.library.answers):
        assert after.library.cards(name, code) == REAL.library.cards(name, code)


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_written_as_a_file_that_is_read_as_the_same_cards(code: str) -> None:
    from bot.library.cards import split_cards

    for name in (*REAL.library.topics, *REAL.library.answers):
        deck = REAL.library.cards(name, code)
        assert split_cards(as_file(deck)) == deck


def test_one_changed_row_changes_one_line_of_one_file(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shelf = shelf_of(folder)
    path = folder / "content/topics/detainer/topic.toml"
    before = path.read_text(encoding="utf-8")
    book = changed(leave(shelf, "fr"), "topics/detainer/label", text="Demande ICE")
    assert write(take(book, shelf), shelf) == (str(path),)
    lines = zip(before.splitlines(), path.read_text(encoding="utf-8").splitlines(), strict=True)
    assert [new for old, new in lines if old != new] == ['fr = "Demande ICE"']


def test_a_changed_card_changes_its_file_and_no_other(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shelf = shelf_of(folder)
    card = shelf.library.cards("thanks", "ht")[0]
    book = changed(leave(shelf, "ht"), "answers/thanks/1", text=card + " Kenbe fò.")
    write(take(book, shelf), shelf)
    after = read_library(shelf.folder, shelf.languages)
    assert after.cards("thanks", "ht") == (card + " Kenbe fò.",)
    moved = [
        name
        for name in (*after.topics, *after.answers)
        if after.text(name).decks != shelf.library.text(name).decks
    ]
    assert moved == ["thanks"]


def test_a_changed_short_string_leaves_the_rest_of_the_catalogue(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shelf = shelf_of(folder)
    path = folder / "locales/ru/LC_MESSAGES/messages.po"
    before = path.read_text(encoding="utf-8")
    book = changed(leave(shelf, "ru"), "short/state/Texas", text="Штат Техас")
    write(take(book, shelf), shelf)
    lines = zip(before.splitlines(), path.read_text(encoding="utf-8").splitlines(), strict=True)
    assert [new for old, new in lines if old != new] == ['msgstr "Штат Техас"']


def test_the_file_tells_the_translator_the_terms_the_room_and_what_to_keep() -> None:
    rows = {row.key: row for row in leave(REAL, "vi").rows}
    first = rows["topics/detainer/1"]
    assert (
        "detainer (ICE hold) = yêu cầu của ICE tạm giữ người (detainer) - A request" in first.terms
    )
    assert first.room.endswith("of 4 segments)")
    assert "Đây là thông tin" in first.notes
    assert "Keep {{ … }} as it is" in rows["topics/287g/1"].notes
    assert rows["topics/detainer/label"].room.endswith("letters left")
