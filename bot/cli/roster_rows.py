"""The rows of an imported list as a person or a program reads them: what was placed, and where."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import typer

from bot.agreements.agreement import Scope
from bot.agreements.importer import PlacedRow
from bot.agreements.roster import Roster
from bot.agreements.sheet import Sheet
from bot.cli.roster_ground import Setting
from bot.publishing.checking import grown
from bot.publishing.documents import PlacedList
from bot.publishing.reading import LATE_SHARE, share_signed_after
from bot.standing import runs_jail


def show_rows(
    file: Path,
    sheet: Sheet,
    placed: PlacedList,
    published: Roster,
    setting: Setting,
    *,
    as_json: bool,
) -> None:
    """The rows that have something to say, all of them as JSON; then the account."""
    for row in placed.rows:
        if as_json:
            typer.echo(json.dumps(_shape(row, setting), ensure_ascii=False))
            continue
        for text in row.complaints:
            typer.echo(f"row {row.row}: {row.state} {row.agency} {row.model}: {text}")
    _account(file, sheet, placed, published)


def _shape(row: PlacedRow, setting: Setting) -> dict[str, object]:
    return {
        "row": row.row,
        "state": row.state,
        "agency": row.agency,
        "county_as_printed": row.county_as_printed,
        "fips": list(row.fips),
        "scope": row.scope.value,
        "kind": row.kind.value,
        "runs_jail": _runs_jail(row, setting),
        "model": row.model,
        "signed": row.signed.isoformat() if row.signed else None,
        "moa_url": row.moa_url,
        "complaints": list(row.complaints),
    }


def _runs_jail(row: PlacedRow, setting: Setting) -> bool | None:
    """True where the body runs the jail of a county that it serves; None where nobody knows."""
    counties: Iterable[str] = row.fips
    if row.scope is Scope.STATE:
        found = setting.gazetteer.counties.values()
        counties = [county.fips for county in found if county.state == row.state]
    verdicts = {
        runs_jail(
            row.kind,
            row.agency,
            setting.custody.operator(fips),
            setting.gazetteer.counties.get(fips),
        )
        for fips in counties
    }
    if True in verdicts:
        return True
    return None if None in verdicts or not verdicts else False


def _account(file: Path, sheet: Sheet, placed: PlacedList, published: Roster) -> None:
    """Counts, and each unplaced row, on standard error: the rows alone go to standard output."""
    kind = "pending" if sheet.pending else "participating"
    unplaced = placed.unplaced()
    typer.echo(
        f"{file.name}: a {kind} list, {len(placed.rows)} rows, {sheet.empty_rows} empty rows; "
        f"{sum(bool(row.complaints) for row in placed.rows)} rows with complaints, "
        f"{len(unplaced)} not placed",
        err=True,
    )
    for notice in (*sheet.notices, *grown(placed, published)):
        typer.echo(notice, err=True)
    if share_signed_after(sheet, placed.list_date) > LATE_SHARE:
        typer.echo(f"many rows were signed after {placed.list_date}: is that its date?", err=True)
    for row in unplaced:
        typer.echo(
            f"not placed: row {row.row}: {row.state} {row.agency} {row.model} "
            f'(county cell "{row.county_as_printed}")',
            err=True,
        )
