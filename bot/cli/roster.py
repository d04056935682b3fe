"""`bot roster`: read a published list with the same rules as the built-in one, and its age."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.agreements.agreement import Scope
from bot.agreements.importer import PlacedRow, place_rows
from bot.agreements.names import Names
from bot.agreements.placements import read_placements
from bot.agreements.roster import Roster, read_roster
from bot.agreements.sheet import Sheet, SheetError, read_sheet
from bot.agreements.witnesses import travelling_names
from bot.custody.custody import Custody, OperatorKind
from bot.custody.tables import read_custody
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.standing import runs_jail

app = typer.Typer(help="ICE's list: import a newer one, see how old ours is.", no_args_is_help=True)


@app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="ICE's workbook (.xlsx) or our own .csv")],
    list_date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date of ICE's list")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the rows, keep nothing")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a row")] = False,
) -> None:
    """Place every row of a list by the named rules and show each change and doubt."""
    if not dry_run:
        _refuse("drafts of a roster are not part of this release; add --dry-run to read the list")
    try:
        sheet = read_sheet(file)
    except SheetError as error:
        _refuse(str(error))
    ground = _ground()
    placed = place_rows(sheet.rows, ground.names, read_placements())
    for row in placed:
        late = _after(row, list_date.date() if list_date else None)
        said = (*row.complaints, *late)
        if as_json:
            typer.echo(json.dumps(_shape(row, said, ground), ensure_ascii=False))
        else:
            for text in said:
                typer.echo(f"row {row.row}: {row.state} {row.agency} {row.model}: {text}")
    _account(file, sheet, placed)


@app.command()
def status() -> None:
    """The list that answers are given from: its date, its age, its counts."""
    roster = read_roster()
    age = (datetime.now(tz=UTC).date() - roster.list_date).days
    typer.echo(f"ICE's list of {roster.list_date}, {age} days old")
    for line in _counts(roster):
        typer.echo(line)


@dataclass(frozen=True, slots=True)
class _Ground:
    names: Names
    gazetteer: Gazetteer
    custody: Custody


def _ground() -> _Ground:
    gazetteer, custody = read_gazetteer(), read_custody()
    members: dict[tuple[str, str], list[str]] = {}
    for fips, operator in custody.operators.items():
        if operator.kind is OperatorKind.REGIONAL_AUTHORITY and fips in gazetteer.counties:
            state = gazetteer.counties[fips].state
            members.setdefault((state, operator.body), []).append(fips)
    names = travelling_names(
        gazetteer.counties.values(), {key: tuple(fips) for key, fips in members.items()}
    )
    return _Ground(names, gazetteer, custody)


def _shape(row: PlacedRow, said: tuple[str, ...], ground: _Ground) -> dict[str, object]:
    return {
        "row": row.row,
        "state": row.state,
        "agency": row.agency,
        "county_as_printed": row.county_as_printed,
        "fips": list(row.fips),
        "scope": row.scope.value,
        "kind": row.kind.value,
        "runs_jail": _runs_jail(row, ground),
        "model": row.model,
        "signed": row.signed.isoformat() if row.signed else None,
        "moa_url": row.moa_url,
        "complaints": list(said),
    }


def _runs_jail(row: PlacedRow, ground: _Ground) -> bool | None:
    """True where the body runs the jail of a county that it serves; None where nobody knows."""
    counties: Iterable[str] = row.fips
    if row.scope is Scope.STATE:
        found = ground.gazetteer.counties.values()
        counties = [county.fips for county in found if county.state == row.state]
    verdicts = {runs_jail(row.kind, row.agency, ground.custody.operator(fips)) for fips in counties}
    if True in verdicts:
        return True
    return None if None in verdicts or not verdicts else False


def _after(row: PlacedRow, list_date: date | None) -> tuple[str, ...]:
    if list_date is None or row.signed is None or row.signed <= list_date:
        return ()
    return (f"signed {row.signed}, after the list's own date {list_date}",)


def _account(file: Path, sheet: Sheet, placed: tuple[PlacedRow, ...]) -> None:
    """Counts, on standard error: the rows alone go to standard output."""
    kind = "pending" if sheet.pending else "participating"
    unplaced = sum(not row.placed for row in placed)
    typer.echo(
        f"{file.name}: a {kind} list, {len(placed)} rows, {sheet.empty_rows} empty rows; "
        f"{sum(bool(row.complaints) for row in placed)} rows with complaints, "
        f"{unplaced} not placed",
        err=True,
    )
    if "pending" in file.name.lower() and not sheet.pending:
        typer.echo(
            "its name says pending, but it has dates of signing: it is a participating list",
            err=True,
        )


def _counts(roster: Roster) -> list[str]:
    models = Counter(row.model for row in roster.agreements)
    scopes = Counter(row.scope.value for row in roster.agreements)
    return [
        f"{len(roster.agreements)} agreements: "
        + ", ".join(f"{model} {models[model]}" for model in sorted(models)),
        ", ".join(f"{scope} {scopes[scope]}" for scope in sorted(scopes)),
        f"{len(roster.left)} left the list since February 2025, {len(roster.pending)} pending",
    ]


def _refuse(reason: str) -> NoReturn:
    typer.echo(f"refused: {reason}", err=True)
    raise typer.Exit(1)
