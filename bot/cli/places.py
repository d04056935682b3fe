"""`bot places find`: queries as arguments, or one a line from standard input; one answer a line."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from bot.cli.shapes import place_answer
from bot.places.finder import explain, find
from bot.places.gazetteer import read_gazetteer
from bot.places.place import PlaceAnswer

app = typer.Typer(help="From a text to the right county.", no_args_is_help=True)


@app.callback()
def places() -> None:
    """From a text to the right county."""


@app.command("find")
def find_places(
    texts: Annotated[
        list[str] | None, typer.Argument(help="What people text; none: one a line from input.")
    ] = None,
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
    told: bool = typer.Option(False, "--explain", help="Show which steps ran, and why."),
    hint_state: str = typer.Option("", "--hint-state", help="Orders the choices of a question."),
) -> None:
    """One place answer a line, for each text given, or for each line of standard input."""
    gazetteer = read_gazetteer()
    for text in texts or (line.rstrip("\n") for line in sys.stdin):
        found = (explain if told else find)(text, gazetteer, hint_state)
        if as_json:
            shape = {"query": text, **place_answer(found)}
            if told:
                shape["steps"] = list(found.steps)
            typer.echo(json.dumps(shape, ensure_ascii=False))
        else:
            typer.echo(_line(text, found))
            if told:
                for step in found.steps:
                    typer.echo(f"    {step}")


def _line(text: str, found: PlaceAnswer) -> str:
    places = "; ".join(f"{p.fips} {p.name}" for p in found.places)
    return f"{text} -> {found.outcome}" + (f": {places}" if places else "")
