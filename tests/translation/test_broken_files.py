"""Each way in which a translator's file can be broken gets a complaint that says what to do, and
costs no other row."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.cli.translation import read_book
from bot.translation.leaving import leave
from bot.translation.po import write_po_file
from bot.translation.row import FileRefused, mark_of
from bot.translation.sheet import read_sheet, write_sheet
from bot.translation.taking import take
from tests.translation.desk import REAL

WHOLE = leave(REAL, "fr")
# A translator may send back a part: here the rows that the tests break, so that each is quick.
PARTS = ("topics/detainer/", "topics/287g/1", "topics/jem/label", "words/more", "short//")
BOOK = replace(WHOLE, rows=tuple(row for row in WHOLE.rows if row.key.startswith(PARTS)))
SHEET, PO = write_sheet(BOOK), write_po_file(BOOK)
ROWS = {row.key: row for row in BOOK.rows}
HOLD = "topics/detainer/1"


def saved(workbook: Workbook) -> bytes:
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def opened(change: Callable[[Any], None]) -> bytes:
    workbook = load_workbook(io.BytesIO(SHEET))
    change(workbook)
    return saved(workbook)


def without_sheet(workbook: Any) -> None:
    del workbook["About"]


def without_language(workbook: Any) -> None:
    workbook["About"]["B1"] = None


def other_language(code: str) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        workbook["About"]["B1"] = code

    return change


def without_key_column(workbook: Any) -> None:
    workbook["Texts"]["A1"] = "Clé"


def two_translation_columns(workbook: Any) -> None:
    workbook["Texts"]["B1"] = "Translation"


FILES = [
    ("a file cut short", "a.xlsx", SHEET[: len(SHEET) // 2], "no whole .xlsx workbook"),
    ("something else named .xlsx", "a.xlsx", b"Key,Translation\n", "no whole .xlsx workbook"),
    ("an old or locked workbook", "a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "no password"),
    ("an empty file", "a.xlsx", b"", "The file is empty"),
    ("another kind of file", "a.docx", SHEET, "ends with .xlsx or .po"),
    ("a sheet was deleted", "a.xlsx", opened(without_sheet), "needs its sheets Texts and About"),
    ("no language", "a.xlsx", opened(without_language), "write its code into B1"),
    ("an unknown language", "a.xlsx", opened(other_language("so")), "bot language add so"),
    ("English itself", "a.xlsx", opened(other_language("en")), "English is what is translated"),
    ("a renamed column", "a.xlsx", opened(without_key_column), "one column named Key"),
    ("a column twice", "a.xlsx", opened(two_translation_columns), "one column named Translation"),
    ("a PO file in another code", "a.po", PO.decode().encode("latin-1", "replace"), "not UTF-8"),
    ("a PO file with a conflict", "a.po", PO.replace(b'msgid "Other"', b"<<<<<<< mine\n"),
     "no whole PO file"),
    ("a PO file without language", "a.po", PO.replace(b'"Language: fr\\n"\n', b""),
     "does not say its language"),
    ("a PO file of nothing", "a.po", b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n', "has no entry"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [entry[1:] for entry in FILES],
    ids=[entry[0] for entry in FILES],
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, complaint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileRefused, match=complaint):
        take(read_book(path), REAL)


def in_row(key: str, column: str, value: object) -> Callable[[Any], None]:
    """Write a value into a cell, as a spreadsheet program would leave it there."""

    def change(workbook: Any) -> None:
        sheet = workbook["Texts"]
        names = [cell.value for cell in sheet[1]]
        for cells in sheet.iter_rows(min_row=2):
            if cells[0].value == key:
                cells[names.index(column)].value = value

    return change


def twice(key: str) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        sheet = workbook["Texts"]
        (found,) = [cells for cells in sheet.iter_rows(min_row=2) if cells[0].value == key]
        values = [cell.value for cell in found]
        sheet.append([*values[:2], "Un autre texte.", *values[3:]])

    return change


def both(other: tuple[str, str]) -> Callable[[Any], None]:
    """A new translation, and another cell of its row."""

    def change(workbook: Any) -> None:
        in_row(HOLD, "Translation", "Une demande.\n" + TEXT)(workbook)
        in_row(HOLD, *other)(workbook)

    return change


TEXT = ROWS[HOLD].text
RULES_OF_ROWS = [
    ("marked as read, but the English moved", lambda book: (
        in_row(HOLD, "Mark", "00000000" + ROWS[HOLD].mark[8:])(book),
        in_row(HOLD, "Read", "x")(book),
    ), "The English has changed since this file was made"),
    ("an unknown key", in_row(HOLD, "Key", "topics/detaner/1"), "No text is called topics/detaner"),
    ("no key", in_row(HOLD, "Key", ""), "The row has no key"),
    ("a row twice", twice(HOLD), "stands 2 times in the file"),
    ("a formula", in_row(HOLD, "Translation", "=A1&B1"), "is a formula"),
    ("a number", in_row("words/more", "Translation", 48), "number or date by the spreadsheet"),
    ("an error value", in_row(HOLD, "Translation", "#REF!"), "error of the spreadsheet"),
    ("the English was edited", both(("English", "A hold.")), "The English of this row was"),
    ("the English moved since", both(("Mark", "00000000-00000000")),
     "The English has changed since this file was made"),
    ("somebody else was faster", both(("Mark", ROWS[HOLD].mark[:9] + "00000000")),
     "Somebody else has changed this text"),
    ("still English", in_row(HOLD, "Translation", ROWS[HOLD].english), "still the English one"),
    ("a character that nobody sees", in_row(HOLD, "Translation", "\u202e" + TEXT),
     "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("a place is gone", in_row("topics/287g/1", "Translation",
     ROWS["topics/287g/1"].text.replace("{{ list_date }}", "hier")), "the places {{ … }} differ"),
    ("a place was translated", in_row("topics/287g/1", "Translation",
     ROWS["topics/287g/1"].text.replace("list_date", "date_de_liste")), "is not in the list"),
    ("a place was broken", in_row("topics/287g/1", "Translation",
     ROWS["topics/287g/1"].text.replace("{{ ", "{")), "may only stand as {{ name }}"),
    ("a number is another", in_row(HOLD, "Translation", TEXT.replace("48", "72")),
     "the number 72 is not in the English text"),
    ("a phone number of its own", in_row(HOLD, "Translation", TEXT + "\n212-555-0100"),
     "is not in rules/printable.toml"),
    ("a link of its own", in_row(HOLD, "Translation", TEXT + "\nwww.exemple.org"),
     "www.exemple.org is not in rules"),
    ("the fixed line is gone", in_row(HOLD, "Translation", TEXT.rpartition("\n")[0]),
     "end it with the line"),
    ("a promise", in_row("topics/detainer/2", "Translation", "Vous êtes en sécurité."),
     "breaks rule 1"),
    ("too long", in_row("topics/detainer/2", "Translation", "Le juge ne signe pas. " * 20),
     "segments, at most"),
    ("a long sentence", in_row("topics/detainer/2", "Translation", "Le " + "juge " * 25 + "."),
     "cut this sentence of"),
    ("a curly quote", in_row("topics/detainer/2", "Translation", "L’avocat."), "U+2019"),
    ("cards run together", in_row(HOLD, "Translation", "Un.\n---\nDeux."), "each row is one card"),
    ("a menu entry too long", in_row("topics/detainer/label", "Translation", "x" * 23),
     "at most 22 letters"),
    ("a menu entry of another topic", in_row("topics/detainer/label", "Translation",
     ROWS["topics/jem/label"].text), "jem has the same name in menus"),
    ("a word of another topic", in_row("topics/detainer/words", "Translation", "avocat"),
     '"avocat" belongs to topics/legal-help/words'),
    ("a word that is a command", in_row("topics/detainer/words", "Translation", "stop"),
     '"stop" belongs to words/stop'),
    ("a word without letters", in_row("topics/detainer/words", "Translation", "retenir\n??"),
     '"??" has no letters'),
    ("a command of two meanings", in_row("words/more", "Translation", "suite\naide"),
     '"aide" belongs to words/help'),
    ("a broken place in a short string", in_row("short//Numbers from %(source)s.", "Translation",
     "Numéros de %s."), "needs the same places"),
    ("a short string of two lines", in_row("short//Other", "Translation", "Un\nautre"),
     "has one line"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "complaint"),
    [entry[1:] for entry in RULES_OF_ROWS],
    ids=[entry[0] for entry in RULES_OF_ROWS],
)
def test_a_broken_row_goes_back_with_the_reason_and_takes_no_other_with_it(
    change: Callable[[Any], None], complaint: str
) -> None:
    book = read_sheet(opened(change))
    taking = take(book, REAL)
    told = [row.wrong for row in taking.refused]
    assert any(complaint in one for one in told), told
    assert len(taking.refused) <= 7, "only this row, and the other cards of its text"
    assert taking.unchanged + len(taking.refused) + taking.left_empty >= len(ROWS) - 1
    given = {(row.key, row.text.strip()) for row in book.rows}
    assert {(row.key, row.text) for row in taking.refused if row.key in ROWS} <= given


def test_a_row_that_nobody_touched_leaves_what_others_changed_meanwhile() -> None:
    old = replace(ROWS["topics/detainer/2"], text="Un texte d'avant.", read=False)
    old = replace(old, mark=mark_of("An older text.", "Un texte d'avant."))
    taking = take(replace(BOOK, rows=(old,)), REAL)
    assert (taking.refused, taking.decks, taking.unchanged) == ([], {}, 1)
