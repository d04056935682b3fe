"""``bot content approve``: a person answers for a text, by name and day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.language import read_languages
from bot.library import Library, MissingText, Topic, read_library
from bot.library.review import REVIEWS_FILE, parse_reviews
from bot.library.signing import sign
from bot.settings import travelling_folder


def approve(
    name: Annotated[str, typer.Argument(help="A folder of content/topics or content/answers.")],
    lang: Annotated[str, typer.Option("--lang", help="The language that was read.")],
    reviewer: Annotated[str, typer.Option("--reviewer", help="Who read it and answers for it.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Read on; today.")
    ] = None,
    content: Annotated[
        Path | None,
        typer.Option("--content", envvar="BOT_CONTENT_DIR", help="The folder of the texts."),
    ] = None,
) -> None:
    """Write down that a fluent person read this text against the English of today."""
    folder = content or travelling_folder("content", "content")
    try:
        library = read_library(folder, read_languages(folder / "languages.toml"))
        library.cards(name, lang)
    except (ValueError, MissingText) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if not reviewer.strip():
        raise typer.BadParameter("Name the person who read the text", param_hint="--reviewer")
    day = on.date() if on else datetime.now(UTC).date()
    path = _sign(folder, library, name, lang, reviewer.strip(), day)
    typer.echo(f"{name} ({lang}): approved by {reviewer.strip()} on {day}; written to {path.name}")


def _sign(folder: Path, library: Library, name: str, lang: str, reviewer: str, day: date) -> Path:
    text = library.text(name)
    kind = "topics" if isinstance(text, Topic) else "answers"
    path = folder / kind / name / REVIEWS_FILE
    before = parse_reviews(path.read_text(encoding="utf-8")) if path.exists() else ()
    path.write_text(sign(text.decks, lang, reviewer, day, before), encoding="utf-8")
    return path
