"""``/data/…``: the open data set and the feed of changes, made once for each published roster."""

from __future__ import annotations

import asyncio
import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.knowledge import Knowledge
from bot.publishing.open_data import (
    LICENCE,
    LICENCE_ADDRESS,
    change_rows,
    changes_document,
    counties_csv,
    counties_document,
    county_rows,
)
from bot.web.installation import Installation

FEED_ENTRIES = 200
"""The newest changes; all of them are in ``changes.json``."""

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"

_HEADERS = {
    "Cache-Control": "public, max-age=300",
    "Access-Control-Allow-Origin": "*",  # anybody's page may read open data
    "Link": f'<{LICENCE_ADDRESS}>; rel="license"',
}
_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class _Made:
    version: str
    body: bytes
    etag: str


class _Shelf:
    """Each document as it was made for the roster that is served now."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._made: dict[str, _Made] = {}
        self._making = asyncio.Lock()

    async def answer(
        self, request: Request, name: str, kind: str, make: Callable[[Knowledge], str]
    ) -> Response:
        found = await self._document(name, make)
        headers = {**_HEADERS, "ETag": found.etag}
        if request.headers.get("if-none-match") == found.etag:
            return Response(status_code=304, headers=headers)
        return Response(found.body, media_type=kind, headers=headers)

    async def _document(self, name: str, make: Callable[[Knowledge], str]) -> _Made:
        """Made in a thread: people who text are not kept waiting by it."""
        knowledge = self._installation.holder.current
        async with self._making:
            if name not in self._made or self._made[name].version != knowledge.version:
                body = (await asyncio.to_thread(make, knowledge)).encode()
                etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
                self._made[name] = _Made(knowledge.version, body, etag)
            return self._made[name]


def open_data(installation: Installation) -> APIRouter:
    """Routes over whatever roster is served now."""
    router, shelf = APIRouter(), _Shelf(installation)
    public_url = installation.settings.public_url or ""

    @router.get("/data/counties.json")
    async def counties_as_json(request: Request) -> Response:
        return await shelf.answer(request, "counties.json", JSON, _counties_json)

    @router.get("/data/counties.csv")
    async def counties_as_csv(request: Request) -> Response:
        return await shelf.answer(request, "counties.csv", CSV, _counties_csv)

    @router.get("/data/changes.json")
    async def changes_as_json(request: Request) -> Response:
        since = request.query_params.get("since", "")
        if not since:
            return await shelf.answer(request, "changes.json", JSON, _changes_json)
        return _changes_since(installation.holder.current, since)

    @router.get("/data/changes.atom")
    async def changes_as_atom(request: Request) -> Response:
        return await shelf.answer(
            request, "changes.atom", ATOM, lambda known: _changes_atom(known, public_url)
        )

    return router


def _changes_since(known: Knowledge, since: str) -> Response:
    try:
        day = date.fromisoformat(since)
    except ValueError:
        return PlainTextResponse("since: give a date as 2026-05-18\n", status_code=400)
    body = json.dumps(changes_document(known.history, day), ensure_ascii=False)
    return Response(body, media_type=JSON, headers=_HEADERS)


def _counties_json(known: Knowledge) -> str:
    rows = county_rows(known.roster, known.custody, known.gazetteer.counties)
    return json.dumps(counties_document(rows, known.roster.list_date), ensure_ascii=False)


def _counties_csv(known: Knowledge) -> str:
    return counties_csv(county_rows(known.roster, known.custody, known.gazetteer.counties))


def _changes_json(known: Knowledge) -> str:
    return json.dumps(changes_document(known.history), ensure_ascii=False)


def _changes_atom(known: Knowledge, public_url: str) -> str:
    rows = change_rows(known.history)[:FEED_ENTRIES]
    counties = known.gazetteer.counties
    entries = [
        {
            **row,
            "id": uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(row, sort_keys=True)).urn,
            "places": ", ".join(
                counties[fips].name for fips in _codes(row["fips"]) if fips in counties
            ),
        }
        for row in rows
    ]
    return _templates.get_template("changes.atom").render(
        entries=entries,
        public_url=public_url,
        updated=known.roster.list_date.isoformat(),
        feed_id=uuid.uuid5(uuid.NAMESPACE_URL, f"{public_url}/data/changes.atom").urn,
        licence=LICENCE,
        licence_address=LICENCE_ADDRESS,
    )


def _codes(value: object) -> list[str]:
    """The county codes of a change's row."""
    return [str(code) for code in value] if isinstance(value, list) else []
