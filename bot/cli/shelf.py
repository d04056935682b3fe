"""Where the commands for advocates read, and how they refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.settings import travelling_folder
from bot.translation import shelf
from bot.translation.shelf import Shelf

ContentDir = Annotated[
    Path | None,
    typer.Option("--content", envvar="BOT_CONTENT_DIR", help="The folder of the texts."),
]
LocalesDir = Annotated[
    Path | None,
    typer.Option("--locales", envvar="BOT_LOCALES_DIR", help="The folder of the short strings."),
]


def read_shelf(content: Path | None, locales: Path | None = None) -> Shelf:
    """Read the folders named, else those that travel with the program. What cannot be read ends
    the command, with the remedy."""
    folder = content or travelling_folder("content", "content")
    strings = locales or travelling_folder("locales", "locales")
    try:
        return shelf.read_shelf(folder, strings)
    except ValueError as error:
        raise refused(str(error)) from error


def refused(reason: str) -> typer.Exit:
    typer.echo(reason, err=True)
    return typer.Exit(1)
