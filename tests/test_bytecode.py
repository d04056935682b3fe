"""What Python compiles is kept where a start could not keep it itself."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

KEEPING = "import {name}; from bot.bytecode import keep_bytecode; keep_bytecode()"


def keep(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, that has been told to write no bytecode when it imports."""
    command = [sys.executable, "-B", "-c", KEEPING.format(name=name)]
    here = {"PYTHONPATH": f"{folder}:{Path.cwd()}"}
    return subprocess.run(command, env=here, capture_output=True, text=True, check=False)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "answering.py").write_text("ANSWER = 1", "utf-8")
    (tmp_path / "unasked.py").write_text("ANSWER = 2", "utf-8")
    return tmp_path


def compiled(file: Path) -> Path:
    return Path(cache_from_source(str(file)))


def test_what_is_loaded_is_kept_and_nothing_else(program: Path) -> None:
    done = keep(program, "answering")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert compiled(program / "answering.py").exists()
    assert not compiled(program / "unasked.py").exists()


def test_what_was_changed_is_kept_anew(program: Path) -> None:
    keep(program, "answering")
    before = compiled(program / "answering.py").read_bytes()
    (program / "answering.py").write_text("ANSWER = 10", "utf-8")
    os.utime(program / "answering.py", (0, 0))  # its time counts whole seconds
    keep(program, "answering")
    assert compiled(program / "answering.py").read_bytes() != before


def test_where_nothing_may_be_written_it_goes_on(program: Path) -> None:
    (program / "__pycache__").write_text("a file where the folder should be", "utf-8")
    done = keep(program, "answering")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
