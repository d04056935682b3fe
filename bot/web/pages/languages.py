"""``/languages``: the languages of the line, how to switch by text, and who has read them."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.knowledge import Knowledge
from bot.language import Language
from bot.web.layout import Sheet
from bot.web.reception import Facts, Reception


@dataclass(frozen=True, slots=True)
class Read:
    """``approved`` of ``texts`` were read by a fluent person against the English of today."""

    language: Language
    approved: int
    texts: int


def routes(reception: Reception) -> list[BaseRoute]:
    async def page(request: Request) -> Response:
        visit = reception.visit(request)
        return await reception.kept(request, visit, "languages.html", _facts)

    return [Route("/languages", page)]


def _facts(sheet: Sheet) -> Facts:
    knowledge = sheet.visit.knowledge
    return {"languages": [_read(code, knowledge) for code in knowledge.catalogs]}


def _read(code: str, knowledge: Knowledge) -> Read:
    library = knowledge.library
    names = [*library.topics, *library.answers]
    approved = sum(library.is_approved(name, code) for name in names)
    return Read(knowledge.languages[code], approved, len(names))
