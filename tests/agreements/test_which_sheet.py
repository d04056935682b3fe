"""Workbooks of several sheets, and sheets of several tables: what is read, what is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.agreements.container import SheetError
from bot.agreements.sheet import Sheet, read_sheet
from tests.agreements.test_sheet import HEADER, JACKSON

KENT: list[Any] = ["MICHIGAN", "Kent County Sheriff's Office", "County", "Kent County", "WSO"]
LIST, OLDER = [HEADER, JACKSON], [HEADER, [*KENT, date(2025, 3, 19)]]


def book(folder: Path, *sheets: tuple[str, list[list[Any]]], hidden: str = "") -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    path = folder / "list.xlsx"
    made.save(path)
    return path


def agencies(sheet: Sheet) -> list[str]:
    return [row.agency.strip() for row in sheet.rows]


@pytest.mark.parametrize(
    ("first", "hidden"),
    [("July", "July"), ("Pending", ""), ("Terminated", ""), ("left, no longer active", "")],
)
def test_a_hidden_sheet_or_one_named_for_another_list_is_not_the_list(
    tmp_path: Path, first: str, hidden: str
) -> None:
    read = read_sheet(book(tmp_path, (first, OLDER), ("Sheet1", LIST), hidden=hidden))
    assert agencies(read) == ["Jackson County Sheriff’s Office"]
    assert read.notices == (f'the sheet "{first}" has such headers, too, and was not read',)


def test_two_sheets_that_could_be_the_list_are_asked_about(tmp_path: Path) -> None:
    path = book(tmp_path, ("A-M", LIST), ("N-Z", OLDER))
    with pytest.raises(SheetError, match=r'"A-M" \(1 rows\) and "N-Z" \(1 rows\).*--sheet NAME'):
        read_sheet(path)
    assert agencies(read_sheet(path, "n-z")) == ["Kent County Sheriff's Office"]
    with pytest.raises(SheetError, match="the sheets are: A-M, N-Z"):
        read_sheet(path, "Sheet1")


def test_a_header_that_stands_again_is_no_agency(tmp_path: Path) -> None:
    turned = [[row[1], row[0], *row[2:]] for row in (HEADER, [*KENT, date(2025, 3, 19), None])]
    read = read_sheet(book(tmp_path, ("Sheet1", [*LIST, HEADER, JACKSON, *turned])))
    assert [row.row for row in read.rows] == [2, 4, 6]
    assert read.rows[2].state == "MICHIGAN"
    assert "stands again in row 3, 5" in read.notices[0]


def test_a_list_of_requests_below_the_list_is_not_read_as_agreements(tmp_path: Path) -> None:
    path = book(tmp_path, ("Sheet1", [*LIST, [], ["Pending"], HEADER[:5], KENT]))
    with pytest.raises(SheetError, match="row 5 begins a second list"):
        read_sheet(path)
