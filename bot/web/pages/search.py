"""The search box: it understands what the text line understands, with the same engine.

What is typed is sent in a form, not in an address, where a browser's history would keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.conversation.message import Channel, Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.web.pages.forms import read_form, searched_for
from bot.web.pages.way import from_code, way_to
from bot.web.reception import Reception
from bot.web.visit import Visit

MOST_CHOICES = 5

Leads = Callable[[Turn, Visit, Reception], Response]


def routes(reception: Reception) -> list[BaseRoute]:
    async def search(request: Request) -> Response:
        form = await read_form(request) if request.method == "POST" else request.query_params
        return _answered(searched_for(form), request, reception)

    async def which(request: Request) -> Response:
        visit = reception.visit(request)
        codes = request.query_params.getlist("of")[:MOST_CHOICES]
        ways = [way for code in codes if (way := from_code(code, visit.knowledge))]
        if not ways:
            raise HTTPException(404)
        visit = replace(visit, query=tuple(("of", way.code) for way in ways))
        return reception.once(request, visit, "which.html", lambda _: {"ways": ways})

    return [Route("/search", search, methods=["GET", "POST"]), Route("/which", which)]


def _answered(text: str, request: Request, reception: Reception) -> Response:
    visit = reception.visit(request)
    if not text:
        return reception.once(request, visit, "search.html")
    # As in a conversation: a few words in another language change it, a borrowed one does not.
    session = replace(BLANK, language=visit.language.code)
    turn = respond(Message(text, visit.at, Channel.WEB), session, visit.knowledge)
    visit = visit.in_language(turn.language)
    if turn.reply in visit.knowledge.library.topics and turn.place is None:
        return reception.send_to(visit, f"/t/{turn.reply}")
    lead = _LEADS.get(turn.reply)
    if lead:
        return lead(turn, visit, reception)
    # Whatever else the line says: a greeting, a kind word, that it did not understand.
    return reception.once(
        request, visit, "answer.html", lambda s: {"said": [s.speaker.part(p) for p in turn.parts]}
    )


def _to_place(turn: Turn, visit: Visit, reception: Reception) -> Response:
    there = turn.place.places[0] if turn.place else None
    way = way_to(there.fips, there.matched.label, visit.knowledge) if there else None
    if way is None:
        raise HTTPException(404)
    return reception.send_to(visit, way.path, {"for": way.label} if way.label else {})


def _to_choices(turn: Turn, visit: Visit, reception: Reception) -> Response:
    """The choices stand in the address by their codes, so that the page can be had in another
    language; nothing that was typed does."""
    places = turn.place.places if turn.place else ()
    ways = (way_to(one.fips, one.matched.label, visit.knowledge) for one in places)
    return reception.send_to(visit, "/which", {"of": [way.code for way in ways if way]})


def _to_language(_turn: Turn, visit: Visit, reception: Reception) -> Response:
    """A language's own name in the search box opens the front page in it."""
    return reception.send_to(visit, "/")


_LEADS: Mapping[str, Leads] = {
    "county-status": _to_place,
    "ice-custody": _to_place,
    "ask-county": _to_place,
    "ask-place": _to_choices,
    "language-changed": _to_language,
}
