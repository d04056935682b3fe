"""A newer list than the one that travels with the program, and the commands that take it in."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from bot.cli.roster import app

GONE = "Anniston Police Department"
NEW = {
    "state": "Michigan",
    "agency": "Washtenaw County Sheriff's Office",
    "county": "Washtenaw County",
    "model": "WSO",
    "signed": "2026-08-01",
}
DAY = "2026-09-28"


def run(*arguments: str, says: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=says)


def write(path: Path, table: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    return str(path)


def state() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("status", "--json").stdout)
    return found
