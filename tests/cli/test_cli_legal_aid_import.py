"""A newer list of legal help becomes a draft; a number that changed waits for a person."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.legal_aid import app
from bot.legal_aid.directory import read_directory
from bot.legal_aid.table import COLUMNS

DAY = "2026-11-22"
GOOD = {
    "org": "Casa de Ayuda",
    "phone": "313-555-0142",
    "reach": "state",
    "state": "MI",
    "serves": "MI",
    "services": "removal_defense detained",
    "languages": "en es",
    "source": "our_list",
    "source_date": "2026-11-01",
}


def row(number: int, **changed: str) -> dict[str, str]:
    """One of many good rows: another group with another number."""
    return {**GOOD, "org": f"Group {number}", "phone": f"313-555-01{number:02}", **changed}


def written(folder: Path, *rows: dict[str, str], name: str = "list.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({column: one.get(column, "") for column in COLUMNS} for one in rows)
    return path


class Desk:
    """The commands, in a folder of texts of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "legal_aid").mkdir()

    def run(self, *command: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, [*command, "--content", str(self.folder)])
        return done.exit_code, done.stdout + done.stderr

    def take(self, *rows: dict[str, str], on: str = DAY) -> tuple[int, str]:
        return self.run("import", str(written(self.folder, *rows)), "--on", on)

    def sent(self) -> dict[str, str]:
        """Name -> number of what would be sent."""
        directory = read_directory(content_dir=self.folder / "legal_aid")
        return {one.org: one.phone for one in directory.contacts if one.source == "our_list"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_draft_is_sent_to_nobody_until_it_is_published(desk: Desk) -> None:
    status, said = desk.take(row(1), row(2))
    assert status == 0
    assert "joined: MI Group 1" in said
    assert desk.sent() == {}
    assert desk.run("publish", "--reviewer", "Ana")[0] == 0
    assert desk.sent() == {"Group 1": "+13135550101", "Group 2": "+13135550102"}


def test_a_changed_number_waits_and_the_old_one_is_sent_meanwhile(desk: Desk) -> None:
    desk.take(row(1), row(2))
    desk.run("publish")
    _, said = desk.take(row(1, phone="313-555-0199"), row(2))
    assert "WAITS number changed: MI Group 1: phone +13135550101 -> +13135550199" in said
    desk.run("publish")
    assert desk.sent()["Group 1"] == "+13135550101"
    assert desk.run("review", "--accept", "313-555-0101", "--reviewer", "Ana")[0] == 0
    desk.run("publish")
    assert desk.sent()["Group 1"] == "+13135550199"


def test_one_number_is_not_accepted_and_kept_in_one_command(desk: Desk) -> None:
    desk.take(row(1), row(2))
    desk.run("publish")
    desk.take(row(1, phone="313-555-0199"), row(2))
    both = ("--accept", "313-555-0101", "--keep", "(313) 555-0101", "--reviewer", "Ana")
    status, said = desk.run("review", *both)
    assert status == 1
    assert "+13135550101: accepted and kept in one command" in said
    assert "1 still wait" in desk.run("review")[1]
    assert desk.run("review", "--accept", "313-555-0101", "--reviewer", "Ana\nBen")[0] == 2


def test_a_decision_to_keep_is_not_asked_again_for_the_same_change(desk: Desk) -> None:
    desk.take(row(1), row(2))
    desk.run("publish")
    desk.take(row(1, phone="313-555-0199"), row(2))
    desk.run("review", "--keep", "313-555-0101", "--reviewer", "Ana")
    desk.run("publish")
    desk.take(row(1, phone="313-555-0199"), row(2))
    assert "0 still wait" in desk.run("review")[1]
    desk.run("publish")
    assert desk.sent()["Group 1"] == "+13135550101"


def test_who_decided_what_and_when_is_kept(desk: Desk) -> None:
    desk.take(row(1), row(2))
    desk.run("publish", "--reviewer", "Ana")
    lines = (desk.folder / "legal_aid" / "lists" / "approvals.jsonl").read_text().splitlines()
    last = json.loads(lines[-1])
    assert (last["decision"], last["reviewer"], last["subject"]) == ("publish", "Ana", "our_list")


def test_a_file_that_lost_a_tenth_of_its_rows_is_refused(desk: Desk) -> None:
    desk.take(*(row(number) for number in range(20)))
    desk.run("publish")
    status, said = desk.take(*(row(number) for number in range(17)))
    assert status == 1
    assert "17 good rows and had 20" in said
    assert "nothing was changed" in said
    assert desk.run("publish")[0] == 1, "there is no draft"
    assert len(desk.sent()) == 20


def test_a_group_that_is_missing_once_is_sent_on_and_twice_waits_for_a_person(desk: Desk) -> None:
    many = [row(number) for number in range(20)]
    desk.take(*many)
    desk.run("publish")
    later = [{**one, "source_date": "2026-11-10"} for one in many[1:]]
    assert "missing in this issue: MI Group 0" in desk.take(*later)[1]
    desk.run("publish")
    assert "Group 0" in desk.sent()
    again = [{**one, "source_date": "2026-11-20"} for one in many[1:]]
    assert "WAITS missing twice: MI Group 0" in desk.take(*again)[1]
    desk.run("publish")
    assert "Group 0" in desk.sent()
    desk.run("review", "--accept", "313-555-0100")
    desk.run("publish")
    assert "Group 0" not in desk.sent()


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    desk.take(row(1), row(2))
    desk.run("publish")
    path = desk.folder / "legal_aid" / "lists" / "our_list.csv"
    before = path.read_bytes()
    assert "0 wait for a person" in desk.take(row(1), row(2))[1]
    desk.run("publish")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"phone": ""}, "phone missing"),
        ({"phone": "313-555-01"}, "phone"),
        ({"phone": "+52 55 1234 5678"}, "phone"),
        ({"org": ""}, "org missing"),
        ({"org": "Toll Free:"}, "is no name of an organisation"),
        ({"org": "Mailing address:"}, "is no name of an organisation"),
        ({"org": "Batavia Office:"}, "is no name of an organisation"),
        ({"state": "ZZ"}, "no postal code of a state"),
        ({"counties": "99999"}, "is in no state"),
        ({"counties": "48201"}, "lies in TX, not in MI"),
        ({"reach": "galaxy"}, "reach"),
        ({"reach": "county", "serves": ""}, "say whom it serves"),
        ({"services": "", "languages": ""}, "services missing"),
        ({"services": "magic"}, "services"),
        ({"languages": "xx-unknown-1"}, "languages"),
        ({"source_date": "11/01/2026"}, "is no date like"),
        ({"source_date": "2027-01-01"}, "is in the future"),
        ({"source_date": "2024-01-01"}, "over a year ago"),
        ({"expires": "soon"}, "is no date like"),
        ({"lat": "north"}, "is no number of degrees"),
        ({"phone": "855-641-6081"}, "people in other custody"),
    ],
)
def test_each_faulty_row_gets_a_complaint_with_its_line(
    desk: Desk, change: dict[str, str], words: str
) -> None:
    status, said = desk.take(row(1), row(2, **change))
    assert status == 1
    assert "line 3: " in said
    assert words in said
    assert desk.sent() == {}


