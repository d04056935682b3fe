"""`bot roster publish`, `discard`: make the draft live, or forget a list."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot import desk
from bot.cli.reviewer import reviewer_named
from bot.cli.roster_ground import read_setting, refuse, with_database
from bot.desk import Desk
from bot.settings import Settings
from bot.store import rosters
from bot.store.database import Database
from bot.store.rosters import PublishedMeanwhileError


def publish(
    who: Annotated[str | None, typer.Option("--by", help="Your name")] = None,
    version: Annotated[
        int | None,
        typer.Option("--version", help="Undo: publish this earlier version once more; 0: ours"),
    ] = None,
) -> None:
    """Make the draft live, in one transaction. What waits stays as it is until a person decides."""
    setting = read_setting()
    by = getpass.getuser() if who is None else reviewer_named(who, "--by")

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        now = datetime.now(UTC)
        try:
            if version is None:
                made = await desk.publish(database, lying, setting.ground, by, now)
            else:
                made = await desk.publish_again(database, lying, version, setting.ground, by, now)
        except desk.NotPublishedError as error:
            refuse(f"it must not be served: {error}. What is published stays")
        except PublishedMeanwhileError:
            refuse("somebody else published meanwhile; look at `bot roster diff` and try again")
        if made is None:
            refuse(_nothing(lying))
        typer.echo(f"published: version {made.version}, ICE's list of {made.list_date}")
        typer.echo("running servers answer from it within 30 seconds", err=True)
        after = await desk.look(database, setting.ground, settings.reviewers)
        _say_waiting(after) if version is None else _say_lying(after)

    with_database(errand)


def _nothing(lying: Desk) -> str:
    return (
        f"nothing to publish: no draft changes what is live (ICE's list of "
        f"{lying.current.roster.list_date}); `bot roster import FILE` brings one"
    )


def _say_waiting(lying: Desk) -> None:
    waiting = len(lying.prepared.waiting()) if lying.prepared else 0
    if waiting:
        typer.echo(f"{waiting} wait for a person, unchanged till then: bot roster review", err=True)
    if lying.unplaced:
        typer.echo(
            f"{lying.unplaced} rows show in no answer until placed: bot roster review", err=True
        )


def _say_lying(after: Desk) -> None:
    """What was undone lies there as a draft: the next publication would bring it back."""
    for each in after.lists:
        if each.list_date > after.current.roster.list_date:
            typer.echo(
                f"list {each.id} of {each.list_date} is a draft again; if it is the wrong one: "
                f"bot roster discard {each.id}",
                err=True,
            )
    flowing = after.prepared.flowing() if after.prepared else ()
    if flowing:
        typer.echo(
            f"the next `bot roster publish` makes {len(flowing)} changes: `bot roster diff` shows "
            "them; what was accepted wrongly: bot roster review --keep MARK",
            err=True,
        )


def discard(number: Annotated[int, typer.Argument(help="The list's number")]) -> None:
    """Forget an imported list (a wrong file, a wrong date). What is published stays."""

    async def errand(database: Database, _: Settings) -> None:
        if not await rosters.discard_list(database, number):
            refuse(f"there is no list {number}; see `bot roster status`")
        typer.echo(f"list {number} is forgotten; what is published stays", err=True)

    with_database(errand)
