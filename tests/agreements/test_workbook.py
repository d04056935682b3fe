"""Workbooks as people leave them: titles, merged cells, formulas, more sheets, damage."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bot.agreements.container import SheetError
from bot.agreements.sheet import read_sheet
from tests.agreements.test_sheet import HEADER, JACKSON, PDF, read, workbook

TEXTS = JACKSON[:5]


def edited(path: Path) -> tuple[Workbook, Any]:
    book = load_workbook(path)
    return book, book.worksheets[0]


def test_two_models_in_one_cell_are_two_rows_of_one_number(tmp_path: Path) -> None:
    two = [*JACKSON[:4], "Task Force Model; Warrant Service Officer", *JACKSON[5:]]
    rows = read(tmp_path, HEADER, two, JACKSON).rows
    assert [(row.row, row.model) for row in rows[:2]] == [
        (2, "Task Force Model"),
        (2, "Warrant Service Officer"),
    ]
    assert "several models in one cell" in rows[0].complaints[0]
    assert rows[2].row == 3


@pytest.mark.parametrize("column", [0, 1, 3, 4])
def test_a_row_with_any_naming_cell_is_kept(tmp_path: Path, column: int) -> None:
    cells = [None] * 7
    cells[column] = JACKSON[column]
    sheet = read(tmp_path, HEADER, cells)
    assert (len(sheet.rows), sheet.empty_rows) == (1, 0)


def test_a_merged_cell_holds_for_each_of_its_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON, [*[None] * 4, *JACKSON[4:]])
    book, sheet = edited(path)
    for column in "ABCD":
        sheet.merge_cells(f"{column}2:{column}3")
    book.save(path)
    first, second = read_sheet(path).rows
    assert (second.state, second.agency, second.county) == (first.state, first.agency, first.county)


@pytest.mark.parametrize("header", ["Signed Date", "DATE SIGNED", "MOA SIGNED", "SIGNED*"])
def test_a_column_of_signing_under_another_name_is_no_list_of_requests(
    tmp_path: Path, header: str
) -> None:
    sheet = read(tmp_path, [*HEADER[:5], header, HEADER[6]], JACKSON)
    assert not sheet.pending
    assert sheet.rows[0].signed == JACKSON[5]


@pytest.mark.parametrize("header", ["COUNTY/PARISH", "COUNTIES", "County Name", "Parish"])
def test_a_county_column_under_another_name_is_read(tmp_path: Path, header: str) -> None:
    (row,) = read(tmp_path, [*HEADER[:3], header, *HEADER[4:]], JACKSON).rows
    assert row.county == "Jackson County"


def test_of_two_columns_of_one_name_the_filled_one_is_read(tmp_path: Path) -> None:
    header = [*HEADER[:4], "COUNTY", *HEADER[4:]]
    wrong = [*JACKSON[:4], "Kent County", *JACKSON[4:]]
    rows = read(tmp_path, header, [*JACKSON[:3], None, *JACKSON[3:]], wrong).rows
    assert [row.county for row in rows] == ["Jackson County"] * 2
    assert rows[0].complaints == ()
    assert "Kent County" in rows[1].complaints[0]


def test_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    titles: list[list[Any]] = [["Participating Agencies"], ["As of 10/9/2026"], []]
    path = workbook(tmp_path, titles[0], *titles[1:], HEADER, JACKSON)
    (row,) = read_sheet(path).rows
    assert row.row == 5, "its number in the sheet"


def test_an_end_in_moa_addendum_or_a_column_of_its_own_is_said(tmp_path: Path) -> None:
    header = [*HEADER, "ADDENDUM", "STATUS"]
    rows = read(
        tmp_path,
        header,
        [*JACKSON[:6], "terminated 9/1/2026", None, None],
        [*JACKSON, "rescinded", None],
        [*JACKSON, None, "Suspended"],
        [*JACKSON[:6], "link pending", "link", "Active"],
    ).rows
    words = ("MOA cell says terminated", "ADDENDUM cell says rescinded", "STATUS cell says Susp")
    for row, word in zip(rows, words, strict=False):
        assert word in row.complaints[0]
    assert rows[3].complaints == ()


def with_stored_value(path: Path, formula: str, value: str) -> None:
    """What Excel writes beside a formula; openpyxl itself cannot."""
    copy = path.with_name("copy.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8")
            stored = part.replace(f"<f>{formula}</f><v />", f"<f>{formula}</f><v>{value}</v>")
            new.writestr(
                name, stored.replace(f"<f>{formula}</f><v/>", f"<f>{formula}</f><v>{value}</v>")
            )
    shutil.move(copy, path)


def test_a_formula_counts_as_what_excel_made_of_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, [*JACKSON[:3], "=1+1", *JACKSON[4:]])
    (row,) = read_sheet(path).rows
    assert "formula without a value: =1+1" in row.complaints[0]
    assert "save it, and import it again" in read_sheet(path).notices[0]
    with_stored_value(path, "1+1", "2")
    (row,) = read_sheet(path).rows
    assert (row.county, row.complaints) == ("2", ())


def test_days_counted_from_1904_are_not_read_as_others(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, [*TEXTS, 45735, None])
    assert read_sheet(path).rows[0].signed is not None
    book, _ = edited(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    assert read_sheet(path).rows[0].signed is None


def test_other_lists_of_the_workbook_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON)
    book, sheet = edited(path)
    sheet.title = "Terminated"
    second = book.create_sheet("N-Z")
    second.append(HEADER)
    book.create_sheet("totals").append(["x", 1])
    book.save(path)
    assert read_sheet(path).notices == (
        'the sheet "N-Z" has such headers, too, and was not read',
        'the sheet that was read is called "Terminated": look at it',
    )


def test_a_chart_beside_the_list_does_no_harm(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON)
    book, sheet = edited(path)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    book.create_chartsheet("Chart", 0).add_chart(chart)
    book.save(path)
    assert len(read_sheet(path).rows) == 1


def test_a_workbook_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, JACKSON)
    named = path.rename(tmp_path / "list.csv")
    assert len(read_sheet(named).rows) == 1


def test_a_damaged_part_is_refused_in_words(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, *[JACKSON] * 200)
    with zipfile.ZipFile(path) as book:
        part = book.getinfo("xl/worksheets/sheet1.xml")
    body = bytearray(path.read_bytes())
    start = part.header_offset + 30 + len(part.filename)
    body[start : start + 200] = b"\xff" * 200
    path.write_bytes(body)
    with pytest.raises(SheetError, match="damaged"):
        read_sheet(path)


def test_a_colour_far_below_or_beside_the_list_costs_nothing(tmp_path: Path) -> None:
    """A stray format in the last row or column of Excel makes the sheet say that it is so large."""
    path = workbook(tmp_path, HEADER, JACKSON)
    book, sheet = edited(path)
    sheet.cell(1_048_576, 16_384).fill = PatternFill("solid", fgColor="FFFF00")
    sheet.merge_cells("A900000:B900001")
    book.save(path)
    assert read_sheet(path).empty_rows == 0


@pytest.mark.parametrize(
    "words", [f'=HYPERLINK("{PDF}","link")', f'=hyperlink( "{PDF}" )', PDF, f" {PDF}\n"]
)
def test_an_address_in_a_formula_or_typed_as_text_is_a_link(tmp_path: Path, words: str) -> None:
    (row,) = read(tmp_path, HEADER, [*JACKSON[:6], words]).rows
    assert (row.moa_url, row.complaints) == (PDF, ())
