"""``bot language``: which language a short text is in; the skeleton of a new one."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(
    help="Which language a text is in; the skeleton of a new one.", no_args_is_help=True
)


@app.command("guess")
def guess_lines(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """One text a line on standard input; no language where it should not decide."""
    from bot.cli.start import start_knowledge
    from bot.conversation.hearing import guess
    from bot.conversation.spoken import names_of
    from bot.places.finder import find

    knowledge = start_knowledge(published=False)
    for line in sys.stdin:
        text = line.rstrip("\n")
        place = find(text, knowledge.gazetteer)
        rest = place.rest if place.places else None
        heard = guess(text, knowledge, rest, names_of(place))
        if as_json:
            shape = {"text": text, "language": heard.language, "confidence": heard.confidence}
            typer.echo(json.dumps(shape, ensure_ascii=False))
        else:
            typer.echo(f"{heard.language or '-'}\t{heard.confidence:.2f}\t{text}")


@app.command("add")
def add(
    code: Annotated[str, typer.Argument(help="BCP 47: so, am, zh-Hant")],
    name: Annotated[str, typer.Option(help="What its speakers call it.")],
    direction: Annotated[str, typer.Option(help="ltr or rtl")] = "ltr",
) -> None:
    """Make the skeleton of a language: a draft that is not offered until it is complete."""
    from bot.settings import read_settings
    from bot.translation.skeleton import SkeletonError, add_language

    if direction not in ("ltr", "rtl"):
        raise typer.BadParameter("Write ltr or rtl", param_hint="--direction")
    settings = read_settings()
    try:
        written = add_language(settings.content_dir, settings.locales_dir, code, name, direction)
    except SkeletonError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    for path in written:
        typer.echo(f"written: {path}")
    typer.echo(
        f"{code} is a draft, offered to nobody. Next: its fixed lines in rules/required.toml, "
        f"then bot content export --lang {code} (docs/add-a-language.md)"
    )
