"""CSV as programs save it: other letters, other marks between the cells, leftovers at its end."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from bot.agreements.container import SheetError
from bot.agreements.sheet import Sheet, read_sheet

TEXT = (
    "STATE,LAW ENFORCEMENT AGENCY,COUNTY,SUPPORT TYPE,SIGNED,MOA\r\n"
    "MICHIGAN,Jackson County Sheriff’s Office,Jackson County,WSO,3/19/2025,link\r\n"
)


def read(folder: Path, data: bytes) -> Sheet:
    path = folder / "list.csv"
    path.write_bytes(data)
    return read_sheet(path)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("cp1252"),
        TEXT.replace(",", ";").encode(),
        b"sep=;\r\n" + TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", "|").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        b"Agencies as of 10/9/2026,,,\r\n,,,\r\n" + TEXT.encode(),
        TEXT.replace("Jackson County S", '"Jackson\nCounty S')
        .replace("Office,", 'Office",')
        .encode(),
        TEXT.encode() + b"\x1a",
        TEXT.encode() + bytes(8),
    ],
)
def test_the_same_row_is_read_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    (row,) = read(tmp_path, data).rows
    assert " ".join(row.agency.split()) == "Jackson County Sheriff’s Office"
    assert (row.model, row.county) == ("WSO", "Jackson County")
    assert row.complaints == ('signed "3/19/2025" is text, read as 2025-03-19',)


def test_letters_of_windows_are_said_with_a_word_to_look_at(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT.encode()).notices == ()
    (said,) = read(tmp_path, TEXT.encode("cp1252")).notices
    assert "Sheriff’s" in said
    assert "CSV UTF-8" in said


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"state,agency\x81,model\n", bytes([255, 254, 0, 216])]
)
def test_bytes_that_are_no_letters_are_refused_with_the_remedy(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SheetError, match="save it as CSV in UTF-8"):
        read(tmp_path, data)


def test_a_comma_without_quotes_that_moved_the_cells_is_said(tmp_path: Path) -> None:
    (row,) = read(tmp_path, TEXT.replace("Jackson County S", "Jackson, S").encode()).rows
    assert "more cells than the header" in row.complaints[1]


def test_a_file_that_breaks_off_in_its_last_line_is_refused(tmp_path: Path) -> None:
    more = TEXT + TEXT.splitlines(keepends=True)[1]
    assert len(read(tmp_path, more.encode()).rows) == 2
    assert len(read(tmp_path, f"{more}\r\n".encode()).rows) == 2
    with pytest.raises(SheetError, match="the file is cut off"):
        read(tmp_path, more[:-30].encode())
