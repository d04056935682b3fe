"""`bot roster review`: what waits for a person, and what they decide."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot import desk
from bot.agreements.importer import PlacedRow
from bot.cli.reviewer import reviewer_named
from bot.cli.roster_evidence import side_by_side
from bot.cli.roster_ground import Setting, read_setting, refuse, with_database
from bot.publishing import hand
from bot.publishing.approvals import ACCEPT, APART, KEEP, ROSTER, Approval
from bot.publishing.deciding import evidence
from bot.publishing.differences import Difference, Kind
from bot.settings import Settings
from bot.store import approvals
from bot.store.database import Database

Waiting = dict[str, Difference | PlacedRow]
"""By the whole of the mark, of which `bot roster diff` prints the beginning."""

SHORTEST_MARK = 4
"""Signs of a mark that a person has to type."""


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
    who = None if reviewer is None else reviewer_named(reviewer)
    given = [
        *((mark, ACCEPT) for mark in accept or ()),
        *((mark, KEEP) for mark in keep or ()),
        *((mark, APART) for mark in apart or ()),
        *(_place_option(text) for text in place or ()),
    ]

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        waiting = _waiting(lying)
        if given:
            await _decide_given(database, _decidable(lying), given, who, setting)
        elif waiting:
            with suppress(typer.Abort):  # Ctrl+C: what was decided is kept
                await _decide_each(database, lying, waiting, who or _asked_name(), setting)
        else:
            typer.echo("nothing waits", err=True)
            return
        after = await desk.look(database, setting.ground, settings.reviewers)
        _say_left(len(_waiting(after)), settings.reviewers)

    with_database(errand)


def _say_left(left: int, reviewers: int) -> None:
    typer.echo(f"{left} still wait. Next: bot roster publish", err=True)
    if reviewers > 1 and left:
        typer.echo(f"{reviewers} different people must agree on each.", err=True)


def _waiting(lying: desk.Desk) -> Waiting:
    if lying.prepared is None:
        return {}
    found: Waiting = {each.fingerprint: each for each in lying.prepared.waiting()}
    return found | {hand.fingerprint(row): row for row in lying.prepared.placed.unplaced()}


def _decidable(lying: desk.Desk) -> Waiting:
    """By its mark a decision can also be changed, until it is published."""
    if lying.prepared is None:
        return {}
    decided = {each.fingerprint: each for each in lying.prepared.differences if each.waits}
    return _waiting(lying) | decided


def _place_option(text: str) -> tuple[str, str]:
    mark, _, place = text.partition("=")
    return mark, f"={place}"


async def _decide_given(
    database: Database,
    waiting: Waiting,
    given: Sequence[tuple[str, str]],
    who: str | None,
    setting: Setting,
) -> None:
    """All of it or nothing: one that is refused leaves no decision of the command behind."""
    if who is None:
        refuse("give your name: --reviewer")
    chosen: dict[str, str] = {}
    for mark, said in given:
        full = _marked(waiting, mark)
        decision = _fitting(mark, waiting[full], said, setting)
        if chosen.setdefault(full, decision) != decision:
            refuse(
                f'{mark}: the command decides "{chosen[full]}" and "{decision}"; give one of them. '
                "Nothing was kept"
            )
    now = datetime.now(UTC)
    said_now = [_approval(waiting[full], decision, who, now) for full, decision in chosen.items()]
    await approvals.record(database, *said_now)


def _marked(waiting: Waiting, mark: str) -> str:
    """The whole mark of the one thing that waits under the beginning of it."""
    found = [full for full in waiting if full.startswith(mark)]
    if len(found) != 1 or len(mark) < SHORTEST_MARK:
        refuse(
            f"{mark}: no one thing to decide has this mark; see `bot roster diff`. Nothing was kept"
        )
    return found[0]


def _fitting(mark: str, each: Difference | PlacedRow, said: str, setting: Setting) -> str:
    """The decision as it is written down; one that does not fit what waits is refused."""
    if isinstance(each, Difference):
        if said.startswith("="):
            refuse(f"{mark}: a place is given to unplaced rows only. Nothing was kept")
        if said == APART and each.kind is not Kind.RENAMED:
            refuse(f"{mark}: only a rename can be two bodies. Nothing was kept")
        return said
    try:
        return hand.place_given(said.removeprefix("="), setting.gazetteer.counties)
    except hand.PlaceError as error:
        refuse(f"{mark}: no rule could place this row: {error}. Nothing was kept")


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
            await approvals.record(database, _approval(each, decision, who, datetime.now(UTC)))


def _place_typed(answer: str, setting: Setting) -> str | None:
    """What to write down; None to skip, also where no place was typed."""
    if answer in ("s", "q"):
        return None
    try:
        return hand.place_given(answer, setting.gazetteer.counties)
    except hand.PlaceError as error:
        typer.echo(f"skipped: {error}", err=True)
        return None


def _question(each: Difference) -> str:
    two = ", t two bodies" if each.kind is Kind.RENAMED else ""
    return f"a accept, k keep what is published{two}, s skip, q stop"


def _approval(each: Difference | PlacedRow, decision: str, who: str, now: datetime) -> Approval:
    if isinstance(each, Difference):
        parts = (each.subject, each.fingerprint, decision, who, now, evidence(each))
    else:
        parts = (hand.subject(each), hand.fingerprint(each), decision, who, now, "")
    return Approval(ROSTER, *parts)


def _asked_name() -> str:
    name = typer.prompt("Your name (kept with each decision)", default=getpass.getuser())
    return reviewer_named(str(name))
