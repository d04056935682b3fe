"""The terminal answers from what is published, whatever is wrong with the database."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app as main
from tests.cli.a_newer_list import DAY, NEW, run, write

pytestmark = pytest.mark.usefixtures("database")


def test_the_terminal_answers_from_what_is_published_but_for_stdin(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    run("import", write(tmp_path / "list.csv", listed), "--list-date", DAY)
    run("publish", "--by", "Ann")
    asked = ["ask", "washtenaw county mi", "--json", "--on", "2026-11-22"]
    answer = json.loads(CliRunner().invoke(main, asked).stdout)
    assert answer["list_date"] == DAY
    assert [entry["agency"] for entry in answer["status"]["jail"]] == [NEW["agency"]]
    line = json.dumps({"from": "a", "body": "washtenaw county mi"})
    done = CliRunner().invoke(main, ["ask", "--stdin"], input=f"{line}\n")
    assert json.loads(done.stdout)["list_date"] == "2026-07-24"


def test_a_database_that_cannot_be_read_does_not_keep_the_terminal_from_answering(
    database: Path,
) -> None:
    database.parent.mkdir(parents=True)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE rosters (version, digest, document)")
    connection.execute("INSERT INTO rosters VALUES (1, 'x', x'00')")
    connection.commit()
    connection.close()
    done = CliRunner().invoke(main, ["ask", "jackson mi", "--json"])
    assert done.exit_code == 0
    assert "answering from the one of 2026-07-24" in done.stderr
    assert json.loads(done.stdout)["list_date"] == "2026-07-24"


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"SQLite format 3\x00" * 99])
def test_a_damaged_database_file_is_said_and_the_terminal_answers(
    database: Path, content: bytes
) -> None:
    database.parent.mkdir(parents=True)
    database.write_bytes(content)
    done = CliRunner().invoke(main, ["ask", "jackson mi", "--json"])
    assert done.exit_code == 0
    assert "the published list cannot be read" in done.stderr
    assert "Run: bot doctor" in done.stderr
    assert json.loads(done.stdout)["list_date"] == "2026-07-24"
    told = CliRunner().invoke(main, ["doctor"], env={"BOT_SECRET_KEY": "k" * 40}).stdout
    assert "the database file is damaged" in told


def test_a_database_of_before_any_list_was_published_is_nothing_to_complain_of(
    database: Path,
) -> None:
    database.parent.mkdir(parents=True)
    database.touch()
    assert CliRunner().invoke(main, ["ask", "jackson mi"]).stderr == ""
