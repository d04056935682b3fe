"""What a file is by its first bytes, before anything tries to read it as a list."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile


class SheetError(ValueError):
    """The file is not a list that can be read; the message says what it needs."""


_AGAIN = "download it again from ICE's page"
_SAVE = "open it in Excel or LibreOffice and save it as .xlsx"
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TEXTS = (".csv", ".tsv", ".tab", ".txt")
_UNREADABLE = (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError)
_UNPACKED = 200_000_000
"""Bytes; the largest list so far unpacks to under 3 million."""
_TOO_BIG = f"holds more than {_UNPACKED // 10**6} MB: no list is so big; {_AGAIN}"

# What else a zip file may be, by a name that it holds.
_OTHER_ZIPS = (
    ("content.xml", f"is an OpenDocument file; {_SAVE}"),
    ("Index/Document.iwa", "is a Numbers file; export it from Numbers as Excel (.xlsx)"),
    ("xl/workbook.bin", f"is a binary workbook (.xlsb); {_SAVE}"),
    ("word/document.xml", "is a Word document; give the workbook of ICE's page"),
)


def is_text_table(path: Path) -> bool:
    """True for a text file (CSV), False for an ``.xlsx`` workbook that is whole.

    Raises :class:`SheetError` for anything else, with what to do.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
        size = path.stat().st_size
    except OSError as error:
        raise SheetError(
            f"{path}: cannot be read ({error.strerror}); is the name right?"
        ) from error
    if size > _UNPACKED:
        raise SheetError(f"{path}: {_TOO_BIG}")
    if head.startswith(_ZIP):
        _check_whole(path)
        return False
    if other := _other(head):
        raise SheetError(f"{path}: {other}")
    if path.suffix.lower() in _TEXTS or _is_text(head):
        return True
    raise SheetError(f"{path}: is no .xlsx workbook and no .csv; {_AGAIN}")


def _other(head: bytes) -> str | None:
    """What a file that is neither a workbook nor a text table is, with the remedy."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        return f"is empty; {_AGAIN}"
    if head.startswith(_OLE):
        return (
            "is encrypted with a password, or an old .xls; open it and save it as .xlsx without "
            "a password"
        )
    if text.startswith(b"<?xml") and b"spreadsheet" in text:
        return f"is a workbook in an old XML format; {_SAVE}"
    if text.startswith(b"<"):
        return (
            f"is a web page, not a workbook (a login or error page?); {_AGAIN}. If it shows the "
            f"list, {_SAVE}"
        )
    return "is a PDF; give the .xlsx workbook of ICE's page" if head.startswith(_PDF) else None


def _is_text(head: bytes) -> bool:
    """A text table under any name: the bytes of a picture or a program hold a zero."""
    return b"\0" not in head or head.startswith(_MARKS)


def _check_whole(path: Path) -> None:
    try:
        with ZipFile(path) as packed:
            members = packed.infolist()
            broken = None if sum(m.file_size for m in members) > _UNPACKED else packed.testzip()
    except _UNREADABLE as error:
        raise SheetError(f"{path}: the workbook is cut off or damaged; {_AGAIN}") from error
    if sum(member.file_size for member in members) > _UNPACKED:
        raise SheetError(f"{path}: {_TOO_BIG}")
    if broken:
        raise SheetError(f"{path}: the workbook is damaged at {broken}; {_AGAIN}")
    names = [member.filename for member in members]
    if "xl/workbook.xml" not in names:
        raise SheetError(f"{path}: {_other_zip(names)}")


def _other_zip(names: Sequence[str]) -> str:
    if found := next((said for name, said in _OTHER_ZIPS if name in names), None):
        return found
    packed = next((name for name in names if name.lower().endswith((".xlsx", ".csv"))), None)
    if packed:
        return f"is a zip file with {packed} in it; unpack it and import that file"
    return f"is a zip file, but no .xlsx workbook; {_AGAIN}"
