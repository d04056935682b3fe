"""`bot data build`: the shared facts -> the tables that travel with the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.harvest.build import SourceError, build_all, build_shapes_of_counties
from bot.harvest.built import Built
from bot.harvest.ordinary_words import build_words

app = typer.Typer(help="The tables that travel with the program.", no_args_is_help=True)

_PACKAGE = Path(__file__).parent.parent


@app.callback()
def data() -> None:
    """The tables that travel with the program."""


@app.command()
def build(
    source: Annotated[
        Path | None,
        typer.Option("--from", help="Folder with data/ and facts/ [BOT_SHARED_DIR, or ../shared]"),
    ] = None,
    shapes: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            help="Build only the shapes of counties, from two TopoJSON files: today's counties, "
            "and those with Connecticut's old ones."
        ),
    ] = None,
) -> None:
    """Build every table anew and print counts and each row that a rule changed."""
    if shapes:
        typer.echo("building the shapes of counties …", err=True)
        _tell(lambda: build_shapes_of_counties(*shapes, _PACKAGE))
        return
    folder = source or shared_folder()
    typer.echo(f"building from {folder} …", err=True)
    _tell(lambda: build_all(folder, _PACKAGE))


def _tell(make: Callable[[], tuple[Built, ...]]) -> None:
    """Build, and say what was made; a source that cannot be used ends with its reason."""
    try:
        tables = make()
    except (SourceError, OSError, ValueError) as error:
        typer.echo(f"refused: {error}", err=True)
        raise typer.Exit(1) from error
    for table in tables:
        for note in table.notes:
            typer.echo(note)
    for table in tables:
        typer.echo(f"{table.table}: {table.rows} rows")
    typer.echo(f"{len(tables)} tables built", err=True)


@app.command()
def words(
    source: Annotated[
        Path,
        typer.Option("--from", help="Folder with the two npm packages of word lists, unpacked"),
    ],
) -> None:
    """Build the list of everyday words anew: they are no places. See places/data/SOURCES.toml."""
    try:
        table = build_words(source, _PACKAGE / "places" / "data")
    except (OSError, ValueError) as error:
        typer.echo(f"refused: {error}", err=True)
        raise typer.Exit(1) from error
    for note in table.notes:
        typer.echo(note)
    typer.echo(f"{table.table}: {table.rows} words")


def shared_folder() -> Path:
    """The facts' folder: ``BOT_SHARED_DIR``, else ``shared`` beside the repository."""
    named = os.environ.get("BOT_SHARED_DIR")
    return Path(named) if named else _PACKAGE.parent.parent / "shared"
