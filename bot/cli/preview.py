"""``bot content preview``: what a telephone gets, in one language or in all side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shelf import ContentDir, LocalesDir, code_on, read_shelf, refused
from bot.library import MissingText
from bot.translation.proof import Proof, as_page, proof, proofs

COLUMN = 44
"""Characters: about the width of a telephone's screen."""


def preview(
    name: Annotated[str, typer.Argument(help="A folder of content/topics or content/answers.")],
    lang: Annotated[
        str | None, typer.Option("--lang", help="One language; all side by side, if left out.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a web page instead, to look at or print.")
    ] = None,
    content: ContentDir = None,
    locales: LocalesDir = None,
) -> None:
    """The cards of a text as they go out, with sample facts: segments, prices by SMS and
    WhatsApp, and the school year where there is a formula for it."""
    shelf = read_shelf(content, locales)
    try:
        found = [proof(shelf, name, code_on(shelf, lang))] if lang else list(proofs(shelf, name))
    except (MissingText, ValueError) as error:
        raise refused(str(error)) from error
    if html:
        html.write_text(as_page(found), encoding="utf-8")
        typer.echo(f"{html}: open it in a browser")
    elif lang:
        _one(found[0])
    else:
        _side_by_side(found)


def _one(shown: Proof) -> None:
    typer.echo(f"{shown.name} ({shown.language.code}), {shown.state}")
    for number, card in enumerate(shown.cards, start=1):
        price = (
            f"[{number}/{len(shown.cards)}] {card.units} {card.encoding} units, "
            f"segments: {card.segments}, {card.sms_usd:.4f} USD"
        )
        typer.echo(f"\n{price} | {card.figures}\n{card.text}")


def _side_by_side(found: Sequence[Proof]) -> None:
    """Panels as wide as a telephone, as many beside one another as the terminal has room for."""
    from rich.columns import Columns
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    console = Console(highlight=False)
    console.print(f"{found[0].name}: SMS and WhatsApp carry the same words")
    for number in range(max(len(one.cards) for one in found)):
        console.rule(f"card {number + 1}")
        panels = [
            Panel(
                Text(f"{one.cards[number].text}\n\n{one.cards[number].figures}", overflow="fold"),
                title=f"{one.language.name} ({one.language.code}), {one.state}",
                width=COLUMN,
            )
            for one in found
            if number < len(one.cards)
        ]
        console.print(Columns(panels))
