"""What is no list is refused, and a command that is killed leaves nothing half done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.a_newer_list import DAY, run, state, write

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("list.xlsx", b"<!DOCTYPE html><title>Sign in</title>", "web page"),
        ("list.xlsx", b"", "empty"),
        ("list.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
        ("list.xlsx", b"PK\x03\x04cut off", "cut off"),
        ("list.xlsx", b"%PDF-1.7", "PDF"),
        ("list.docx", b"anything", "not ICE's list"),
        ("list.jpg", b"\xff\xd8\xff\x00", "no .xlsx workbook"),
        ("list.csv", b"name,phone\nA,1\n", "not ICE's list"),
        ("list.csv", b"\xff\xfe\x00", "UTF-8"),
        ("list.csv", b'state,agency,model\nMI,"A,WSO\nMI,B,WSO\n', "line 2: a quote"),
        (
            "list.csv",
            b'state,agency,model\nMI,A,WSO\nMI,"B,WSO\nMI,"C, D",WSO\n',
            "line 3: a quote",
        ),
    ],
)
def test_a_file_that_cannot_be_a_list_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("import", str(path), "--list-date", DAY)
    assert done.exit_code == 1
    assert done.stderr.startswith("refused: ")
    assert says in done.stderr


def test_a_workbook_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "SIGNED"])
    for number in range(300):
        sheet.append(["MICHIGAN", f"Agency {number}", "Task Force Model", date(2025, 3, 19)])
    whole = tmp_path / "whole.xlsx"
    book.save(whole)
    content = whole.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        part = tmp_path / "part.xlsx"
        part.write_bytes(content[: int(len(content) * share)])
        done = run("import", str(part), "--list-date", DAY)
        assert done.exit_code == 1
        assert "cut off" in done.stderr


@pytest.mark.parametrize(
    ("day", "table", "says"),
    [
        ("2090-01-01", "whole", "future"),
        (DAY, "few", "--allow-smaller"),
        (DAY, "header", "no rows"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused_and_nothing_is_kept(
    tmp_path: Path, listed: list[dict[str, str]], day: str, table: str, says: str
) -> None:
    chosen = {"whole": listed, "few": listed[:100], "header": listed[:1]}[table]
    path = Path(write(tmp_path / "list.csv", chosen))
    if table == "header":
        path.write_text("state,agency,county,model,signed\n", encoding="utf-8")
    done = run("import", str(path), "--list-date", day)
    assert done.exit_code == 1
    assert says in done.stderr
    assert json.loads(run("status", "--json").stdout)["draft"] is None


KILLED_AFTER = (0.3, 0.7, 1.0, 1.3, 1.7, 2.2)


def killed(seconds: float, *arguments: str) -> None:
    """Run one `bot roster` command in a process of its own and kill it (-9) after so long."""
    bot = str(Path(sys.executable).with_name("bot"))
    with subprocess.Popen(
        [bot, "roster", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
    ) as running:
        _wait(lambda: running.poll() is not None, seconds)
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)


def test_an_importer_that_is_killed_leaves_a_whole_draft_or_none(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    """Killed at several moments; each time the old roster is served and the next import works."""
    file = write(tmp_path / "list.csv", listed)
    for seconds in KILLED_AFTER:
        killed(seconds, "import", file, "--list-date", DAY)
        now = state()
        assert (now["list_date"], now["version"]) == ("2026-07-24", 0)
        if now["draft"] is not None:
            assert (now["ready"], now["waiting"]) == (1, 1)
    assert run("import", file, "--list-date", DAY).exit_code == 0
    assert state()["ready"] == 1


def test_a_publisher_that_is_killed_leaves_the_old_roster_or_the_new(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    run("import", write(tmp_path / "list.csv", listed), "--list-date", DAY)
    for seconds in KILLED_AFTER:
        killed(seconds, "publish", "--by", "Ann")
        now = state()
        assert (now["version"], now["list_date"]) in ((0, "2026-07-24"), (1, DAY))
        assert now["agreements"] == (2180 if now["version"] else 2179)
    run("publish", "--by", "Ann")
    assert state()["version"] == 1


def _wait(done: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        os.sched_yield()
