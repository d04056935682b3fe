"""What a page's form sends: read once, never larger than a text message needs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.channels.limits import MAX_CHARACTERS
from bot.gate import TooLargeError, read_body

MOST_FIELDS = 20


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields; of a repeated one the last that says something counts. Raises 413 for more than
    any text message, 422 for what is no form."""
    try:
        body = await read_body(request.headers.get("content-length"), request.stream())
    except TooLargeError:
        raise HTTPException(413) from None
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(422) from None
    form: dict[str, str] = {}
    for name, value in pairs:
        form[name] = value or form.get(name, "")
    return form


def searched_for(form: Mapping[str, str]) -> str:
    """The text of the search box. Raises 422 where it is longer than a text message."""
    text = form.get("q", "").strip()
    if len(text) > MAX_CHARACTERS:
        raise HTTPException(422)
    return text
