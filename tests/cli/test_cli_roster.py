from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from bot.cli.data import app as data_app
from bot.cli.roster import app

SHARED = Path(os.environ.get("BOT_SHARED_DIR", Path(__file__).parents[3] / "shared"))
NEWEST = SHARED / "data" / "287g" / "participatingAgencies05182026am.xlsx"
LIST = """state,agency,type,county,model,signed
ALABAMA,Franklin County Sheriff's Office,County,Frankin County,Warrant Service Officer,2025-03-19
MICHIGAN,Taylor Police Department,Municipality,#N/A,Task Force Model,2025-04-28
ALASKA,Alaska Department of Corrections,State Agency,#N/A,Warrant Service Officer,2020-07-24
VIRGINIA,Southwest Virginia Regional Jail Authority,County,#N/A,Warrant Service Officer,2025-05-08
MICHIGAN,Nowhere At All Police Department,Municipality,#N/A,Task Force Model,05/082025
"""


def run(*arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    result = CliRunner().invoke(app, list(arguments))
    rows = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    return result.exit_code, rows, result.stderr


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of this test's own, made when something first needs it."""
    file = tmp_path / "var" / "bot.sqlite3"
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{file}")
    return file


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


def test_a_dry_run_prints_each_row_placed_with_what_was_changed(sheet: str) -> None:
    code, rows, account = run("import", sheet, "--dry-run", "--json")
    assert code == 0
    assert [row["fips"][:1] for row in rows] == [["01059"], ["26163"], [], ["51027"], []]
    assert [row["scope"] for row in rows] == [
        "county",
        "municipal",
        "state",
        "regional",
        "municipal",
    ]
    assert [row["runs_jail"] for row in rows] == [True, False, True, True, None]
    assert rows[0]["complaints"] == ["county respelled: Frankin County → Franklin County"]
    assert rows[0]["county_as_printed"] == "Frankin County"
    assert rows[4]["signed"] is None
    assert "1 not placed" in account


def test_a_row_signed_after_the_list_s_own_date_is_complained_about(sheet: str) -> None:
    _, rows, _ = run("import", sheet, "--dry-run", "--json", "--list-date", "2025-04-01")
    assert any("after the list's own date" in said for said in rows[1]["complaints"])
    assert not any("after" in said for said in rows[0]["complaints"])


def test_a_list_without_a_date_in_its_name_is_asked_for_one(sheet: str) -> None:
    code, _, account = run("import", sheet)
    assert code == 1
    assert "--list-date" in account


def test_a_dry_run_says_that_the_list_will_need_its_date(sheet: str) -> None:
    code, rows, account = run("import", sheet, "--dry-run", "--json")
    assert (code, len(rows)) == (0, 5)
    assert "would be refused: list.csv: its name has no date" in account
    assert "--list-date" in account
    assert "--list-date" not in run("import", sheet, "--dry-run", "--list-date", "2026-07-24")[2]


def test_a_dry_run_says_that_the_name_s_date_cannot_be_right(sheet: str) -> None:
    named = Path(sheet).rename(Path(sheet).with_name("participatingAgencies01012025.csv"))
    code, _, account = run("import", str(named), "--dry-run")
    assert code == 0
    assert "would be refused: participatingAgencies01012025.csv: its name says" in account


def test_a_dry_run_keeps_nothing_and_says_what_would_be_refused(sheet: str, database: Path) -> None:
    code, _, account = run("import", sheet, "--dry-run", "--list-date", "2026-09-28")
    assert code == 0
    assert "would be refused: it has 5 rows" in account
    assert not database.exists()


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.xlsx"
    path.write_text("<html>Sign in</html>", encoding="utf-8")
    code, _, account = run("import", str(path), "--dry-run")
    assert code == 1
    assert "download it again" in account


def test_status_names_the_list_s_date_and_counts() -> None:
    result = CliRunner().invoke(app, ["status"])
    assert result.exit_code == 0
    assert "2026-07-24" in result.stdout
    assert "2179 agreements" in result.stdout


def test_a_folder_without_sources_is_refused_with_the_remedy(tmp_path: Path) -> None:
    result = CliRunner().invoke(data_app, ["build", "--from", str(tmp_path)])
    assert result.exit_code == 1
    assert "--from" in result.stderr


@pytest.mark.skipif(
    not NEWEST.is_file(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)
def test_the_newest_real_workbook_is_placed_whole_in_seconds() -> None:
    start = time.perf_counter()
    code, rows, account = run("import", str(NEWEST), "--dry-run", "--json")
    assert code == 0
    assert len(rows) == 1843
    assert "0 not placed" in account
    assert time.perf_counter() - start < 10


REAL = {
    "participatingAgencies05182026am.xlsx": (1843, ()),
    "participatingAgencies02272026am.xlsx": (1492, ()),
    "participatingAgencies03022026am.xlsx": (1499, ()),
    "participatingAgencies07092025am.xlsx": (807, ()),
    "participatingAgencies-20250327140009.xlsx": (425, ()),
    "participatingAgencies-20250221214937.xlsx": (151, ()),
    "pendingAgencies02272026am.xlsx": (2, ()),
    "pendingAgencies01232026am.xlsx": (57, ()),
    "pendingAgencies11062025pm.xlsx": (0, ()),
    "pendingAgencies08282025am.xlsx": (80, ()),
    "pendingAgencies09222025pm.xlsx": (1000, ("--kind", "participating")),
    "ice_287g-20260724.csv": (2179, ("--list-date", "2026-07-24")),
}


@pytest.mark.skipif(
    not NEWEST.is_file(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)
def test_every_real_file_is_imported_and_twice_changes_nothing() -> None:
    for name, (count, options) in REAL.items():
        file = str(NEWEST.parent / name)
        code, _, account = run("import", file, *options)
        assert code == 0, account
        assert f"{count} rows" in account
        assert "nothing changed" in run("import", file, *options)[2]
    code, _, account = run("import", str(NEWEST.parent / "pendingAgencies09222025pm.xlsx"))
    assert code == 1
    assert "--kind participating" in account


def test_of_two_lists_in_a_workbook_a_person_says_which(tmp_path: Path) -> None:
    book = Workbook()
    for name in ("A-M", "N-Z"):
        each = book.create_sheet(name)
        for line in LIST.splitlines()[:2]:
            each.append(line.split(","))
    book.save(tmp_path / "two.xlsx")
    asked = ("import", str(tmp_path / "two.xlsx"), "--dry-run", "--json")
    code, _, account = run(*asked)
    assert (code, "--sheet NAME" in account) == (1, True)
    code, rows, account = run(*asked, "--sheet", "A-M")
    assert (code, len(rows)) == (0, 1)
    assert 'the sheet "N-Z" has such headers, too, and was not read' in account
