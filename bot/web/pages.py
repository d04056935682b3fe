"""The pages. ``/`` says what this is and holds a phone to try it on; it works without scripts,
sets no cookie and loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot import inbox
from bot.channels.prices import price
from bot.channels.simulator import CHANNELS, read_channel, read_message
from bot.conversation.message import Channel
from bot.gate import TooLargeError, read_body
from bot.web.installation import Installation
from bot.web.talk import Exchange, Talk, from_token, to_token

EXAMPLES = ("jackson mi", "arrestaron a mi esposo en Jackson Michigan", "what is a detainer")

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["price"] = price


def pages(installation: Installation) -> APIRouter:
    router = APIRouter()

    @router.get("/")
    async def start() -> HTMLResponse:
        return _page(Talk(), CHANNELS[0], installation)

    @router.post("/")
    async def say(request: Request) -> Response:
        try:
            body = await read_body(request.headers.get("content-length"), request.stream())
        except TooLargeError:
            return PlainTextResponse("That is too long for a text message.\n", status_code=413)
        form = _form(body)
        channel = read_channel(form.get("channel", ""))
        talk = from_token(form.get("talk", ""), installation.database.sealer)
        # The buttons of examples and the field have one name: the one that was used is not empty.
        return _page(
            _answered(talk, form.get("text", ""), channel, installation), channel, installation
        )

    return router


def _form(body: bytes) -> Mapping[str, str]:
    """Of a repeated field the last that says something counts."""
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    form: dict[str, str] = {}
    for name, value in pairs:
        form[name] = value or form.get(name, "")
    return form


def _answered(talk: Talk, said: str, channel: Channel, installation: Installation) -> Talk:
    message = read_message(said, channel, datetime.now(UTC))
    reply = inbox.decide(message, talk.session, installation.holder.current)
    session = talk.session if reply.session is None else reply.session
    exchange = Exchange(message.body, reply.texts, reply.language, channel)
    return talk.after(exchange, session)


def _page(talk: Talk, channel: Channel, installation: Installation) -> HTMLResponse:
    knowledge = installation.holder.current
    return HTMLResponse(
        _templates.get_template("simulator.html").render(
            talk=talk,
            token=to_token(talk, installation.database.sealer),
            channel=channel,
            channels=CHANNELS,
            examples=EXAMPLES,
            languages=knowledge.languages,
            list_date=knowledge.roster.list_date,
            line=knowledge.line,
        )
    )
