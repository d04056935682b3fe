"""``/print/card/<state>/<county>.pdf`` and ``/print/flyer/…``: what an advocate hands out."""

from __future__ import annotations

from datetime import UTC, datetime

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from bot.knowledge import Knowledge
from bot.places.place import County
from bot.printing import Kind, PrintError, Reach, make_sheet, typeset
from bot.rendering.wording import voice
from bot.web.installation import Installation
from bot.web.map_pages import answered, asked_language
from bot.web.press import BusyError, Press

PDF = "application/pdf"
POLICY = (
    "default-src 'none'; object-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""A browser shows a PDF by an object of its own making."""
KINDS = {kind.value: kind for kind in Kind}

NOT_HERE = "This cannot be printed here now. Please use the page of the county."
BUSY = "Many people are printing. Please try again in a minute."

log = structlog.get_logger()


def print_pages(installation: Installation) -> APIRouter:
    """The sheets of each county, as of today."""
    router, press, settings = APIRouter(), Press(), installation.settings
    reach = Reach(settings.text_number, settings.whatsapp_number, settings.public_url or "")

    @router.get("/print/{kind}/{state}/{county}.pdf")
    async def sheet(request: Request) -> Response:
        knowledge, at = installation.holder.current, datetime.now(UTC)
        language = asked_language(request, knowledge)
        kind = request.path_params["kind"]
        asked = request.path_params["state"], request.path_params["county"]
        found = knowledge.gazetteer.by_slug(*asked)
        if found is None or kind not in KINDS:
            return PlainTextResponse("Write it as /print/card/mi/jackson.pdf\n", 404)

        def make() -> bytes:
            words = make_sheet(found, language, at, reach, knowledge)
            return typeset(KINDS[kind], words, settings.fonts_dir)

        key = (kind, found.fips, language, at.date().isoformat())
        try:
            made = await press.print(key, knowledge, make)
        except BusyError:
            return _refused(BUSY, language, knowledge)
        except PrintError as error:
            log.warning("nothing was printed", reason=str(error))
            return _refused(NOT_HERE, language, knowledge)
        name = _file_name(KINDS[kind], found, language, knowledge)
        shown = {"Content-Disposition": f'inline; filename="{name}"'}
        return answered(request, made, PDF, {**shown, "Content-Security-Policy": POLICY})

    return router


def _refused(words: str, language: str, knowledge: Knowledge) -> Response:
    """Said in the language that was asked for; the reason is in the log, for whoever runs this."""
    said = voice(language, knowledge).catalog.pgettext("print", words)
    return PlainTextResponse(f"{said}\n", 503, headers={"Retry-After": "60"})


def _file_name(kind: Kind, county: County, language: str, knowledge: Knowledge) -> str:
    slug = knowledge.gazetteer.slug(county)
    return f"faro-{kind}-{county.state.lower()}-{slug}-{language}.pdf"
