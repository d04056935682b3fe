from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.agreements.container import SheetError
from bot.agreements.sheet import Sheet, read_sheet

HEADER = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"]
JACKSON: list[Any] = [
    *("MICHIGAN", "Jackson County Sheriff’s Office ", "County", "Jackson County"),
    *("Warrant Service Officer ", date(2025, 3, 19), "link"),
]
PDF = "https://www.ice.gov/doclib/287gMOA/JacksonCoSheriffsOfficeMI_WSO_MOA_03192025.pdf"


def workbook(folder: Path, header: list[Any], *rows: list[Any]) -> Path:
    """A small workbook of our own with the same quirks as the published ones."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    path = folder / "list.xlsx"
    book.save(path)
    return path


def read(folder: Path, header: list[Any], *rows: list[Any]) -> Sheet:
    return read_sheet(workbook(folder, header, *rows))


def test_a_row_keeps_its_print_and_its_number(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER, JACKSON).rows
    assert row.row == 2
    assert row.agency == "Jackson County Sheriff’s Office "
    assert row.signed == date(2025, 3, 19)
    assert row.moa_url is None, "a text that says link is no link"


def test_the_address_is_the_cell_s_hyperlink(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON)
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.worksheets[0]["G2"].hyperlink = PDF
    book.save(path)
    assert read_sheet(path).rows[0].moa_url == PDF


def test_hidden_rows_are_data_and_empty_ones_are_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON, [None] * 7, JACKSON, ["", " ", None])
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.worksheets[0].row_dimensions[2].hidden = True
    book.save(path)
    sheet = read_sheet(path)
    assert [row.row for row in sheet.rows] == [2, 4]
    assert sheet.empty_rows == 2


def test_nameless_columns_and_other_layouts_are_read(tmp_path: Path) -> None:
    wide = read(tmp_path, [*HEADER, "ADDENDUM", None, None], [*JACKSON, "link", None, None])
    assert wide.rows[0].county == "Jackson County"
    oldest = read(tmp_path, [*HEADER[:3], *HEADER[4:]], [*JACKSON[:3], *JACKSON[4:]])
    assert oldest.rows[0].county == ""
    assert oldest.rows[0].signed == date(2025, 3, 19)


def test_a_list_without_dates_of_signing_is_a_pending_one(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER[:5], JACKSON[:5]).pending
    assert not read(tmp_path, HEADER, JACKSON).pending


def test_an_empty_pending_list_is_a_valid_file(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER[:5], [None] * 5).rows == ()


def test_a_date_typed_as_text_is_reported_not_guessed(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER, [*JACKSON[:5], "05/082025", None]).rows
    assert row.signed is None
    assert "05/082025" in row.complaints[0]


def test_a_list_whose_dates_are_all_gone_is_known_for_neither_kind(tmp_path: Path) -> None:
    bare = [*JACKSON[:5], None, None]
    assert read(tmp_path, HEADER, bare).undated
    assert not read(tmp_path, HEADER, bare, JACKSON).undated
    assert not read(tmp_path, HEADER[:5], bare[:5]).undated
    assert not read(tmp_path, HEADER).undated


def test_dates_with_the_day_first_are_left_out_and_said_once(tmp_path: Path) -> None:
    days = ("31/12/2025", "05/04/2025", "5 April 2025")
    sheet = read(tmp_path, HEADER, *([*JACKSON[:5], day, None] for day in days))
    assert [row.signed for row in sheet.rows] == [None, None, date(2025, 4, 5)]
    assert "2025-12-31" in sheet.notices[0]


def test_an_error_cell_stays_no_county(tmp_path: Path) -> None:
    (row,) = read(tmp_path, HEADER, [*JACKSON[:3], "#N/A", *JACKSON[4:]]).rows
    assert row.county == "#N/A"


def test_a_scratch_sheet_before_the_list_is_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON)
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.create_sheet("scratch", 0).append(["totals", 12])
    book.save(path)
    assert len(read_sheet(path).rows) == 1


def test_our_own_csv_is_read_with_its_links(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "\ufeffstate,agency,county,model,signed,moa_url\n"
        f"Michigan,A,Jackson County,WSO,2025-03-19,{PDF}\n",
        encoding="utf-8",
    )
    (row,) = read_sheet(path).rows
    assert (row.state, row.model, row.signed, row.moa_url) == (
        "Michigan",
        "WSO",
        date(2025, 3, 19),
        PDF,
    )


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("list.xlsx", b"<html>Sign in</html>", "download it again"),
        ("list.xlsx", b"", "download it again"),
        ("list.csv", b"name,place\na,b\n", "STATE"),
        ("list.csv", b"", "empty"),
        ("list.xlsx", bytes(5000), "empty"),
        ("list.csv", b"<table><tr><td>STATE", "save it as .xlsx"),
        ("list.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x:spreadsheet">', "old XML"),
        ("list.csv", b"\xd0\xcf\x11\xe0" + bytes(500), "without a password"),
        ("list.xls", b"\x89PNG\r\n\x1a\n" + bytes(500), "no .xlsx workbook"),
        ("list.pdf", b"%PDF", ".xlsx"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_the_remedy(
    tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SheetError, match=word):
        read_sheet(path)


@pytest.mark.parametrize(
    ("member", "word"),
    [
        ("content.xml", "save it as .xlsx"),
        ("Index/Document.iwa", "export it from Numbers"),
        ("xl/workbook.bin", "save it as .xlsx"),
        ("word/document.xml", "Word document"),
        ("participatingAgencies09282026pm.xlsx", "unpack it"),
        ("holiday.jpg", "download it again"),
    ],
)
def test_a_zip_that_is_no_workbook_is_refused_with_its_own_remedy(
    tmp_path: Path, member: str, word: str
) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(member, "x")
    with pytest.raises(SheetError, match=word):
        read_sheet(path)


@pytest.mark.parametrize("name", ["list.csv", "list.tsv", "list", "list.xlsx", "list.csv.txt"])
def test_a_text_table_is_known_by_its_bytes_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("state,agency,model,signed\nMichigan,A,WSO,2025-03-19\n", encoding="utf-8")
    assert len(read_sheet(path).rows) == 1


def test_a_file_larger_than_any_list_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.write(b"state,agency,model\n")
        file.truncate(300_000_000)
    with pytest.raises(SheetError, match="no list is so big"):
        read_sheet(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError):
        read_sheet(tmp_path / "nothing.xlsx")
