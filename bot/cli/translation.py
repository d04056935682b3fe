"""``bot content export`` and ``import``: one language out to a translator, and back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.reviewer import reviewer_named
from bot.cli.shelf import ContentDir, LocalesDir, code_on, read_shelf, refused
from bot.cli.signing import Day, day_of, record
from bot.library import read_library
from bot.library.review import Act
from bot.translation.leaving import leave
from bot.translation.po import read_po_file, write_po_file
from bot.translation.row import Book, FileRefused
from bot.translation.sheet import read_sheet, write_sheet
from bot.translation.shelf import Shelf
from bot.translation.taking import Taking, take
from bot.translation.writing import write

READERS: dict[str, Callable[[bytes], Book]] = {"xlsx": read_sheet, "po": read_po_file}
WRITERS: dict[str, Callable[[Book], bytes]] = {"xlsx": write_sheet, "po": write_po_file}

LARGEST_FILE = 20_000_000
"""Bytes. A language is well under one million."""

File = Annotated[Path, typer.Argument(help="The translator's file, .xlsx or .po.")]


def export(
    lang: Annotated[str, typer.Option("--lang", help="The language's code, also of a draft.")],
    form: Annotated[str, typer.Option("--format", help="xlsx or po")] = "xlsx",
    out: Annotated[Path | None, typer.Option("--out", help="Where to; faro-vi.xlsx")] = None,
    content: ContentDir = None,
    locales: LocalesDir = None,
) -> None:
    """Everything of a language in one file for a translator: the English, the text of today,
    notes, terms, and the room that is left."""
    if form not in WRITERS:
        raise typer.BadParameter("Write xlsx or po", param_hint="--format")
    try:
        shelf = read_shelf(content, locales)
        lang = code_on(shelf, lang)
        book = leave(shelf, lang)
    except ValueError as error:
        raise refused(str(error)) from error
    path = out or Path(f"faro-{lang}.{form}")
    path.write_bytes(WRITERS[form](book))
    empty = sum(not row.text for row in book.rows)
    typer.echo(f"{path}: {len(book.rows)} texts, {empty} of them not translated yet")


def import_file(
    file: File,
    translator: Annotated[str, typer.Option("--translator", help="Who translated.")] = "",
    reviewer: Annotated[
        str, typer.Option("--reviewer", help="Who is fluent, and read what is marked as read.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done.")] = False,
    on: Day = None,
    content: ContentDir = None,
    locales: LocalesDir = None,
) -> None:
    """Take back a translator's file. What keeps the rules is written; what does not goes into a
    file beside it, with the reason, to be mended and imported again."""
    if bool(translator.strip()) == bool(reviewer.strip()):
        raise typer.BadParameter("Name either the --translator or the --reviewer")
    option, act = (
        ("--reviewer", Act.REVIEWED) if reviewer.strip() else ("--translator", Act.TRANSLATED)
    )
    person, day = reviewer_named(reviewer.strip() or translator, option), day_of(on)
    shelf = read_shelf(content, locales)
    try:
        taking = take(read_book(file), shelf)
    except (FileRefused, OSError) as error:
        raise refused(f"{file.name}: {error}") from error
    if not dry_run:
        files = write(taking, shelf)
        typer.echo(f"{len(files)} files written below {shelf.folder} and {shelf.locales}")
        _record(taking, shelf, person, act, day)
    _report(taking, file, dry_run)
    raise typer.Exit(1 if taking.refused else 0)


def read_book(file: Path) -> Book:
    """Raises :class:`FileRefused`, or OSError where there is no file."""
    kind = file.suffix.lower().removeprefix(".")
    if kind not in READERS:
        raise FileRefused("Give a file that ends with .xlsx or .po")
    if file.stat().st_size > LARGEST_FILE:
        raise FileRefused("The file is far larger than a language; export a new one")
    data = file.read_bytes()
    if not data:
        raise FileRefused("The file is empty; export a new one, or ask for it again")
    return READERS[kind](data)


def _record(taking: Taking, shelf: Shelf, person: str, act: Act, day: date) -> None:
    """A translator is named for the texts that changed, a reviewer only for those marked read."""
    names = taking.read if act is Act.REVIEWED else list(taking.decks)
    library = read_library(shelf.folder, shelf.languages)
    for name in names:
        record(shelf.folder, library, name, taking.language, person, day, act)
    typer.echo(f"{len(names)} texts {act} by {person}")


def _report(taking: Taking, file: Path, dry_run: bool) -> None:
    taken = len(taking.decks) + len(taking.rows)
    would = "would be taken" if dry_run else "taken"
    typer.echo(
        f"{taking.language}: {taken} texts, menu entries and lists {would}, "
        f"{taking.unchanged} rows as before, {taking.left_empty} not translated yet, "
        f"{len(taking.refused)} rows go back"
    )
    for row in taking.refused:
        typer.echo(f"{file.name}:{row.number}: {row.key}: {row.wrong}", err=True)
    if taking.refused and not dry_run:
        path = _free_name(file)
        book = Book(taking.language, tuple(taking.refused))
        path.write_bytes(WRITERS[path.suffix[1:]](book))
        typer.echo(f"mend these rows in {path.name} and import that file", err=True)


def _free_name(file: Path) -> Path:
    """Beside the file; no earlier file is written over."""
    stem = f"{file.stem.partition('-to-mend')[0]}-to-mend"
    names = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
    paths = (file.with_name(name + file.suffix.lower()) for name in names)
    return next(path for path in paths if not path.exists())
