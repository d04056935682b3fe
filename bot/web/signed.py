"""What claims to come from Twilio: read within limits, and believed only with its signature.

The cheap checks come first. A flood of forged requests is refused by two headers, before a byte of
its bodies is read or a letter of them parsed.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import quote

from starlette.types import Message, Receive, Scope

from bot.channels.twilio.form import read_form
from bot.channels.twilio.signature import Fields, is_signed
from bot.gate import MAX_BODY_BYTES, TooLargeError, may_be_read, read_body
from bot.settings import Settings

FORM = b"application/x-www-form-urlencoded"
READ_SECONDS = 10
"""For the rest of a body that does not come in one piece, as Twilio's do. Twilio gives up after
fifteen seconds itself."""

SHAPE = re.compile(rb"[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=")
"""Base64 of an HMAC-SHA1 or HMAC-SHA256."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered, and with which HTTP status. The same for every sender: it
    tells nothing about whom we know."""

    status: int
    reason: str


FORGED = Refusal(403, "signature")
TOO_LARGE = Refusal(413, "too large")
TOO_SLOW = Refusal(408, "too slow")


async def signed_form(scope: Scope, receive: Receive, settings: Settings) -> Fields | Refusal:
    """The form as it was sent, blank values and repeated names too."""
    headers = dict(scope["headers"])
    signatures = [value for name, value in scope["headers"] if name == b"x-twilio-signature"]
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    if len(signatures) != 1 or kind != FORM or not SHAPE.fullmatch(signatures[0]):
        return FORGED
    declared = headers.get(b"content-length")
    try:
        body = await _body(None if declared is None else declared.decode("latin-1"), receive)
    except TooLargeError:
        return TOO_LARGE
    except TimeoutError:
        return TOO_SLOW
    fields = None if body is None else read_form(body)
    if fields is None or not _is_twilios(scope, fields, signatures[0].decode("ascii"), settings):
        return FORGED
    return fields


async def _body(declared: str | None, receive: Receive) -> bytes | None:
    """Read within the time and the size that we allow; None where the sender hung up."""
    if not may_be_read(declared):
        raise TooLargeError
    first = await receive()  # of the server's own patience with a connection
    if _is_whole(first):
        return bytes(first["body"])
    try:
        async with asyncio.timeout(READ_SECONDS):
            return await read_body(declared, _chunks(first, receive))
    except ConnectionError:
        return None


def _is_whole(message: Message) -> bool:
    """A carrier's text nearly always comes in one piece."""
    one = message["type"] == "http.request" and not message.get("more_body", False)
    return one and len(message.get("body", b"")) in range(1, MAX_BODY_BYTES + 1)


async def _chunks(message: Message, receive: Receive) -> AsyncIterator[bytes]:
    while True:
        if message["type"] != "http.request":
            raise ConnectionError("hung up")
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return
        message = await receive()


def _is_twilios(scope: Scope, fields: Fields, signature: str, settings: Settings) -> bool:
    tokens = [token.get_secret_value() for token in settings.twilio_auth_tokens]
    return is_signed(_public_url(scope, settings), fields, signature, tokens)


def _public_url(scope: Scope, settings: Settings) -> str:
    """The address as Twilio knows it. Only ours is believed for the host: behind a proxy the
    request carries the inner one, and its headers are anybody's."""
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    query = scope.get("query_string", b"")
    address = raw + (b"?" + query if query else b"")
    return f"{settings.public_url}{address.decode('latin-1')}"
