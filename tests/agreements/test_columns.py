"""Headers as people leave them: renamed, misspelt, in two rows, far down, or gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.agreements.container import SheetError
from bot.agreements.sheet import read_sheet
from tests.agreements.test_sheet import HEADER, JACKSON, read, workbook


@pytest.mark.parametrize(
    "header",
    [
        [
            "State Name",
            "Agency Name",
            "Agency Type",
            "County/Parish",
            "Model",
            "Date Signed",
            "MOA",
        ],
        [
            "state ",
            "Law\xa0Enforcement\nAgency",
            "type*",
            "County:",
            "support  TYPE",
            "Signed*",
            "",
        ],
        ["STATE", "PARTICIPATING AGENCY", "TYPE", "COUNTY", "287(g) MODEL", "MOA SIGNED", "MOA"],
        ["STAET", "LAW ENFORCMENT AGENCY", "TPYE", "COUNTRY", "SUPORT TYPE", "SINGED", "MOA"],
    ],
)
def test_a_header_in_other_words_or_misspelt_is_read(tmp_path: Path, header: list[Any]) -> None:
    (row,) = read(tmp_path, header, JACKSON).rows
    assert (row.state, row.county, row.model, row.signed) == (
        *("MICHIGAN", "Jackson County", "Warrant Service Officer ", JACKSON[5]),
    )


def test_what_was_taken_for_a_column_or_left_unread_is_said(tmp_path: Path) -> None:
    header = ["STATE", "AGENCY", "TYPE", "LOCATION", "SUPORT TYPE", "SIGNED", None]
    notices = read(tmp_path, header, JACKSON).notices
    assert notices == (
        'the column "SUPORT TYPE" is misspelt and was read as one of ours',
        "no column COUNTY was found: counties are read from the agencies' names alone",
        'columns that were not read: "LOCATION"',
    )


def test_a_header_of_two_rows_is_read(tmp_path: Path) -> None:
    above = ["STATE", "LAW ENFORCEMENT", "TYPE", "COUNTY", "SUPPORT", "DATE", "MOA"]
    below = [None, "AGENCY", None, None, "TYPE", "SIGNED", None]
    sheet = read(tmp_path, above, below, JACKSON)
    assert sheet.notices == ()
    (row,) = sheet.rows
    assert (row.row, row.county, row.signed) == (3, "Jackson County", JACKSON[5])


def test_a_header_below_many_notes_is_found_and_rows_above_it_are_said(tmp_path: Path) -> None:
    notes: list[list[Any]] = [[f"Note {number}"] for number in range(60)]
    path = workbook(tmp_path, ["As of", "10/9/2026"], *notes, JACKSON, HEADER, JACKSON)
    sheet = read_sheet(path)
    assert [row.row for row in sheet.rows] == [64]
    assert sheet.notices == ("rows above the header (row 63) that were not read: 1",)


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (
            [*HEADER[:4], "PROGRAM", *HEADER[5:]],
            "no column is called SUPPORT TYPE; there are: STATE",
        ),
        (["ST", *HEADER[1:]], "row 1 looks like its header, but no column is called STATE"),
        (HEADER[1:], "no column is called STATE"),
        (JACKSON, "put them above the columns"),
    ],
)
def test_a_header_that_is_not_found_is_named_with_the_remedy(
    tmp_path: Path, header: list[Any], says: str
) -> None:
    with pytest.raises(SheetError, match=says):
        read(tmp_path, header, JACKSON)
