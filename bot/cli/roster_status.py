"""`bot roster status`: the list that answers are given from, and what is wrong or waits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot import desk
from bot.agreements.roster import Roster
from bot.cli.roster_ground import read_setting, with_database
from bot.settings import Settings
from bot.store.database import Database
from bot.store.looks import FAILED, Look, past_looks

UNSEEN_DAYS = 3
"""After so many days without a look at ICE's page the daily timer is not running."""


def status(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """The published list's date, age and counts; what waits; the last look at ICE's page."""
    setting = read_setting()

    async def errand(database: Database, settings: Settings) -> None:
        lying = await desk.look(database, setting.ground, settings.reviewers)
        looks = await past_looks(database)
        now = datetime.now(UTC)
        age = (now.date() - lying.current.roster.list_date).days
        stale = age >= settings.roster_stale_days
        if as_json:
            typer.echo(json.dumps(_shape(lying, looks, age, stale)))
            return
        for line in (*_about(lying, age, stale), *about_looks(looks, now)):
            typer.echo(line)

    with_database(errand)


def about_looks(looks: Sequence[Look], now: datetime) -> Iterator[str]:
    """What the looks at ICE's page say: loud and dated where one failed or none was made."""
    if not looks:
        yield "ICE's page has not been looked at yet: `bot roster update` (docs/keeping-it-true.md)"
        return
    last = looks[0]
    if last.outcome == FAILED:
        since = last.looked_at
        for each in looks:
            if each.outcome != FAILED:
                break
            since = each.looked_at
        yield f"COMPLAINT of {last.looked_at:%Y-%m-%d %H:%M} UTC: {last.complaint}"
        yield f"          failing since {since:%Y-%m-%d}; until it is mended, import by hand"
    else:
        yield f"ICE's page looked at {last.looked_at:%Y-%m-%d %H:%M} UTC: {last.outcome}"
    days = (now - last.looked_at).days
    if days >= UNSEEN_DAYS:
        yield f"COMPLAINT: no look for {days} days: does the timer run? (docs/keeping-it-true.md)"


def _about(lying: desk.Desk, age: int, stale: bool) -> Iterator[str]:
    roster = lying.current.roster
    where = f"version {lying.version}" if lying.version else "the one that travels with the program"
    yield f"ICE's list of {roster.list_date}, {age} days old ({where})"
    if stale:
        yield "OLD: every answer says so; import a newer list"
    yield from _counts(roster)
    held = sum(row.listed is not None for row in roster.agreements)
    if held:
        yield f"{held} agreements are shown from an older list until a person has looked"
    if lying.unplaced:
        yield f"{lying.unplaced} rows could not be placed and show in no answer: bot roster review"
    if lying.prepared and lying.listed:
        flowing, waiting = len(lying.prepared.flowing()), len(lying.prepared.waiting())
        if flowing or waiting:
            yield (
                f"draft: list {lying.listed.id} of {lying.listed.list_date}: {flowing} changes "
                f"ready for `bot roster publish`, {waiting} wait for `bot roster review`"
            )


def _counts(roster: Roster) -> Iterator[str]:
    models = Counter(row.model for row in roster.agreements)
    scopes = Counter(row.scope.value for row in roster.agreements)
    yield f"{len(roster.agreements)} agreements: " + ", ".join(
        f"{model} {models[model]}" for model in sorted(models)
    )
    yield ", ".join(f"{scope} {scopes[scope]}" for scope in sorted(scopes))
    yield f"{len(roster.left)} left the list since February 2025, {len(roster.pending)} pending"


def _shape(lying: desk.Desk, looks: Sequence[Look], age: int, stale: bool) -> dict[str, object]:
    roster = lying.current.roster
    last = looks[0] if looks else None
    return {
        "list_date": roster.list_date.isoformat(),
        "age_days": age,
        "stale": stale,
        "version": lying.version,
        "agreements": len(roster.agreements),
        "left": len(roster.left),
        "pending": len(roster.pending),
        "unplaced": lying.unplaced,
        "draft": lying.listed.list_date.isoformat() if lying.listed else None,
        "ready": len(lying.prepared.flowing()) if lying.prepared else 0,
        "waiting": len(lying.prepared.waiting()) if lying.prepared else 0,
        "looked_at": last.looked_at.isoformat() if last else None,
        "complaint": last.complaint if last and last.outcome == FAILED else None,
    }
