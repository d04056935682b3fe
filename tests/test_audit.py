"""The versions that we ship are looked up among known faults, where that data can be had."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SECONDS = 60


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        pytest.skip("the audit data cannot be reached in time")


def test_no_dependency_has_a_known_fault(tmp_path: Path) -> None:
    if shutil.which("uvx") is None:
        pytest.skip("uv is not here: it fetches the audit tool")
    pins = tmp_path / "pins.txt"
    _run("uv", "export", "--quiet", "--no-hashes", "--no-emit-project", "-o", str(pins))
    options = ("--no-deps", "--disable-pip", "--timeout", "5", "-f", "json")
    done = _run("uvx", "--quiet", "pip-audit", "-r", str(pins), *options)
    try:
        report = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        pytest.skip("the audit tool or its data cannot be had here")
    audited = [each for each in report if "skip_reason" not in each]
    if not audited:
        pytest.skip("the audit data cannot be had here: no dependency was found in it")
    known = {each["name"]: [fault["id"] for fault in each["vulns"]] for each in audited}
    assert not {name: faults for name, faults in known.items() if faults}
