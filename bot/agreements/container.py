"""What a file is by its first bytes, before anything tries to read it as a list."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile


class SheetError(ValueError):
    """The file is not a list that can be read; the message says what it needs."""


_AGAIN = "download it again from ICE's page"
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_UNREADABLE = (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError)
_UNPACKED = 200_000_000
"""Bytes; the largest list so far unpacks to under 3 million."""


def is_text_table(path: Path) -> bool:
    """True for a text file (CSV), False for an ``.xlsx`` workbook that is whole.

    Raises :class:`SheetError` for anything else, with what to do.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise SheetError(
            f"{path}: cannot be read ({error.strerror}); is the name right?"
        ) from error
    if head.startswith(_ZIP):
        _check_whole(path)
        return False
    if path.suffix.lower() in (".csv", ".txt"):
        return True
    raise SheetError(f"{path}: {_what_it_is(head)}")


def _what_it_is(head: bytes) -> str:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.strip():
        return f"is empty (0 bytes of content); {_AGAIN}"
    if head.startswith(_OLE):
        return (
            "is encrypted with a password, or an old .xls; open it and save it as .xlsx without "
            "a password"
        )
    if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<")):
        return f"is a web page, not a workbook (a login or error page?); {_AGAIN}"
    if head.startswith(_PDF):
        return "is a PDF; give the .xlsx workbook of ICE's page"
    return f"is no .xlsx workbook and no .csv; {_AGAIN}"


def _check_whole(path: Path) -> None:
    try:
        with ZipFile(path) as packed:
            members = packed.infolist()
            broken = None if sum(m.file_size for m in members) > _UNPACKED else packed.testzip()
    except _UNREADABLE as error:
        raise SheetError(f"{path}: the workbook is cut off or damaged; {_AGAIN}") from error
    if sum(member.file_size for member in members) > _UNPACKED:
        raise SheetError(f"{path}: unpacks to more than {_UNPACKED // 10**6} MB: no list is so big")
    if broken:
        raise SheetError(f"{path}: the workbook is damaged at {broken}; {_AGAIN}")
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise SheetError(f"{path}: is a zip file, but no .xlsx workbook; {_AGAIN}")
