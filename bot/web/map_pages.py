"""Drawings as files (``/map.svg``, ``/map/<state>.svg``, ``/plot.svg``) and their colours.

Here and beside, a route reads its path and query from the request itself: for a parameter with a
type the framework loads a second validation library, a quarter of a second of each start.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.maps import country_file, plot_file, state_file, style
from bot.maps.state import UnknownStateError
from bot.web.installation import Installation
from bot.web.visit import offered_language

SVG, CSS = "image/svg+xml", "text/css"
FILES_KEPT = 128


def map_pages(installation: Installation) -> APIRouter:
    """The drawings of today's list; each is kept until the list changes."""
    router = APIRouter()

    @router.get("/map.svg")
    async def country(request: Request) -> Response:
        return await _drawing(request, installation, _country)

    @router.get("/map/{state}.svg")
    async def state(request: Request) -> Response:
        code = request.path_params["state"].upper()

        def drawn(knowledge: Knowledge, language: str) -> str:
            return _state(knowledge, code, language)

        return await _drawing(request, installation, drawn)

    @router.get("/plot.svg")
    async def plot(request: Request) -> Response:
        return await _drawing(request, installation, plot_file)

    @router.get("/map.css")
    async def colours(request: Request) -> Response:
        return answered(request, style().encode(), CSS)

    return router


async def _drawing(
    request: Request,
    installation: Installation,
    draw: Callable[[Knowledge, str], str],
) -> Response:
    """The first drawing after a new list takes a quarter of a second: not in the server's loop."""
    knowledge = installation.holder.current
    language = asked_language(request, knowledge)
    try:
        text = await asyncio.to_thread(draw, knowledge, language)
    except UnknownStateError:
        return PlainTextResponse("No state has this code; write it as /map/mi.svg\n", 404)
    return answered(request, text.encode(), SVG, {"Content-Security-Policy": _policy()})


def asked_language(request: Request, knowledge: Knowledge) -> str:
    """The language of ``?lang=``; English where we do not speak it, or none is asked for."""
    asked = offered_language(request.query_params.get("lang", ""), knowledge.catalogs.keys())
    return asked or SOURCE_LANGUAGE


def answered(
    request: Request, content: bytes, kind: str, headers: dict[str, str] | None = None
) -> Response:
    """The content with its name, or 304 to whoever holds it already. Copies are kept, and asked
    about each time: a new list shows at once."""
    name = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
    known = {"ETag": name, "Cache-Control": "no-cache", **(headers or {})}
    held = [one.strip().removeprefix("W/") for one in
            request.headers.get("if-none-match", "").split(",")]  # fmt: skip
    if name in held:
        return Response(status_code=304, headers=known)
    return Response(content, media_type=kind, headers=known)


@lru_cache(maxsize=FILES_KEPT)
def _country(knowledge: Knowledge, language: str) -> str:
    return country_file(knowledge, language)


@lru_cache(maxsize=FILES_KEPT)
def _state(knowledge: Knowledge, state: str, language: str) -> str:
    return state_file(knowledge, state, language)


@lru_cache(maxsize=1)
def _policy() -> str:
    """A file carries its own colours: that one style, by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
