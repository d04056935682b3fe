"""From a request to a page: its language, its words, its copy in memory, its headers."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.installation import Installation
from bot.web.kept_pages import KeptPage, KeptPages, finish
from bot.web.layout import Query, Sheet, draw
from bot.web.visit import Visit, read_visit
from bot.web.wording import Speaker

Facts = Mapping[str, Any]
HTML = "text/html; charset=utf-8"


class Reception:
    """What the pages share: the installation, and the pages that are finished already."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self._kept = KeptPages()

    def visit(self, request: Request) -> Visit:
        """Takes today's knowledge once: a page never mixes two versions."""
        return read_visit(request, self.installation.holder.current)

    def sheet(self, visit: Visit) -> Sheet:
        settings = self.installation.settings
        return Sheet(
            visit=visit,
            speaker=Speaker(visit.language, visit.knowledge),
            home=settings.public_url or "",
            listed=settings.robots == "index",
        )

    async def kept(
        self, request: Request, visit: Visit, template: str, facts: Callable[[Sheet], Facts]
    ) -> Response:
        """A page that only its address, language, day and our knowledge decide."""
        key = (visit.path, visit.language.code, visit.at.date())
        page = self._kept.get(key, visit.knowledge)
        if page is None:
            # In a thread: a map takes a while, and texts that come meanwhile must not wait.
            page = await asyncio.to_thread(self._drawn, visit, template, facts)
            self._kept.keep(key, page, visit.knowledge)
        # Asked for anew each time, so that no one reads yesterday's list from a browser's cache.
        headers = {**self._headers(visit), "ETag": page.tag, "Cache-Control": "no-cache"}
        if page.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return sent(request, page, headers)

    def once(
        self,
        request: Request,
        visit: Visit,
        template: str,
        facts: Callable[[Sheet], Facts] = lambda _: {},
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """A page for one reader: it holds what was typed, or an error. No copy is kept of it."""
        page = self._drawn(visit, template, facts)
        return sent(request, page, {**self._headers(visit), **(headers or {})}, status)

    def _headers(self, visit: Visit) -> dict[str, str]:
        headers = {
            "Content-Language": visit.language.code,
            "Vary": "Accept-Language, Accept-Encoding",
        }
        if self.installation.settings.robots == "noindex":
            headers["X-Robots-Tag"] = "noindex"
        return headers

    def _drawn(self, visit: Visit, template: str, facts: Callable[[Sheet], Facts]) -> KeptPage:
        sheet = self.sheet(visit)
        return finish(draw(template, sheet, **facts(sheet)))

    def send_to(
        self, visit: Visit, path: str, query: Query | None = None, status: int = 303
    ) -> Response:
        """To another of our pages, in the same language."""
        return RedirectResponse(self.sheet(visit).link(path, query), status)


def sent(
    request: Request,
    page: KeptPage,
    headers: Mapping[str, str],
    status: int = 200,
    media_type: str = HTML,
) -> Response:
    """The page, compressed for whoever takes it so."""
    if "gzip" in request.headers.get("accept-encoding", ""):
        packed = {**headers, "Content-Encoding": "gzip"}
        return Response(page.body, status, packed, media_type=media_type)
    return Response(gzip.decompress(page.body), status, headers, media_type=media_type)
