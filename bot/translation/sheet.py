"""A book as an XLSX workbook: what most translators can open."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from bot.translation.row import Book, FileRefused, Row

_COLUMNS = {
    "Key": 24,
    "English": 46,
    "Translation": 46,
    "Read": 8,
    "What is wrong": 30,
    "Notes": 30,
    "Terms": 46,
    "Room": 18,
    "Mark": 20,
}
"""Name and width."""
_TEXTS, _ABOUT = "Texts", "About"
_LARGEST_BYTES = 50_000_000
"""Unpacked. A whole language is under one megabyte."""

_HELP = (
    "Write in the column Translation; change no other column, and no row's Key or Mark.",
    "An empty cell means: not translated yet. Nothing is lost if you send back half.",
    "Read: put an x where you are fluent, have read the English and find the text right.",
    "Give the file back for: bot content import FILE --translator NAME (or --reviewer NAME).",
)


def write_sheet(book: Book) -> bytes:
    """The workbook. openpyxl is imported here: it takes half a second that no answer needs."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = _TEXTS
    sheet.append(tuple(_COLUMNS))
    for cell, width in zip(sheet[1], _COLUMNS.values(), strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "D2"
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(book.rows, start=2):
        for column, value in enumerate(_cells(row), start=1):
            cell = sheet.cell(number, column, value)
            cell.data_type, cell.number_format = "s", "@"
            cell.alignment = wrapped
    about = workbook.create_sheet(_ABOUT)
    about.append(("Language", book.language))
    for line in _HELP:
        about.append(("", line))
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def read_sheet(data: bytes) -> Book:
    """The book out of a workbook. Raises :class:`FileRefused`."""
    workbook = _open(data)
    if _TEXTS not in workbook.sheetnames or _ABOUT not in workbook.sheetnames:
        raise FileRefused(
            f"The workbook needs its sheets {_TEXTS} and {_ABOUT}; export a new one and copy the "
            "translations into it"
        )
    about = workbook[_ABOUT]
    language = str(about["B1"].value or "").strip()
    if about["A1"].value != "Language" or not language:
        raise FileRefused(f"The sheet {_ABOUT} does not say the language; write its code into B1")
    lines = workbook[_TEXTS].iter_rows()
    columns = _columns(next(lines, ()))
    return Book(language, tuple(_rows(lines, columns)))


def _open(data: bytes) -> Any:
    from openpyxl import load_workbook

    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise FileRefused(
            "This is an old (.xls) or a password-protected workbook; save it as .xlsx, no password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > _LARGEST_BYTES:
            raise FileRefused("The workbook is far larger than a language; export a new one")
        return load_workbook(io.BytesIO(data))
    except FileRefused:
        raise
    except Exception as error:  # openpyxl raises whatever the broken part happens to raise
        raise FileRefused(
            "This is no whole .xlsx workbook (perhaps the download was cut); save it again as .xlsx"
        ) from error


def _columns(header: Sequence[Any]) -> dict[str, int]:
    """Where each column stands: people move and add columns."""
    names = [str(cell.value or "").strip() for cell in header]
    for name in ("Key", "Translation", "Mark"):
        if names.count(name) != 1:
            raise FileRefused(
                f"The sheet {_TEXTS} needs one column named {name} in its first row; "
                "put the header back as it was exported"
            )
    return {name: names.index(name) for name in _COLUMNS if name in names}


def _rows(lines: Iterator[Sequence[Any]], columns: dict[str, int]) -> Iterator[Row]:
    for number, cells in enumerate(lines, start=2):
        if all(cell.value is None for cell in cells):
            continue

        def text(name: str, cells: Sequence[Any] = cells) -> str:
            at = columns.get(name)
            value = None if at is None else cells[at].value
            return "" if value is None else str(value)

        yield Row(
            key=text("Key").strip(),
            english=text("English"),
            text=text("Translation"),
            read=bool(text("Read").strip()),
            notes=text("Notes"),
            terms=text("Terms"),
            room=text("Room"),
            mark=text("Mark").strip(),
            wrong=_not_text(cells[columns["Translation"]]),
            number=number,
        )


def _not_text(cell: Any) -> str:
    """Why a cell holds something else than what the translator wrote, or ""."""
    if cell.data_type == "f":
        return "is a formula; begin the cell with a letter, or format it as text"
    if cell.data_type == "e":
        return "is an error of the spreadsheet; write the text again"
    if cell.data_type in ("n", "d", "b") and cell.value is not None:
        return "was turned into a number or date by the spreadsheet; format the cell as text"
    return ""


def _cells(row: Row) -> tuple[str | None, ...]:
    read = "x" if row.read else ""
    values = (row.key, row.english, row.text, read, row.wrong, row.notes, row.terms, row.room)
    return tuple(value or None for value in (*values, row.mark))
