"""One small workbook of our own making with every quirk of ICE's lists that we know of."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.importer import PlacedRow
from bot.agreements.roster import Roster
from bot.agreements.sheet import read_sheet
from bot.publishing.documents import PlacedList
from bot.publishing.reading import Witnesses, date_in_name, place_list
from tests.agreements.ground import NAMES

HEADER = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"]
ICE = "https://www.ice.gov/doclib/287gMOA"
WRAPPED = (
    "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fa%20b.pdf"
)
DAY = date(2025, 3, 19)
WSO, TFM, JEM = "Warrant Service Officer ", "Task Force Officer ", "Jail Enforcment Model "

ROWS: list[list[object]] = [
    [
        "ALABAMA ",
        "Franklin  County Sheriff’s\nOffice ",
        "County ",
        "\nFrankin County",
        WSO,
        DAY,
        "",
    ],
    ["AlABAMA", "Franklin County Sheriff's Office", "County", "Franklin County", TFM, DAY, ""],
    [None, None, None, None, None, None, None],
    ["MICHIGAN", "Taylor Police Department", "Municipality ", "#N/A", TFM, "7/72025", "link"],
    [
        "MCHIGAN",
        "Berrian County Sheriff's Office",
        "#NA",
        "Berrian County",
        "",
        DAY,
        "link pending",
    ],
    ["ARKANSAS", "Texarkana Police Department", "County", "Bowie County", TFM, DAY, ""],
    ["MASSACHUSETTS", "Crow Wing County Sheriff's Office", "County", "Crow Wing County", WSO, DAY],
    ["MINNESOTA", "Freedom County Sheriff's Office", "County", "Freedom County", WSO, DAY, ""],
    ["ARKANSAS", "Arkansas Department of Corrections", "State", "Pulaksi County", JEM, DAY, ""],
    ["MISSOURI", "Worth County Sheriff's Office", "Municipality", "Worth County", WSO, DAY, ""],
    ["VIRGINIA", "Hopewell County Sheriff's Office", "County", "Hopewell County", JEM, DAY, ""],
    ["VIRGINIA", "Rappahannock, Shenandoah, Warren Regional Jail Authority", "", "#NA", WSO, DAY],
    ["FLORIDA", "Jacksonville Sheriff's Office", "County", "Duval County", WSO, DAY, ""],
    ["MICHIGAN", "Taylor Police Department", "Muncipality ", "#n?A", TFM, date(2025, 3, 14), ""],
    ["LOUISIANA", "St. Charles Parish Sheriff's Office", "County", "German Coast County", WSO, DAY],
    ["TENNESSEE", "Sparta Police Department", "Municipal", "Sparta-White County", TFM, DAY, ""],
    ["PENNSYLVANIA", "Union Township Police Department", "", "Fulton County", TFM, DAY, ""],
    ["PENNSYLVANIA", "Union Township Police Department", "", "Berks County", TFM, DAY, ""],
    ["PENNSYLVANIA", "Union Township Police Department", "", "#N/A", TFM, DAY, ""],
    [" "] * 7,
    [" "] * 7,
]
LINKS = {2: f"{ICE}/FranklinAL_WSO.pdf", 3: f"{ICE}/georgiaDPS_WSO_MOA.pdf", 5: WRAPPED}


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> PlacedList:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEADER, "ADDENDUM", None, None])
    for row in ROWS:
        sheet.append(row)
    for number, link in LINKS.items():
        sheet.cell(number, 7).hyperlink = link
        sheet.cell(number, 7).value = "link"
    for number in range(6, 12):
        sheet.row_dimensions[number].hidden = True
    book.create_sheet("Sheet2", 0).append(["scratch", 12])
    path = tmp_path_factory.mktemp("quirks") / "participatingAgencies03192025am.xlsx"
    book.save(path)
    assert load_workbook(path).sheetnames[0] == "Sheet2"
    read = read_sheet(path)
    assert read.empty_rows == 3
    return place_list(read, DAY, Witnesses(NAMES, {}), Roster(DAY, ()))


def row(placed: PlacedList, agency: str, model: str) -> PlacedRow:
    return next(row for row in placed.rows if row.agency == agency and row.model == model)


def test_no_row_is_dropped_and_each_keeps_its_number(placed: PlacedList) -> None:
    assert [row.row for row in placed.rows] == [2, 3, *range(5, 21)]


@pytest.mark.parametrize(
    ("agency", "model", "fips"),
    [
        ("Franklin County Sheriff's Office", "WSO", ("01059",)),
        ("Franklin County Sheriff's Office", "TFM", ("01059",)),
        ("Taylor Police Department", "TFM", ("26163",)),
        ("Berrian County Sheriff's Office", "", ("26021",)),
        ("Texarkana Police Department", "TFM", ("05091",)),
        ("Crow Wing County Sheriff's Office", "WSO", ("27035",)),
        ("Freedom County Sheriff's Office", "WSO", ()),
        ("Arkansas Department of Corrections", "JEM", ()),
        ("Worth County Sheriff's Office", "WSO", ("29227",)),
        ("Hopewell County Sheriff's Office", "JEM", ("51670",)),
        ("Jacksonville Sheriff's Office", "WSO", ("12031",)),
        ("St. Charles Parish Sheriff's Office", "WSO", ("22089",)),
        ("Sparta Police Department", "TFM", ("47185",)),
    ],
)
def test_every_quirk_is_placed_or_complained_about(
    placed: PlacedList, agency: str, model: str, fips: tuple[str, ...]
) -> None:
    found = row(placed, agency, model)
    assert found.fips == fips
    assert found.placed == (bool(fips) or found.scope is Scope.STATE)


def test_what_was_changed_is_said(placed: PlacedList) -> None:
    said = {each.row: " | ".join(each.complaints) for each in placed.rows}
    assert "respelled" in said[2]
    assert "named for" not in said[2]
    assert "7/72025" in said[5]
    assert "state respelled" in said[6]
    assert "no support type" in said[6]
    assert "state cell says MA" in said[8]
    assert "not placed" in said[9]
    assert "left aside" in said[10]
    assert "stands twice: row 5" in said[15]
    assert "named for WSO" in said[3], "a link to another agency's paper"
    assert said[14] == ""


def test_two_bodies_of_one_name_are_both_kept_whatever_an_unplaced_third_may_be(
    placed: PlacedList,
) -> None:
    name = "Union Township Police Department"
    found = {each.agency: each.fips for each in placed.rows if each.agency.startswith(name)}
    assert found == {
        f"{name} (Fulton County)": ("42057",),
        f"{name} (Berks County)": ("42011",),
        name: (),
    }
    said = " ".join(" ".join(row.complaints) for row in placed.rows if row.agency[:5] == "Union")
    assert "not placed" in said
    assert "stands twice" not in said


def test_only_an_address_at_ice_gov_is_kept(placed: PlacedList) -> None:
    links = {each.row: each.moa_url for each in placed.rows if each.moa_url}
    assert links == {
        2: f"{ICE}/FranklinAL_WSO.pdf",
        5: "https://www.ice.gov/a%20b.pdf",
    }
    assert row(placed, "Hopewell County Sheriff's Office", "JEM").kind is AgencyKind.SHERIFF


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("participatingAgencies05182026am.xlsx", date(2026, 5, 18)),
        ("287gParticipatingAgencies091526pm.xlsx", date(2026, 9, 15)),
        ("ParticipatingAgency091826am.xlsx", date(2026, 9, 18)),
        ("participatingAgencies-20250327140009.xlsx", date(2025, 3, 27)),
        ("287g_Participating_Agencies_09-28-2026.xlsx", date(2026, 9, 28)),
        ("participating agencies 2026.09.28 pm.xlsx", date(2026, 9, 28)),
        ("participatingAgencies20260928.xlsx", date(2026, 9, 28)),
        ("participatingAgencies99992026.xlsx", None),
        ("participatingAgencies09282026pm (1).xlsx", date(2026, 9, 28)),
        ("participatingAgencies09282026 copy 20260928.xlsx", date(2026, 9, 28)),
        ("participatingAgencies07242026_saved09282026.xlsx", None),
        ("list.xlsx", None),
    ],
)
def test_the_date_of_a_list_is_proposed_by_its_name(name: str, day: date | None) -> None:
    assert date_in_name(name) == day
