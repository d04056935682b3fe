"""``/t/<topic>``: a topic's whole deck; ``/t``: every topic."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.knowledge import Knowledge
from bot.library import Topic
from bot.web.layout import Sheet
from bot.web.reception import Facts, Reception

OWN_PAGES = {"about": "/about", "privacy": "/privacy"}
"""Topics that stand on a page with more of the same."""


def routes(reception: Reception) -> list[BaseRoute]:
    async def every(request: Request) -> Response:
        visit = reception.visit(request)
        topics = in_menu_order(visit.knowledge)
        return await reception.kept(request, visit, "topics.html", lambda _: {"topics": topics})

    async def one(request: Request) -> Response:
        visit = reception.visit(request)
        name = request.path_params["topic"]
        topic = visit.knowledge.library.topics.get(name.lower())
        if topic is None:
            raise HTTPException(404)
        if name in OWN_PAGES:
            return reception.send_to(visit, OWN_PAGES[name])
        if name != topic.name:
            return reception.send_to(visit, f"/t/{topic.name}", status=308)
        return await reception.kept(
            request, visit, "topic.html", lambda sheet: _facts(topic, sheet)
        )

    return [Route("/t", every), Route("/t/{topic}", one)]


def in_menu_order(knowledge: Knowledge) -> list[Topic]:
    return sorted(knowledge.library.topics.values(), key=lambda topic: topic.order)


def _facts(topic: Topic, sheet: Sheet) -> Facts:
    return {"topic": topic, "deck": sheet.speaker.deck(topic.name)}
