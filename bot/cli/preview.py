"""``bot content preview``: what a telephone gets."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.shelf import ContentDir, read_shelf, refused
from bot.language import SOURCE_LANGUAGE
from bot.library import MissingText
from bot.library.carrying import as_sent, sample
from bot.library.checking import SEGMENT_USD
from bot.rendering.direction import measured


def preview(
    name: Annotated[str, typer.Argument(help="A folder of content/topics or content/answers.")],
    lang: Annotated[str, typer.Option("--lang", help="The language's code.")] = SOURCE_LANGUAGE,
    content: ContentDir = None,
) -> None:
    """The cards of a text as they go out, with sample facts, segments and price of each."""
    shelf = read_shelf(content)
    try:
        deck = shelf.library.cards(name, lang)
    except MissingText as error:
        raise refused(str(error)) from error
    required = shelf.rules.required.get(lang)
    if required is None:
        raise refused(f"rules/required.toml: add a block [{lang}]")
    more = name in shelf.library.topics
    texts = as_sent(deck, required) if more else tuple(sample(card, required) for card in deck)
    typer.echo(f"{name} ({lang}), {shelf.library.state(name, lang)}")
    for number, text in enumerate(texts, start=1):
        typer.echo(f"\n{_price(number, len(texts), text)}\n{text}")


def _price(number: int, cards: int, text: str) -> str:
    cost = measured(text)
    usd = cost.segments * SEGMENT_USD
    return (
        f"[{number}/{cards}] {cost.units} {cost.encoding} units, "
        f"segments: {cost.segments}, {usd:.4f} USD"
    )
