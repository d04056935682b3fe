"""`bot roster export`: the open data set, from what is published."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import desk
from bot.cli.roster_ground import read_setting, with_database
from bot.publishing.open_data import change_rows, counties_csv, county_rows
from bot.settings import Settings
from bot.store.database import Database


class Shape(StrEnum):
    JSON = "json"
    CSV = "csv"
    CHANGES = "changes"


def export(
    shape: Annotated[
        Shape, typer.Option("--format", help="json: one county a line; csv; changes: one a line")
    ] = Shape.JSON,
    out: Annotated[Path | None, typer.Option(help="Write to this file, else print")] = None,
) -> None:
    """One row for every county in the country, or what each list changed (docs/open-data.md)."""
    setting = read_setting()

    async def errand(database: Database, _: Settings) -> None:
        snapshot = (await desk.current(database))[1]
        rows = county_rows(snapshot.roster, setting.custody, setting.gazetteer.counties)
        if shape is Shape.CSV:
            text = counties_csv(rows)
        else:
            found = rows if shape is Shape.JSON else change_rows(snapshot.history)
            text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in found)
        if out is None:
            typer.echo(text, nl=False)
        else:
            out.write_text(text, encoding="utf-8", newline="")
            typer.echo(f"{out}: ICE's list of {snapshot.roster.list_date}", err=True)

    with_database(errand)
