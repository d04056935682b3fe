"""``/about``, ``/privacy`` and ``/data``: who runs this, what is kept, where the facts are from."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.layout import Sheet
from bot.web.reception import Facts, Reception

ROOMS = Path(__file__).parents[2]


def routes(reception: Reception) -> list[BaseRoute]:
    def showing(template: str, facts: Callable[[Sheet], Facts]) -> BaseRoute:
        async def page(request: Request) -> Response:
            return await reception.kept(request, reception.visit(request), template, facts)

        return Route(f"/{template.removesuffix('.html')}", page)

    return [
        showing("about.html", lambda sheet: {"deck": sheet.speaker.deck("about")}),
        showing("privacy.html", lambda sheet: {"deck": sheet.speaker.deck("privacy")}),
        showing("data.html", lambda _: {"rooms": sources()}),
    ]


@functools.cache
def sources() -> tuple[dict[str, Any], ...]:
    """Every entry of the rooms' ``SOURCES.toml``: source, date, licence, credit."""
    entries = []
    for path in sorted(ROOMS.glob("*/data/SOURCES.toml")):
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            day = table.get("list_date") or table.get("date")
            known = day if isinstance(day, date) else None
            entries.append({**table, "room": path.parts[-3], "name": name, "day": known})
    return tuple(entries)
