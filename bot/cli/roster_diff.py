"""`bot roster diff`: what a draft would change, or how two lists differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from bot import desk
from bot.agreements.agreement import Agreement
from bot.cli.roster_evidence import (
    NOT_PLACED,
    difference_json,
    difference_line,
    request_json,
    request_line,
    unplaced_json,
    unplaced_line,
)
from bot.cli.roster_ground import Setting, read_setting, refuse, with_database
from bot.desk import Desk
from bot.publishing.asking import request_changes
from bot.publishing.differences import Difference, compare
from bot.settings import Settings
from bot.store import rosters
from bot.store.database import Database

Change = tuple[str, str, dict[str, object]]
"""One change: its kind, its line for a person, its object for a program."""


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
            typer.echo(_compared(lying), err=True)
            found = list(_draft_changes(lying, setting))
        else:
            rows = await _rows(database, lying, older), await _rows(database, lying, newer)
            typer.echo(f"the list of {older}, and {_named(lying, newer)}:", err=True)
            found = [_changed(each, lying, setting) for each in compare(*rows)]
        for _, line, shape in found:
            typer.echo(json.dumps(shape, ensure_ascii=False) if as_json else line)
        counts = Counter(kind for kind, _, _ in found)
        said = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
        typer.echo(said or "no differences", err=True)

    with_database(errand)


def _compared(lying: Desk) -> str:
    """Which lists are looked at; without a draft, how to get one."""
    published = f"what is published (ICE's list of {lying.current.roster.list_date})"
    drafts = [_named(lying, None)] if lying.listed else []
    if lying.asked is not None:
        drafts.append(f"the draft of requests ({lying.asked.list_date})")
    if drafts:
        return f"{published}, and {', and '.join(drafts)}:"
    return f"no draft waits beside {published}: import a list, or give the dates of two"


def _named(lying: Desk, day: str | None) -> str:
    if day is None and lying.listed is not None:
        return f"the draft (list {lying.listed.id}, of {lying.listed.list_date})"
    return f"the list of {day}"


def _draft_changes(lying: Desk, setting: Setting) -> Iterator[Change]:
    """Of the agreements, of the rows that need a place, and of what is asked for."""
    if lying.prepared is not None:
        for each in lying.prepared.differences:
            yield _changed(each, lying, setting)
        for row in lying.prepared.placed.unplaced():
            yield NOT_PLACED, unplaced_line(row), unplaced_json(row)
    for asked in request_changes(lying.current.roster, desk.following(lying)):
        yield asked.kind.value, request_line(asked, setting), request_json(asked)


def _changed(each: Difference, lying: Desk, setting: Setting) -> Change:
    line = difference_line(each, lying.prepared, setting)
    return each.kind.value, line, difference_json(each, lying.prepared)


async def _rows(database: Database, lying: Desk, day: str | None) -> tuple[Agreement, ...]:
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
