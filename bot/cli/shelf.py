"""Where the commands for advocates read, and how they refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.language import language_called
from bot.settings import read_settings
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
    """Read the folders named, else those of the settings: what is checked is what is served. What
    cannot be read ends the command, with the remedy."""
    try:
        settings = read_settings()
        return shelf.read_shelf(content or settings.content_dir, locales or settings.locales_dir)
    except ValueError as error:
        raise refused(str(error)) from error


def code_on(shelf: Shelf, lang: str) -> str:
    """The code of a language on the shelf, drafts too; as it was written where it is none."""
    return language_called(lang, shelf.languages) or lang


def refused(reason: str) -> typer.Exit:
    typer.echo(reason, err=True)
    return typer.Exit(1)
