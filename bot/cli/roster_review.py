"""`bot roster diff`, `review`, `publish`, `discard`: what changed, what waits, make it live."""

from __future__ import annotations

import getpass
import json
from collections import Counter
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from bot import desk
from bot.agreements.agreement import Agreement
from bot.agreements.importer import PlacedRow
from bot.cli.roster_evidence import difference_json, difference_line, side_by_side
from bot.cli.roster_ground import Setting, read_setting, refuse, with_database
from bot.publishing import hand
from bot.publishing.approvals import ACCEPT, APART, KEEP, ROSTER, Approval
from bot.publishing.deciding import Draft, evidence
from bot.publishing.differences import Difference, Kind, compare
from bot.settings import Settings
from bot.store import approvals, rosters
from bot.store.database import Database
from bot.store.rosters import PublishedMeanwhileError


def diff(
    older: Annotated[str | None, typer.Argument(help="A list's date; else what is live")] = None,
    newer: Annotated[str | None, typer.Argument(help="A list's date; else the draft")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a difference")] = False,
) -> None:
    """What changed: the draft against what is published, or one list against another."""
    setting = read_setting()

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        if older is None:
            found = lying.prepared.differences if lying.prepared else ()
        else:
            rows = await _rows(database, lying, older)
            found = compare(rows, await _rows(database, lying, newer))
        for each in found:
            if as_json:
                typer.echo(json.dumps(difference_json(each, lying.prepared), ensure_ascii=False))
            else:
                typer.echo(difference_line(each, lying.prepared, setting))
        counts = Counter(each.kind.value for each in found)
        said = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
        typer.echo(said or "no differences", err=True)

    with_database(errand)


async def _rows(database: Database, lying: desk.Desk, day: str | None) -> tuple[Agreement, ...]:
    """The agreements of the list of a date, of the draft where none is given."""
    if day is None:
        if lying.prepared is None:
            refuse("there is no draft: import a list, or give two dates")
        return lying.prepared.placed.agreements()
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise typer.BadParameter(f"{day!r}: give a date as 2026-05-18") from None
    kept = [each for each in lying.lists if each.list_date == wanted and not each.pending]
    if kept:
        return (await rosters.load_list(database, kept[-1].id)).agreements()
    if wanted in (seen.list_date for seen in lying.current.history.lists):
        return lying.current.history.listing(wanted)
    held = ", ".join(seen.list_date.isoformat() for seen in lying.current.history.lists)
    return refuse(f"no list of {wanted} is here; there are {held}")


def review(
    reviewer: Annotated[str | None, typer.Option(help="Your name, kept with each decision")] = None,
    accept: Annotated[list[str] | None, typer.Option(help="Accept this one (its mark)")] = None,
    keep: Annotated[list[str] | None, typer.Option(help="Keep what is published")] = None,
    apart: Annotated[list[str] | None, typer.Option(help="A rename that is two bodies")] = None,
    place: Annotated[
        list[str] | None, typer.Option(help="An unplaced row: MARK=26075 or MARK=state")
    ] = None,
) -> None:
    """Look at what waits, one at a time with its evidence, and decide. Stop at any time."""
    setting = read_setting()
    given = {
        **dict.fromkeys(accept or (), ACCEPT),
        **dict.fromkeys(keep or (), KEEP),
        **dict.fromkeys(apart or (), APART),
        **dict(_place_option(text) for text in place or ()),
    }

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        waiting = _waiting(lying)
        if not waiting:
            typer.echo("nothing waits", err=True)
            return
        who = reviewer or (_asked_name() if not given else refuse("give your name: --reviewer"))
        if given:
            await _decide_given(database, waiting, given, who, setting)
        else:
            with suppress(typer.Abort):  # Ctrl+C: what was decided is kept
                await _decide_each(database, lying, waiting, who, setting)
        after = await desk.look(database, setting.ground, settings.reviewers)
        left = len(_waiting(after))
        typer.echo(f"{left} still wait. Next: bot roster publish", err=True)
        if settings.reviewers > 1 and left:
            typer.echo(f"{settings.reviewers} different people must agree on each.", err=True)

    with_database(errand)


Waiting = dict[str, Difference | PlacedRow]
"""By the mark that `bot roster diff` prints."""


def _waiting(lying: desk.Desk) -> Waiting:
    if lying.prepared is None:
        return {}
    found: Waiting = {each.fingerprint: each for each in lying.prepared.waiting()}
    return found | {hand.fingerprint(row): row for row in lying.prepared.placed.unplaced()}


def _place_option(text: str) -> tuple[str, str]:
    mark, _, place = text.partition("=")
    return mark, f"={place}"


async def _decide_given(
    database: Database, waiting: Waiting, given: dict[str, str], who: str, setting: Setting
) -> None:
    for mark, decision in given.items():
        found = [each for full, each in waiting.items() if full.startswith(mark)]
        if len(found) != 1 or len(mark) < 4:
            refuse(f"{mark}: no one thing that waits has this mark; see `bot roster diff`")
        await _write(database, found[0], decision, who, setting)


async def _decide_each(
    database: Database, lying: desk.Desk, waiting: Waiting, who: str, setting: Setting
) -> None:
    for number, each in enumerate(waiting.values(), start=1):
        typer.echo(f"\n{number} of {len(waiting)}")
        if isinstance(each, Difference):
            verdict = lying.prepared.verdict(each) if lying.prepared else None
            typer.echo(side_by_side(each, setting, verdict.by if verdict else ()))
            answer = typer.prompt(_question(each), default="s").strip().lower()[:1]
            decision = {"a": ACCEPT, "k": KEEP, "t": APART}.get(answer)
            if answer == "t" and each.kind is not Kind.RENAMED:
                decision = None
        else:
            typer.echo(f"no rule could place: {each.state} {each.agency} {each.model}")
            typer.echo(f'county cell "{each.county_as_printed}"; {"; ".join(each.complaints)}')
            answer = typer.prompt("county codes, or state, or s to skip, q to stop", default="s")
            decision = _place_typed(answer, setting)
        if answer == "q":
            return
        if decision is not None:
            await _write(database, each, decision, who, setting)


def _place_typed(answer: str, setting: Setting) -> str | None:
    """What to write down; None to skip, also where no place was typed."""
    if answer in ("s", "q"):
        return None
    try:
        return f"={hand.place_given(answer, setting.gazetteer.counties)}"
    except hand.PlaceError as error:
        typer.echo(f"skipped: {error}", err=True)
        return None


def _question(each: Difference) -> str:
    two = ", t two bodies" if each.kind is Kind.RENAMED else ""
    return f"a accept, k keep what is published{two}, s skip, q stop"


async def _write(
    database: Database,
    each: Difference | PlacedRow,
    decision: str,
    who: str,
    setting: Setting,
) -> None:
    now = datetime.now(UTC)
    if isinstance(each, Difference):
        if decision.startswith("="):
            refuse("a place is given to unplaced rows only")
        parts = (each.subject, each.fingerprint, decision, who, now, evidence(each))
    else:
        try:
            place = hand.place_given(decision.removeprefix("="), setting.gazetteer.counties)
        except hand.PlaceError as error:
            refuse(str(error))
        parts = (hand.subject(each), hand.fingerprint(each), place, who, now, "")
    await approvals.record(database, Approval(ROSTER, *parts))


def _asked_name() -> str:
    return str(typer.prompt("Your name (kept with each decision)", default=getpass.getuser()))


def publish(
    who: Annotated[str | None, typer.Option("--by", help="Your name")] = None,
) -> None:
    """Make the draft live, in one transaction. What waits stays as it is until a person decides."""
    setting = read_setting()

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        try:
            made = await desk.publish(
                database, lying, setting.ground, who or getpass.getuser(), datetime.now(UTC)
            )
        except desk.NotPublishedError as error:
            refuse(f"it must not be served: {error}. What is published stays")
        except PublishedMeanwhileError:
            refuse("somebody else published meanwhile; look at `bot roster diff` and try again")
        if made is None:
            typer.echo("nothing to publish: what is live is up to date", err=True)
            return
        typer.echo(f"published: version {made.version}, ICE's list of {made.list_date}")
        typer.echo("running servers answer from it within 30 seconds", err=True)
        _say_waiting(lying.prepared, lying.unplaced)

    with_database(errand)


def _say_waiting(prepared: Draft | None, unplaced: int) -> None:
    waiting = len(prepared.waiting()) if prepared else 0
    if waiting:
        typer.echo(f"{waiting} wait for a person, unchanged till then: bot roster review", err=True)
    if unplaced:
        typer.echo(f"{unplaced} rows show in no answer until placed: bot roster review", err=True)


def discard(number: Annotated[int, typer.Argument(help="The list's number")]) -> None:
    """Forget an imported list (a wrong file, a wrong date). What is published stays."""

    async def errand(database: Database, _: Settings) -> None:
        if not await rosters.discard_list(database, number):
            refuse(f"there is no list {number}; see `bot roster status`")
        typer.echo(f"list {number} is forgotten; what is published stays", err=True)

    with_database(errand)
