"""How every command begins: settings read once, knowledge built from them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.knowledge import Knowledge, read_knowledge
from bot.language import language_called
from bot.settings import Settings, read_settings

if TYPE_CHECKING:
    from bot.publishing.documents import Snapshot

DATABASE_SECONDS = 5
"""For a server's roster to be read; then the program answers without it."""


def start_knowledge(published: bool = True) -> Knowledge:
    """Read the settings and all knowledge; a file that cannot be used ends with its remedy.

    ``published``: with the roster that is published in the database, where there is one. Without
    its database the program still answers, from the list that travels with it, and says so.
    """
    try:
        settings = read_settings()
        known = read_knowledge(settings.content_dir, settings.locales_dir, settings.line())
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    return with_published(known, settings) if published else known


def with_published(known: Knowledge, settings: Settings) -> Knowledge:
    """``known`` with the published roster, where it is sound and not older than the travelling."""
    try:
        found = _published(settings)
    except Exception as error:  # drivers raise what they like, with the address in it
        typer.echo(
            f"the published list cannot be read ({type(error).__name__}); answering from the one "
            f"of {known.roster.list_date} that travels with the program. Run: bot doctor",
            err=True,
        )
        return known
    if found is None:
        return known
    from bot.publishing.checking import faults

    version, snapshot = found
    counties = known.gazetteer.counties
    if faults(snapshot.roster, known.roster, counties, snapshot.smaller):
        return known
    return known.with_roster(snapshot.roster, snapshot.history, version)


def _published(settings: Settings) -> tuple[int, Snapshot] | None:
    scheme, _, rest = settings.database_url.partition(":///")
    if scheme == "sqlite":
        if not Path(rest).exists():
            return None
        from bot.store.embedded import published_in

        return published_in(Path(rest))
    from bot.store import rosters
    from bot.store.database import open_database

    async def read() -> tuple[int, Snapshot] | None:
        keys = [key.get_secret_value() for key in settings.secret_keys]
        database = open_database(settings.database_url, keys)
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                version = await rosters.newest_version(database)
                return (version, await rosters.load_roster(database, version)) if version else None
        finally:
            await database.close()

    return asyncio.run(read())


def known_language(code: str | None, knowledge: Knowledge) -> str | None:
    """The offered language of a code, None for None. Wrong usage ends with the list."""
    if code is None:
        return None
    found = language_called(code, knowledge.catalogs)
    if found:
        return found
    offered = ", ".join(knowledge.catalogs)
    raise typer.BadParameter(f"{code!r} is not offered here. Offered: {offered}")
