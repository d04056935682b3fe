"""What Twilio calls. The raw body is read once; nothing is parsed before its size is known, and
nothing is believed before its signature is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote

import structlog
from fastapi import APIRouter, Request, Response

from bot import inbox
from bot.channels.inbound import Inbound
from bot.channels.plain import SORRY
from bot.channels.twilio.inbound import read_inbound
from bot.channels.twilio.signature import Fields, is_signed
from bot.channels.twilio.twiml import CONTENT_TYPE, twiml
from bot.gate import Admission, TooLargeError, read_body
from bot.rendering.text import Text
from bot.web.installation import Installation

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 300
"""Twilio sends about forty."""

log = structlog.get_logger()


def webhooks(installation: Installation) -> APIRouter:
    """The routes below ``/twilio``."""
    router = APIRouter()

    @router.post("/twilio/messages")
    async def messages(request: Request) -> Response:
        off = _why_off(installation)
        if off:
            log.warning("Twilio's routes are off", reason=off)
            return Response(status_code=503)
        try:
            body = await read_body(request.headers.get("content-length"), request.stream())
        except TooLargeError:
            log.warning("request refused", reason="too large")
            return Response(status_code=413)
        fields = _fields(request, body)
        if fields is None or not _is_twilios(request, fields, installation):
            log.warning("request refused", reason="signature")
            return Response(status_code=403)
        texts = await _texts(fields, installation)
        return Response(twiml(text.text for text in texts), media_type=CONTENT_TYPE)

    return router


def _why_off(installation: Installation) -> str:
    settings = installation.settings
    if not settings.twilio_auth_tokens:
        return "TWILIO_AUTH_TOKEN is not set: copy it from the Twilio console"
    if settings.public_url is None:
        return "BOT_PUBLIC_URL is not set: give the https address that Twilio calls"
    return ""


def _fields(request: Request, body: bytes) -> Fields | None:
    """The form as it was sent, blank values and repeated names too; None where it is none."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return None
    try:
        return parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:  # not ASCII, not UTF-8 inside, too many fields
        return None


def _is_twilios(request: Request, fields: Fields, installation: Installation) -> bool:
    given = request.headers.getlist("x-twilio-signature")
    if len(given) != 1:
        return False
    tokens = [token.get_secret_value() for token in installation.settings.twilio_auth_tokens]
    return is_signed(_public_url(request, installation), fields, given[0], tokens)


def _public_url(request: Request, installation: Installation) -> str:
    """The address as Twilio knows it. Only ours is believed for the host: behind a proxy the
    request carries the inner one, and its headers are anybody's."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    query = request.scope.get("query_string", b"")
    address = raw + (b"?" + query if query else b"")
    return f"{installation.settings.public_url}{address.decode('latin-1')}"


async def _texts(fields: Fields, installation: Installation) -> Sequence[Text]:
    """Never raises: whoever wrote is answered, whatever broke."""
    try:
        return await _admitted(read_inbound(fields, datetime.now(UTC)), installation)
    except Exception as error:
        log.error("answer failed", **inbox.trouble(error))
        return (SORRY,)


async def _admitted(inbound: Inbound, installation: Installation) -> Sequence[Text]:
    holder, database = installation.holder, installation.database
    admission = installation.gate.admit(inbound)
    if admission is Admission.SILENCE:
        return ()
    if admission is Admission.SAY_TOO_MANY:
        return await inbox.refuse(inbound, holder, database)
    return await inbox.answer(inbound, holder, database, installation.settings.session_hours)
