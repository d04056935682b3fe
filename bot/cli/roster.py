"""`bot roster`: keep ICE's list true. A list comes in as a draft, people look, it is published."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import desk
from bot.agreements.container import SheetError
from bot.agreements.importer import SheetRow
from bot.agreements.sheet import Sheet, read_sheet
from bot.cli.roster_diff import diff
from bot.cli.roster_export import export
from bot.cli.roster_ground import Setting, read_setting, refuse, with_database
from bot.cli.roster_publish import discard, publish
from bot.cli.roster_review import review
from bot.cli.roster_rows import show_rows
from bot.cli.roster_status import status
from bot.cli.roster_update import update
from bot.publishing.checking import refusals
from bot.publishing.documents import PlacedList, Snapshot
from bot.publishing.reading import (
    LATE_SHARE,
    date_in_name,
    place_list,
    share_signed_after,
)
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


_DATE = "--list-date YYYY-MM-DD"


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
    given = _Given(file, sheet, day, read_setting(), kind, allow_smaller, as_json)
    if dry_run:
        _look_at(given)
    else:
        with_database(lambda database, _: _keep(given, database))


@dataclass(frozen=True, slots=True)
class _Given:
    """What one import has in hand: the file as it was read, its date, and what was said of it."""

    file: Path
    sheet: Sheet
    day: date
    setting: Setting
    kind: str | None
    smaller: bool
    as_json: bool


def _look_at(given: _Given) -> None:
    """Beside the list that travels with the program: a dry run asks no database."""
    published = desk.seed()
    placed = _placed(given, published)
    show_rows(
        given.file, given.sheet, placed, published.roster, given.setting, as_json=given.as_json
    )
    for fault in _faults(given, placed, published):
        typer.echo(f"would be refused: {fault}", err=True)


async def _keep(given: _Given, database: Database) -> None:
    published = (await desk.current(database))[1]
    placed = _placed(given, published)
    faults = _faults(given, placed, published)
    if faults:
        refuse(f"{given.file}: " + "; ".join(faults))
    show_rows(
        given.file, given.sheet, placed, published.roster, given.setting, as_json=given.as_json
    )
    now = datetime.now(UTC)
    stored, new = await rosters.keep_list(database, placed, given.file.name, now, given.smaller)
    typer.echo(_kept(stored.id, new, placed, published.roster.list_date), err=True)


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


def _object(reason: str, dry_run: bool) -> None:
    if not dry_run:
        refuse(reason)
    typer.echo(f"would be refused: {reason}", err=True)


def _placed(given: _Given, published: Snapshot) -> PlacedList:
    witnesses = given.setting.witnesses
    return place_list(given.sheet, given.day, witnesses, published.roster, _with_bar)


def _with_bar(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """A progress bar where somebody is watching, nothing in a pipe or a log."""
    listed = list(rows)
    if not sys.stderr.isatty():
        yield from listed
        return
    with typer.progressbar(listed, label="placing rows", file=sys.stderr) as bar:
        yield from bar


def _faults(given: _Given, placed: PlacedList, published: Snapshot) -> list[str]:
    return refusals(
        placed,
        name=given.file.name,
        today=datetime.now(UTC).date(),
        published=published.roster,
        states=given.setting.states,
        named_kind=given.kind,
        smaller=given.smaller,
        undated=given.sheet.undated,
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
