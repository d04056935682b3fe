"""The house rules that tools can hold: style, types, and who may import whom."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "ruff finds nothing": ("ruff", "check", "--no-cache", "."),
    "every file is formatted": ("ruff", "format", "--check", "--no-cache", "."),
    "mypy finds nothing": ("mypy",),
    "rooms import downwards only": ("lint-imports", "--no-cache"),
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())
def test_the_house_rules_hold(check: tuple[str, ...]) -> None:
    command = (str(BIN / check[0]), *check[1:])
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_python_file_grows_into_several_rooms() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("bot", "alembic", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 260
    }
    assert not too_long


def test_no_file_names_a_package_registry() -> None:
    names = ("uv.lock", "package-lock.json", "poetry.lock")
    tracked = subprocess.run(
        ("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    assert not [path for path in tracked if Path(path).name in names]


def test_no_two_test_files_have_one_name() -> None:
    """Python takes the second for the first, and its tests never run."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert not [name for name, times in names.items() if times > 1]
