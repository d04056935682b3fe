"""``bot segments``: what a text costs by SMS, for writers and for other programs."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from bot.rendering.segments import Measure, measure


def segments(
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON Lines; this is what it prints in any case.")
    ] = False,
) -> None:
    """Read one JSON object {"text"} a line; write its encoding, units and segments a line."""
    del as_json  # one output form; the flag is accepted so that all commands can be called alike
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            typer.echo(json.dumps(_answer(measure(_text(line, number)))))


def _text(line: str, number: int) -> str:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise _refused(number, f"is not JSON ({error.msg})") from error
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str):
        raise _refused(number, "has no text")
    return text


def _refused(number: int, reason: str) -> typer.Exit:
    typer.echo(f'line {number} {reason}: write one {{"text": "…"}} a line', err=True)
    return typer.Exit(1)


def _answer(cost: Measure) -> dict[str, str | int]:
    return {"encoding": cost.encoding, "units": cost.units, "segments": cost.segments}
