"""For search engines: ``/robots.txt`` and ``/sitemap.xml``, with each page in every language."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.knowledge import Knowledge
from bot.web.kept_pages import KeptPage, finish
from bot.web.layout import template
from bot.web.pages.topic import OWN_PAGES
from bot.web.pages.way import county_path
from bot.web.reception import Reception, sent

XML = "application/xml"
SITEMAP = template("sitemap.xml")
ALONE = ("/", "/map", "/t", "/languages", "/about", "/privacy", "/data")


def routes(reception: Reception) -> list[BaseRoute]:
    async def robots(request: Request) -> Response:
        if reception.installation.settings.robots == "noindex":
            return PlainTextResponse("User-agent: *\nDisallow: /\n")
        home = _home(request, reception)
        asked = f"User-agent: *\nDisallow: /search\nDisallow: /which\nSitemap: {home}/sitemap.xml\n"
        return PlainTextResponse(asked)

    async def sitemap(request: Request) -> Response:
        if reception.installation.settings.robots == "noindex":
            raise HTTPException(404)
        # In a thread: it is long, and texts that come meanwhile must not wait.
        knowledge, home = reception.installation.holder.current, _home(request, reception)
        page = await asyncio.to_thread(_sitemap, knowledge, home)
        return sent(request, page, {"Cache-Control": "no-cache"}, media_type=XML)

    return [Route("/robots.txt", robots), Route("/sitemap.xml", sitemap)]


def _home(request: Request, reception: Reception) -> str:
    """A sitemap holds whole addresses: the public one, or on a trial machine the one asked for."""
    return reception.installation.settings.public_url or str(request.base_url).rstrip("/")


@functools.lru_cache(maxsize=2)
def _sitemap(knowledge: Knowledge, home: str) -> KeptPage:
    return finish(SITEMAP.render(home=home, paths=paths(knowledge), codes=list(knowledge.catalogs)))


def paths(knowledge: Knowledge) -> Iterator[str]:
    """The address of every page that search engines may list, without its language."""
    yield from ALONE
    yield from (f"/t/{name}" for name in sorted(knowledge.library.topics) if name not in OWN_PAGES)
    yield from (f"/s/{code.lower()}" for code in sorted(knowledge.gazetteer.states))
    counties = knowledge.gazetteer.counties
    yield from (county_path(counties[fips], knowledge) for fips in sorted(counties))
