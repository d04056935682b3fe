"""``bot content``: are the texts sound, who has approved them, and what do they look like?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.signing import approve
from bot.language import SOURCE_LANGUAGE, Language, LanguageListError, read_languages
from bot.library import Library, MissingText, ReviewState, read_library
from bot.library.carrying import as_sent, sample
from bot.library.checking import check_library
from bot.library.reading import ContentError
from bot.library.rules import Rules, read_rules
from bot.rendering.direction import measured as measure
from bot.settings import travelling_folder
from bot.words import WordsError, read_words

app = typer.Typer(help="The texts that a lawyer or advocate answers for.", no_args_is_help=True)
app.command()(approve)

SEGMENT_USD = 0.0083
"""One SMS segment in the United States before carrier fees (Twilio, read 2026-11-09)."""

ContentDir = Annotated[
    Path | None,
    typer.Option("--content", envvar="BOT_CONTENT_DIR", help="The folder of the texts."),
]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Everything that is read for these commands."""

    folder: Path
    languages: Mapping[str, Language]
    library: Library
    rules: Rules


@app.command()
def check(
    content: ContentDir = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Hold this draft to the rules as if offered.")
    ] = None,
) -> None:
    """Everything that keeps a text from being sent, each with its file and what to do."""
    shelf = _read(content)
    if lang:
        shelf = _as_if_offered(shelf, lang)
    offered = [code for code, language in shelf.languages.items() if language.offered]
    words = shelf.folder / "words"
    written = [
        code for code in shelf.languages if code in offered or (words / f"{code}.toml").exists()
    ]
    try:
        commands = read_words(words, written).whole
    except WordsError as error:
        raise _refused(str(error)) from error
    complaints = check_library(shelf.library, shelf.languages, shelf.rules, measure, commands)
    for complaint in complaints:
        typer.echo(complaint)
    names = len(shelf.library.topics) + len(shelf.library.answers)
    typer.echo(
        f"{names} texts in {', '.join(offered)}: {len(complaints) or 'no'} complaints", err=True
    )
    raise typer.Exit(1 if complaints else 0)


@app.command()
def status(
    content: ContentDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day; today.")
    ] = None,
) -> None:
    """By language: approved, stale, unreviewed, missing. Then the topics that are due."""
    shelf = _read(content)
    for code in shelf.languages:
        account = _account(code, shelf.library)
        typer.echo(json.dumps(account) if as_json else _line(account))
    day = on.date() if on else datetime.now(UTC).date()
    for name, due in _due(shelf.library, day):
        typer.echo(f"topics/{name}: was to be read again by {due}", err=True)


@app.command()
def preview(
    name: Annotated[str, typer.Argument(help="A folder of content/topics or content/answers.")],
    lang: Annotated[str, typer.Option("--lang", help="The language's code.")] = SOURCE_LANGUAGE,
    content: ContentDir = None,
) -> None:
    """The cards of a text as they go out, with sample facts, segments and price of each."""
    shelf = _read(content)
    try:
        deck = shelf.library.cards(name, lang)
    except MissingText as error:
        raise _refused(str(error)) from error
    required = shelf.rules.required.get(lang)
    if required is None:
        raise _refused(f"rules/required.toml: add a block [{lang}]")
    more = name in shelf.library.topics
    texts = as_sent(deck, required) if more else tuple(sample(card, required) for card in deck)
    typer.echo(f"{name} ({lang}), {shelf.library.state(name, lang)}")
    for number, text in enumerate(texts, start=1):
        typer.echo(f"\n{_price(number, len(texts), text)}\n{text}")


def _as_if_offered(shelf: _Shelf, code: str) -> _Shelf:
    """The same shelf on which English and one other language count; so a draft can be checked."""
    if code not in shelf.languages:
        raise _refused(f"languages.toml: add a block [{code}]")
    chosen = {SOURCE_LANGUAGE, code}
    languages = {
        one: replace(language, offered=one in chosen) for one, language in shelf.languages.items()
    }
    return replace(shelf, languages=languages)


def _price(number: int, cards: int, text: str) -> str:
    cost = measure(text)
    usd = cost.segments * SEGMENT_USD
    return (
        f"[{number}/{cards}] {cost.units} {cost.encoding} units, "
        f"segments: {cost.segments}, {usd:.4f} USD"
    )


def _account(code: str, library: Library) -> dict[str, str | int]:
    states = [library.state(name, code) for name in (*library.topics, *library.answers)]
    counts = {state.value: states.count(state) for state in ReviewState}
    return {"language": code, **counts}


def _line(account: Mapping[str, str | int]) -> str:
    counts = ", ".join(f"{account[state]} {state}" for state in ReviewState)
    return f"{account['language']:<8} {counts}"


def _due(library: Library, day: date) -> Iterator[tuple[str, date]]:
    for name, topic in sorted(library.topics.items()):
        if topic.review_by <= day:
            yield name, topic.review_by


def _read(content: Path | None) -> _Shelf:
    folder = content or travelling_folder("content", "content")
    try:
        languages = read_languages(folder / "languages.toml")
        return _Shelf(folder, languages, read_library(folder, languages), read_rules(folder))
    except (LanguageListError, ContentError) as error:
        raise _refused(str(error)) from error


def _refused(reason: str) -> typer.Exit:
    typer.echo(reason, err=True)
    return typer.Exit(1)
