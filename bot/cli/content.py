"""``bot content``: are the texts sound, who has approved them, and what do they look like?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from bot.cli.preview import preview
from bot.cli.shelf import ContentDir, LocalesDir, code_on, read_shelf, refused
from bot.cli.signing import approve, draft
from bot.cli.translation import export, import_file
from bot.library.board import MARKS, OVER_BUDGET, Account, Board, board
from bot.library.review import ReviewState
from bot.rendering.direction import measured
from bot.translation.shelf import Shelf

app = typer.Typer(help="The texts that a lawyer or advocate answers for.", no_args_is_help=True)
for command in (preview, approve, draft, export):
    app.command()(command)
app.command("import")(import_file)


@app.command()
def check(
    content: ContentDir = None,
    locales: LocalesDir = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Hold this draft to the rules as if offered.")
    ] = None,
) -> None:
    """Everything that keeps a text from being sent, each with file, line and what to do."""
    shelf = read_shelf(content, locales)
    try:
        shelf = shelf.as_if_offered(code_on(shelf, lang)) if lang else shelf
        complaints = shelf.complaints()
    except ValueError as error:
        raise refused(str(error)) from error
    for complaint in complaints:
        typer.echo(complaint)
    names = len(shelf.library.topics) + len(shelf.library.answers)
    typer.echo(
        f"{names} texts in {', '.join(shelf.offered)}: {len(complaints) or 'no'} complaints",
        err=True,
    )
    raise typer.Exit(1 if complaints else 0)


@app.command()
def status(
    content: ContentDir = None,
    locales: LocalesDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day; today.")
    ] = None,
) -> None:
    """The board: languages by texts, with totals. Then the topics that are due."""
    shelf = read_shelf(content, locales)
    found = board(shelf.library, shelf.languages, shelf.rules, measured, shelf.string_gaps())
    if as_json:
        for account in found.accounts:
            typer.echo(json.dumps(_shape(account)))
    else:
        for line in _lines(found):
            typer.echo(line)
    day = on.date() if on else datetime.now(UTC).date()
    for name, due in _due(shelf, day):
        typer.echo(f"topics/{name}: was to be read again by {due}", err=True)


def _shape(account: Account) -> dict[str, str | int]:
    counts = {state.value: account.states.count(state) for state in ReviewState}
    return {
        "language": account.language,
        **counts,
        "offered": account.offered,
        "complete": account.complete,
        "over_budget": account.over_budget,
        "menu_entries_missing": account.entries_missing,
        "short_strings_missing": account.strings_missing,
    }


def _lines(found: Board) -> Iterator[str]:
    width = max(len(name) for name in found.rows)
    codes = [account.language for account in found.accounts]
    yield " " * width + "  " + "  ".join(codes)
    for name, marks in found.rows.items():
        cells = "  ".join(mark.ljust(len(code)) for mark, code in zip(marks, codes, strict=True))
        yield f"{name:<{width}}  {cells}".rstrip()
    yield ""
    for account in found.accounts:
        yield _line(account)
    yield from _totals(found)


def _line(account: Account) -> str:
    counts = ", ".join(f"{account.states.count(state)} {state}" for state in ReviewState)
    gaps = account.entries_missing + account.strings_missing
    draft_mark = "" if account.offered else ", draft: not offered"
    lacking = f", {gaps} menu entries or short strings missing" if gaps else ""
    return f"{account.language:<8} {counts}, {account.over_budget} over budget{lacking}{draft_mark}"


def _totals(found: Board) -> Iterator[str]:
    offered = [account for account in found.accounts if account.offered]
    states = [state for account in offered for state in account.states]
    complete = sum(account.complete for account in offered)
    yield (
        f"{len(offered)} languages offered, {complete} complete; "
        f"{states.count(ReviewState.MISSING)} missing, {states.count(ReviewState.STALE)} stale, "
        f"{sum(account.over_budget for account in offered)} over budget"
    )
    unread = sum(state is not ReviewState.APPROVED for state in states)
    yield f"{unread} of {len(states)} texts were read by no fluent person (English: by no lawyer)"
    marks = ", ".join(f"{mark} {state}" for state, mark in MARKS.items())
    yield f"marks: {marks}, {OVER_BUDGET} over budget"


def _due(shelf: Shelf, day: date) -> Iterator[tuple[str, date]]:
    for name, topic in sorted(shelf.library.topics.items()):
        if topic.review_by <= day:
            yield name, topic.review_by
