"""Errors in the house's look and in the reader's language; programs get one plain line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.web.reception import Reception

FOR_PROGRAMS = ("/twilio", "/health", "/metrics", "/data/", "/static", "/map/", "/map.", "/plot.")
PLAIN = {404: "There is nothing here.", 405: "This address does not take that method."}


def errors(reception: Reception) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def show(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 422
        headers = getattr(error, "headers", None) or {}
        if request.scope["path"].startswith(FOR_PROGRAMS):
            line = PLAIN.get(status, "This request cannot be read.")
            return PlainTextResponse(f"{line}\n", status, headers)
        facts = {"status": status}
        # The address is anybody's: links of this page lead to the front page, never back to it.
        visit = replace(reception.visit(request), path="/")
        return reception.once(
            request, visit, "error.html", lambda _: facts, status=status, headers=headers
        )

    return show
