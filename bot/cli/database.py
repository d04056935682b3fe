"""``bot database``: the schema."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.settings import Settings, SettingsError, read_settings
from bot.store import migrations
from bot.store.database import Database, DatabaseAddressError, open_database
from bot.store.secret_key import SecretKeyError

app = typer.Typer(no_args_is_help=True, help="The database and its migrations.")


@app.command()
def upgrade() -> None:
    """Bring the database of BOT_DATABASE_URL to the newest schema."""
    settings, database = _open()
    asyncio.run(_upgrade(database, settings))
    typer.echo("The database is up to date.", err=True)


@app.command()
def revision(
    message: Annotated[str, typer.Argument(help="What changes, in a few words.")],
) -> None:
    """Draft the next migration in alembic/versions from bot/store/tables.py."""
    settings, database = _open()
    migrations.write_migration(database, settings.migrations_dir, message)


def _open() -> tuple[Settings, Database]:
    try:
        settings = read_settings()
        keys = [key.get_secret_value() for key in settings.secret_keys]
        return settings, open_database(settings.database_url, keys)
    except (SettingsError, DatabaseAddressError, SecretKeyError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


async def _upgrade(database: Database, settings: Settings) -> None:
    try:
        await migrations.upgrade(database, settings.migrations_dir)
    except Exception as error:
        # Drivers put the address, with its password, into their errors.
        typer.echo(
            f"The database could not be upgraded ({type(error).__name__}): "
            "is BOT_DATABASE_URL right, and is the server running?",
            err=True,
        )
        raise typer.Exit(1) from error
    finally:
        await database.close()
