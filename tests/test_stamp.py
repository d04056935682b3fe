"""A stamp is another one as soon as anything is that a start reads."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import stamp as room
from bot.stamp import stamp


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small one, in a folder that may be changed."""
    program = tmp_path / "program"
    program.mkdir()
    (program / "answer.py").write_text("x = 1", "utf-8")
    monkeypatch.setattr(room, "PROGRAM", program)
    return program


@pytest.fixture
def words(tmp_path: Path) -> Path:
    words = tmp_path / "words"
    (words / "en").mkdir(parents=True)
    (words / "en" / "stop.txt").write_text("call 734-239-6863", "utf-8")
    (words / "es.txt").write_text("", "utf-8")
    return words


def number_put_right(words: Path) -> None:
    """It has as many digits, and an editor may keep the file's time."""
    file = words / "en" / "stop.txt"
    before = file.stat()
    file.write_text("call 734-239-6864", "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def moved(words: Path) -> None:
    (words / "en" / "stop.txt").rename(words / "stop.txt")


def renamed(words: Path) -> None:
    (words / "es.txt").rename(words / "et.txt")


def removed(words: Path) -> None:
    (words / "es.txt").unlink()


def added(words: Path) -> None:
    (words / "en" / "more.txt").touch()


def shifted(words: Path) -> None:
    """What stood in one file stands in the other."""
    (words / "es.txt").write_text((words / "en" / "stop.txt").read_text("utf-8"), "utf-8")
    (words / "en" / "stop.txt").write_text("", "utf-8")


@pytest.mark.parametrize("change", [number_put_right, moved, renamed, removed, added, shifted])
def test_a_change_of_the_words_is_seen(words: Path, change: Callable[[Path], None]) -> None:
    before = stamp(words)
    change(words)
    assert stamp(words) != before


def test_a_change_of_the_program_is_seen(words: Path, program: Path) -> None:
    before = stamp(words)
    (program / "answer.py").write_text("x = 2", "utf-8")
    assert stamp(words) != before


def test_another_library_is_seen(
    words: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _name: str(tmp_path / "installed"))
    (tmp_path / "installed" / "numpy-2.4.6.dist-info").mkdir(parents=True)
    before = stamp(words)
    (tmp_path / "installed" / "numpy-2.4.6.dist-info").rename(
        tmp_path / "installed" / "numpy-2.5.5.dist-info"
    )
    assert stamp(words) != before


def test_what_no_start_reads_changes_nothing(words: Path, program: Path) -> None:
    before = stamp(words)
    (program / "__pycache__").mkdir()
    (program / "__pycache__" / "answer.pyc").write_bytes(b"compiled")
    (words / ".git").mkdir()
    (words / ".git" / "HEAD").write_text("main", "utf-8")
    assert stamp(words) == before


def test_the_same_words_in_another_folder_have_the_same_stamp(words: Path, tmp_path: Path) -> None:
    before = stamp(words)
    words.rename(tmp_path / "elsewhere")
    assert stamp(tmp_path / "elsewhere") == before


def test_a_file_that_cannot_be_read_ends_nothing(words: Path) -> None:
    (words / ".#lock").symlink_to(words / "nothing")
    (words / "gone.txt").symlink_to(words / "nothing")
    assert len(stamp(words)) == 32
