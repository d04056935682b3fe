"""``bot ask``: one text, one answer; nothing is stored."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.conversation.message import Channel, Message
from bot.conversation.reply import Turn
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge
from bot.rendering.text import Text


def ask(
    text: Annotated[
        list[str] | None, typer.Argument(help="The text, as a person sends it.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Answer in this language.")] = None,
    channel: Annotated[Channel, typer.Option(help="sms, whatsapp or web.")] = Channel.SMS,
    sender: Annotated[  # noqa: ARG001 - tells conversations apart in --stdin only
        str, typer.Option("--from", help="Who asks; only tells conversations apart in --stdin.")
    ] = "",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Answer as on this day.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    stdin: Annotated[
        bool, typer.Option("--stdin", help='Read {"from","body","channel"} objects, one a line.')
    ] = False,
) -> None:
    """One text, one answer. Nothing is stored."""
    from bot.cli.start import known_language, start_knowledge

    knowledge = start_knowledge(published=not stdin)
    language = known_language(lang, knowledge)
    at = on.replace(tzinfo=UTC) if on else datetime.now(UTC)
    if stdin:
        _converse(knowledge, language, at)
        return
    if text is None:
        raise typer.BadParameter('Write the text, for example: bot ask "jackson mi"')
    message = Message(body=" ".join(text), at=at, channel=channel, language=language)
    turn, texts = answered(message, BLANK, knowledge)
    _print(turn, texts, knowledge, as_json=as_json)


def answered(
    message: Message, session: Session, knowledge: Knowledge
) -> tuple[Turn, tuple[Text, ...]]:
    """Decide and word one answer."""
    from bot.channels.limits import LIMITS
    from bot.conversation.respond import respond
    from bot.rendering.render import render

    turn = respond(message, session, knowledge)
    return turn, render(turn, knowledge, LIMITS[message.channel])


def _converse(knowledge: Knowledge, language: str | None, at: datetime) -> None:
    """Each sender's conversation is kept in memory only, and answered in order."""
    sessions: dict[str, Session] = {}
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            sender, body = str(row.get("from", "")), str(row["body"])
            channel = Channel(row.get("channel", "sms"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            typer.echo(f'line {number}: write {{"from","body","channel"}}: {error}', err=True)
            raise typer.Exit(1) from error
        message = Message(body=body, at=at, channel=channel, language=language)
        turn, texts = answered(message, sessions.get(sender, BLANK), knowledge)
        sessions[sender] = turn.session
        _print(turn, texts, knowledge, as_json=True)


def _print(turn: Turn, texts: tuple[Text, ...], knowledge: Knowledge, *, as_json: bool) -> None:
    from bot.cli.shapes import answer

    if as_json:
        list_date = knowledge.roster.list_date.isoformat()
        typer.echo(json.dumps(answer(turn, texts, list_date), ensure_ascii=False))
        return
    typer.echo("\n\n".join(text.text for text in texts))
