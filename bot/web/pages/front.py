"""``/``: what this is, who runs it, what it never asks, and a phone to try it on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot import inbox
from bot.channels.simulator import CHANNELS, read_channel, read_message
from bot.conversation.message import Channel
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.web.layout import Sheet
from bot.web.pages.forms import read_form
from bot.web.pages.state import by_name
from bot.web.pages.topic import in_menu_order
from bot.web.reception import Facts, Reception
from bot.web.talk import Exchange, Talk, from_token, to_token
from bot.web.visit import Visit

ASKED_OFTEN = ("detainer", "bail-bond")
"""Topics whose words the phone's buttons text, after a county."""

TOPICS_SHOWN = 12
"""Those that come first in menus; a link leads to the rest."""


def routes(reception: Reception) -> list[BaseRoute]:
    sealer = reception.installation.database.sealer

    def shown(request: Request, visit: Visit, name: str, talk: Talk, channel: Channel) -> Response:
        token = to_token(talk, sealer)
        return reception.once(
            request, visit, name, lambda sheet: _facts(sheet, talk, channel, token)
        )

    async def start(request: Request) -> Response:
        visit = reception.visit(request)
        talk = Talk(_first_session(visit))
        return shown(request, visit, "front.html", talk, CHANNELS[0])

    async def say(request: Request) -> Response:
        form = await read_form(request)
        visit = reception.visit(request)
        channel = read_channel(form.get("channel", ""))
        before = from_token(form.get("talk", ""), sealer, Talk(_first_session(visit)))
        talk = _answered(before, form.get("text", ""), channel, visit.knowledge)
        # htmx asks for the phone alone; a browser without scripts for the whole page.
        template = "phone.html" if request.headers.get("hx-request") == "true" else "front.html"
        return shown(request, visit, template, talk, channel)

    return [Route("/", start), Route("/", say, methods=["POST"])]


def _first_session(visit: Visit) -> Session:
    """The phone of an Arabic page answers "jackson mi" in Arabic; in English the line waits for
    the first words, as it does for any stranger."""
    code = visit.language.code
    return BLANK if code == SOURCE_LANGUAGE else replace(BLANK, language=code)


def _answered(talk: Talk, said: str, channel: Channel, knowledge: Knowledge) -> Talk:
    message = read_message(said, channel, datetime.now(UTC))
    reply = inbox.decide(message, talk.session, knowledge)
    session = talk.session if reply.session is None else reply.session
    return talk.after(Exchange(message.body, reply.texts, reply.language, channel), session)


def _facts(sheet: Sheet, talk: Talk, channel: Channel, token: str) -> Facts:
    knowledge = sheet.visit.knowledge
    return {
        "talk": talk,
        "token": token,
        "channel": channel,
        "channels": CHANNELS,
        "examples": tuple(_examples(knowledge, sheet.visit.language.code)),
        "languages": knowledge.languages,
        "about": sheet.speaker.card("about"),
        "topics": in_menu_order(knowledge)[:TOPICS_SHOWN],
        "states": by_name(sheet),
    }


def _examples(knowledge: Knowledge, code: str) -> list[str]:
    words = (knowledge.library.topics[topic].words.get(code, ()) for topic in ASKED_OFTEN)
    return ["jackson mi", *(some[0] for some in words if some)]
