"""``bot database``: the schema."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings, SettingsError, read_settings
from bot.store import backup, migrations
from bot.store.database import Database, DatabaseAddressError, open_database
from bot.store.secret_key import SecretKeyError

Task = Callable[[Database, Path], Awaitable[dict[str, int]]]

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


@app.command("backup")
def make_backup(
    file: Annotated[Path, typer.Argument(help="A new file, for its owner only.")],
) -> None:
    """Write what must outlive this machine, without any conversation, into one file."""
    _done(asyncio.run(_with(backup.backup, file)), f"kept in {file}")


@app.command("restore")
def use_backup(
    file: Annotated[Path, typer.Argument(help="What `bot database backup` wrote.")],
) -> None:
    """Fill an empty, upgraded database from a backup."""
    _done(asyncio.run(_with(backup.restore, file)), "restored")


async def _with(task: Task, file: Path) -> dict[str, int]:
    _, database = _open()
    try:
        return await task(database, file)
    except backup.BackupError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except Exception as error:
        # Drivers put the address, with its password, into their errors.
        typer.echo(
            f"The database cannot be used ({type(error).__name__}): run bot database upgrade "
            "first, and see that BOT_DATABASE_URL is right",
            err=True,
        )
        raise typer.Exit(1) from error
    finally:
        await database.close()


def _done(counts: dict[str, int], what: str) -> None:
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    typer.echo(f"{what}: {told}. BOT_SECRET_KEY is not in it: keep that elsewhere.", err=True)


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