def test_without_its_faulty_rows_a_file_can_be_taken_when_asked(desk: Desk) -> None:
    path = written(desk.folder, row(1), row(2, phone="1"))
    status, said = desk.run("import", str(path), "--on", DAY, "--leave-out")
    assert status == 0
    assert "line 3" in said
    desk.run("publish")
    assert set(desk.sent()) == {"Group 1"}


def test_one_number_for_two_groups_is_a_complaint(desk: Desk) -> None:
    status, said = desk.take(row(1), row(2, phone="313-555-0101"))
    assert status == 1
    assert "stands in this file already, for Group 1" in said


def test_a_number_of_another_state_waits_for_a_person(desk: Desk) -> None:
    _, said = desk.take(row(1, phone="713-555-0142"), row(2))
    assert "WAITS number to be confirmed: MI Group 1" in said
    assert "its area code is of TX" in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no rows"),
        ("a,b\n1,2\n", "Missing columns: org, phone"),
        (",".join(COLUMNS) + "\n", "holds no rows"),
        (",".join(COLUMNS) + "\nx,y\n", "not as many cells"),
        (",".join(COLUMNS) + '\n"Group 1,x\nGroup 2,x\n', "line 2: a quote"),
    ],
)
def test_a_file_that_is_no_list_is_refused(desk: Desk, content: str, words: str) -> None:
    path = desk.folder / "list.csv"
    path.write_text(content)
    status, said = desk.run("import", str(path), "--on", DAY)
    assert status == 1
    assert words in said


def test_two_sources_in_one_file_are_refused(desk: Desk) -> None:
    status, said = desk.take(row(1), row(2, source="other_list"))
    assert status == 1
    assert "one file for each source" in said


def test_status_writes_the_table_of_the_documents(desk: Desk) -> None:
    status, said = desk.run("status", "--markdown", "--on", DAY)
    assert status == 0
    assert "| MI |" in said
    assert "MT" in said
