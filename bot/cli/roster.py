"""`bot roster`: keep ICE's list true. A list comes in as a draft, people look, it is published."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import desk
from bot.agreements.agreement import Scope
from bot.agreements.container import SheetError
from bot.agreements.importer import PlacedRow, SheetRow
from bot.agreements.roster import Roster
from bot.agreements.sheet import Sheet, read_sheet
from bot.cli.roster_diff import diff
from bot.cli.roster_export import export
from bot.cli.roster_ground import Setting, read_setting, refuse, with_database
from bot.cli.roster_publish import discard, publish
from bot.cli.roster_review import review
from bot.cli.roster_status import status
from bot.cli.roster_update import update
from bot.publishing.checking import grown, refusals
from bot.publishing.documents import PlacedList, Snapshot
from bot.publishing.reading import (
    LATE_SHARE,
    date_in_name,
    place_list,
    share_signed_after,
)
from bot.settings import Settings
from bot.standing import runs_jail
from bot.store import rosters
from bot.store.database import Database

app = typer.Typer(help="ICE's list: import a newer one, see how old ours is.", no_args_is_help=True)
app.command()(diff)
app.command()(review)
app.command()(publish)
app.command()(discard)
app.command()(status)
app.command()(export)
app.command()(update)


@app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="ICE's workbook (.xlsx) or our own .csv")],
    list_date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date of ICE's list")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="participating or pending, where the file's name is wrong")
    ] = None,
    sheet_name: Annotated[
        str | None, typer.Option("--sheet", help="The sheet of the list, where there are several")
    ] = None,
    allow_smaller: Annotated[
        bool, typer.Option("--allow-smaller", help="It is right that a fifth of the rows is gone")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the rows, keep nothing")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a row")] = False,
) -> None:
    """Place every row of a list by the named rules; without --dry-run it becomes a draft."""
    if kind not in (None, "participating", "pending"):
        raise typer.BadParameter("--kind is participating or pending")
    try:
        sheet = read_sheet(file, sheet_name)
    except SheetError as error:
        refuse(str(error))
    day = list_date.date() if list_date else _proposed(file, sheet, dry_run)
    setting = read_setting()
    if dry_run:
        published = desk.seed()
        placed = _placed(sheet, day, setting, published)
        _show(placed.rows, setting, as_json)
        _account(file, sheet, placed, published.roster)
        for fault in _faults(file, sheet, placed, setting, published, kind, allow_smaller):
            typer.echo(f"would be refused: {fault}", err=True)
        return

    async def errand(database: Database, _: Settings) -> None:
        published = (await desk.current(database))[1]
        placed = _placed(sheet, day, setting, published)
        faults = _faults(file, sheet, placed, setting, published, kind, allow_smaller)
        if faults:
            refuse(f"{file}: " + "; ".join(faults))
        _show(placed.rows, setting, as_json)
        _account(file, sheet, placed, published.roster)
        now = datetime.now(UTC)
        stored, new = await rosters.keep_list(database, placed, file.name, now, allow_smaller)
        typer.echo(_kept(stored.id, new, placed, published.roster.list_date), err=True)

    with_database(errand)


def _proposed(file: Path, sheet: Sheet, dry_run: bool) -> date:
    """The date in the file's name, where no row was signed later (names have carried last year)."""
    named = date_in_name(file.name)
    if named is None:
        _object(f"{file.name}: its name has no date, or two; give ICE's date with {_DATE}", dry_run)
        return datetime.now(UTC).date()
    late = share_signed_after(sheet, named)
    if late > LATE_SHARE:
        _object(
            f"{file.name}: its name says {named}, but {late:.0%} of its rows were signed later; "
            f"give the date on ICE's page with {_DATE}",
            dry_run,
        )
    typer.echo(f"the list's date is taken from the file's name: {named}", err=True)
    return named


_DATE = "--list-date YYYY-MM-DD"


def _object(reason: str, dry_run: bool) -> None:
    if not dry_run:
        refuse(reason)
    typer.echo(f"would be refused: {reason}", err=True)


def _placed(sheet: Sheet, day: date, setting: Setting, published: Snapshot) -> PlacedList:
    return place_list(sheet, day, setting.witnesses, published.roster, _with_bar)


def _with_bar(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """A progress bar where somebody is watching, nothing in a pipe or a log."""
    listed = list(rows)
    if not sys.stderr.isatty():
        yield from listed
        return
    with typer.progressbar(listed, label="placing rows", file=sys.stderr) as bar:
        yield from bar


def _faults(
    file: Path,
    sheet: Sheet,
    placed: PlacedList,
    setting: Setting,
    published: Snapshot,
    kind: str | None,
    smaller: bool,
) -> list[str]:
    return refusals(
        placed,
        name=file.name,
        today=datetime.now(UTC).date(),
        published=published.roster,
        states=setting.states,
        named_kind=kind,
        smaller=smaller,
        undated=sheet.undated,
    )


def _kept(number: int, new: bool, placed: PlacedList, published: date) -> str:
    if not new:
        return f"this very list is here already (list {number}): nothing changed"
    if placed.list_date < published:
        return (
            f"kept as list {number} for the history: it is of {placed.list_date}, older than the "
            f"published list of {published}; `bot roster publish` brings the history up to date"
        )
    return (
        f"draft: list {number} of {placed.list_date}. Next: `bot roster diff` shows what changed, "
        "`bot roster review` what waits for a person, `bot roster publish` makes it live"
    )


def _show(rows: Iterable[PlacedRow], setting: Setting, as_json: bool) -> None:
    for row in rows:
        if as_json:
            typer.echo(json.dumps(_shape(row, setting), ensure_ascii=False))
            continue
        for text in row.complaints:
            typer.echo(f"row {row.row}: {row.state} {row.agency} {row.model}: {text}")


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
