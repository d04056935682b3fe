"""``bot content approve`` and ``draft``: who answers for a text, by name and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.reviewer import reviewer_named
from bot.cli.shelf import ContentDir, code_on, read_shelf, refused
from bot.language import SOURCE_LANGUAGE
from bot.library import Library, MissingText
from bot.library.checking import folder_of
from bot.library.review import DRAFT, REVIEWS_FILE, Act, is_recorded, parse_reviews
from bot.library.signing import sign
from bot.translation.shelf import Shelf

Day = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="On this day; today.")
]


def approve(
    name: Annotated[str, typer.Argument(help="A folder of content/topics or content/answers.")],
    lang: Annotated[str, typer.Option("--lang", help="The language that was read.")],
    reviewer: Annotated[str, typer.Option("--reviewer", help="Who read it and answers for it.")],
    on: Day = None,
    content: ContentDir = None,
) -> None:
    """Write down that a fluent person read this text against the English of today."""
    shelf = read_shelf(content)
    lang = code_on(shelf, lang)
    try:
        shelf.library.cards(name, lang)
    except MissingText as error:
        raise refused(str(error)) from error
    person, day = reviewer_named(reviewer), day_of(on)
    path = record(shelf.folder, shelf.library, name, lang, person, day)
    typer.echo(f"{name} ({lang}): approved by {person} on {day}; written to {path.name}")


def draft(
    name: Annotated[str | None, typer.Argument(help="A topic or answer; all, if left out.")] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="The language; all, if left out.")
    ] = None,
    on: Day = None,
    content: ContentDir = None,
) -> None:
    """Write down that a translation follows the English of today, although no fluent person has
    read it yet. From then on a change of the English makes it out of date."""
    shelf = read_shelf(content)
    if name and not shelf.library.holds(name):
        raise refused(f"no text is called {name}")
    drawn = list(_unrecorded(shelf, name, code_on(shelf, lang) if lang else None))
    for text, code in drawn:
        record(shelf.folder, shelf.library, text, code, DRAFT, day_of(on), Act.DRAFTED)
    typer.echo(f"{len(drawn)} records written: {DRAFT}")


def record(
    folder: Path,
    library: Library,
    name: str,
    lang: str,
    person: str,
    day: date,
    act: Act = Act.REVIEWED,
) -> Path:
    """Add one line to the text's ``reviews.csv``; its path."""
    text = library.text(name)
    path = folder / folder_of(text) / REVIEWS_FILE
    before = parse_reviews(path.read_text(encoding="utf-8")) if path.exists() else ()
    path.write_text(sign(text.decks, lang, person, day, before, act), encoding="utf-8")
    return path


def day_of(on: datetime | None) -> date:
    """The day named, else today. What is yet to come cannot have been read: wrong usage."""
    today = datetime.now(UTC).date()
    if on and on.date() > today:
        raise typer.BadParameter(
            f"{on.date()} is in the future (today is {today}): give the day of the reading",
            param_hint="--on",
        )
    return on.date() if on else today


def _unrecorded(shelf: Shelf, name: str | None, lang: str | None) -> Iterable[tuple[str, str]]:
    """Texts and languages without a record of these words from this English."""
    for one in (*shelf.library.topics, *shelf.library.answers):
        if name not in (None, one):
            continue
        text = shelf.library.text(one)
        path = shelf.folder / folder_of(text) / REVIEWS_FILE
        before = parse_reviews(path.read_text(encoding="utf-8")) if path.exists() else ()
        for code in sorted(set(text.decks) - {SOURCE_LANGUAGE}):
            if lang in (None, code) and not is_recorded(text.decks, code, before):
                yield one, code
