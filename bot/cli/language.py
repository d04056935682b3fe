"""``bot language``: which language a short text is in."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(help="Which language a text is in.", no_args_is_help=True)


@app.callback()
def language() -> None:
    """Which language a text is in."""


@app.command("guess")
def guess_lines(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """One text a line on standard input; no language where it should not decide."""
    from bot.cli.start import start_knowledge
    from bot.conversation.hearing import guess, guess_beside_place
    from bot.places.finder import find

    knowledge = start_knowledge()
    for line in sys.stdin:
        text = line.rstrip("\n")
        place = find(text, knowledge.gazetteer)
        if place.places:
            heard = guess_beside_place(text, place.rest, knowledge.words)
        else:
            heard = guess(text, knowledge.words)
        if as_json:
            shape = {"text": text, "language": heard.language, "confidence": heard.confidence}
            typer.echo(json.dumps(shape, ensure_ascii=False))
        else:
            typer.echo(f"{heard.language or '-'}\t{heard.confidence:.2f}\t{text}")
