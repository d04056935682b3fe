"""`bot legal-aid review` and `publish`: a person decides on each number that changed."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.legal_aid_desk import Desk, Draft
from bot.cli.legal_aid_ground import (
    AsJson,
    ContentDir,
    difference_json,
    difference_line,
    folder_of,
    refuse,
)
from bot.cli.reviewer import reviewer_named
from bot.legal_aid.corrections import DirectoryError
from bot.legal_aid.deciding import ACCEPT, AREA, KEEP, Approval, decided, next_list, undecided
from bot.legal_aid.differences import Difference
from bot.legal_aid.lists import LISTS
from bot.phone import e164

Source = Annotated[str, typer.Argument(help="The source; may be left out where one draft waits.")]
Numbers = Annotated[list[str] | None, typer.Option(help="The number as it is sent now, or new.")]
Reviewer = Annotated[str, typer.Option("--reviewer", help="Who decides; your account's name.")]


def review(
    source: Source = "",
    accept: Numbers = None,
    keep: Numbers = None,
    reviewer: Reviewer = "",
    content: ContentDir = None,
    as_json: AsJson = False,
) -> None:
    """What waits for a person: show it, or decide (--accept the new one, --keep the present one).

    On a terminal, without --accept or --keep, each is asked in turn.
    """
    who = _named(reviewer)
    desk, draft = _draft_of(source, content)
    open_ones = undecided(draft.differences, decided(desk.approvals()))
    chosen = _given(accept, keep, open_ones)
    if not chosen and sys.stdin.isatty() and not as_json:
        chosen = _asked(open_ones)
    else:
        for one in open_ones:
            typer.echo(json.dumps(difference_json(one)) if as_json else difference_line(one))
    now = datetime.now(UTC)
    desk.record(
        [
            Approval(AREA, one.subject, one.fingerprint, chosen[one.subject], who, now)
            for one in open_ones
            if one.subject in chosen
        ]
    )
    left = len(open_ones) - len(chosen)
    typer.echo(f"{len(chosen)} decided, {left} still wait", err=True)
    if not left:
        typer.echo(f"Next: bot legal-aid publish {draft.source}", err=True)


def publish(source: Source = "", reviewer: Reviewer = "", content: ContentDir = None) -> None:
    """Send the draft from the next start on. What is undecided stays as it is sent now."""
    who = _named(reviewer)
    desk, draft = _draft_of(source, content)
    decisions = decided(desk.approvals())
    left = undecided(draft.differences, decisions)
    issued = max((one.source_date for one in draft.contacts), default=None)
    if issued is None:
        refuse(f"{draft.source}: the draft is empty")
    contacts = next_list(draft.differences, decisions, issued)
    path = desk.publish(draft.source, contacts, done=not left)
    day = issued.isoformat()
    desk.record([Approval(AREA, draft.source, day, "publish", who, datetime.now(UTC))])
    typer.echo(f"{len(contacts)} contacts in {path}; {len(left)} still wait for a person", err=True)
    typer.echo("A running line reads them at its next start.", err=True)


def _named(reviewer: str) -> str:
    return reviewer_named(reviewer or getpass.getuser())


def _draft_of(source: str, content: ContentDir) -> tuple[Desk, Draft]:
    desk = Desk(folder_of(content) / LISTS)
    drafts = desk.drafts()
    if not drafts:
        refuse("no draft waits: begin with `bot legal-aid import FILE`")
    if (source or len(drafts) > 1) and source not in drafts:
        refuse(f"say which draft: {', '.join(drafts)}")
    try:
        return desk, desk.draft(source or drafts[0])
    except DirectoryError as error:
        refuse(str(error))


def _given(
    accept: Sequence[str] | None, keep: Sequence[str] | None, waiting: Iterable[Difference]
) -> dict[str, str]:
    """What the command itself decides, by number; all of it, or it is refused."""
    accepted, kept = _chosen(accept, ACCEPT), _chosen(keep, KEEP)
    if both := sorted(accepted.keys() & kept):
        refuse(f"{', '.join(both)}: accepted and kept in one command; give one. Nothing was kept")
    if unknown := sorted((accepted | kept).keys() - {one.subject for one in waiting}):
        refuse(f"{', '.join(unknown)}: nothing waits under this number; see `bot legal-aid review`")
    return accepted | kept


def _chosen(numbers: Sequence[str] | None, decision: str) -> dict[str, str]:
    try:
        return {e164(number): decision for number in numbers or ()}
    except ValueError as error:
        refuse(str(error))


def _asked(differences: Iterable[Difference]) -> dict[str, str]:
    chosen = {}
    for one in differences:
        typer.echo(difference_line(one))
        said = typer.prompt("Call first. [a]ccept the new, [k]eep the present, [s]kip", default="s")
        if said[:1].lower() in ("a", "k"):
            chosen[one.subject] = ACCEPT if said[:1].lower() == "a" else KEEP
    return chosen
