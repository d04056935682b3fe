"""``bot chat``: talk to it in the terminal. No key, no network, no server; nothing is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.conversation.message import Channel, Message
from bot.conversation.session import BLANK


def chat(
    lang: Annotated[str | None, typer.Option(help="Answer in this language.")] = None,
    channel: Annotated[Channel, typer.Option(help="sms, whatsapp or web.")] = Channel.SMS,
) -> None:
    """Talk to the bot here. Ctrl-D or an empty line ends it; nothing is stored."""
    from bot.channels.prices import price
    from bot.cli.ask import answered
    from bot.cli.start import known_language, start_knowledge

    knowledge = start_knowledge()
    language = known_language(lang, knowledge)
    session = BLANK
    typer.echo('Text a county and state, like "jackson mi". An empty line ends.\n')
    while body := _read():
        message = Message(body=body, at=datetime.now(UTC), channel=channel, language=language)
        turn, texts = answered(message, session, knowledge)
        session = turn.session
        for text in texts:
            cost = f"[{text.segments} x {text.encoding}, ${price(channel, (text,)):.3f}]"
            typer.echo(f"\n{text.text}\n{cost:>60}\n")
        if not texts:
            typer.echo("\n(no text from us: the carrier answers this word itself)\n")


def _read() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""
