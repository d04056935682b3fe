"""What Twilio calls: ``POST /twilio/messages`` for each text, ``POST /twilio/voice`` for each step
of a call, ``POST /twilio/status`` with what became of an answer.

They stand before the framework's own routing, which would cost as much as the answer: on the worst
night ten thousand texts come at once.
"""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime

import structlog
from fastapi import FastAPI
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.inbound import Inbound
from bot.channels.plain import SORRY
from bot.channels.twilio import calls
from bot.channels.twilio.inbound import read_inbound
from bot.channels.twilio.signature import Fields
from bot.channels.twilio.twiml import CONTENT_TYPE, twiml
from bot.gate import Admission
from bot.rendering.text import Text
from bot.trouble import trouble
from bot.web import metrics
from bot.web.calls import Calls
from bot.web.deliveries import Deliveries
from bot.web.installation import Installation
from bot.web.signed import Refusal, signed_form

PATH = "/twilio/messages"
STATUS_PATH = "/twilio/status"
PATHS = frozenset({PATH, STATUS_PATH, calls.PATH})
QUIET_SECONDS = 60
"""One line a minute says how many requests were refused: a flood is not to fill the log."""

_HEADERS = [
    (b"content-type", CONTENT_TYPE.encode()),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
]
"""The carrier's machine reads it: what pages tell a browser (``bot.web.walls``) has no reader."""

log = structlog.get_logger()


class Messages:
    """Takes the texts, hands everything else to ``app``."""

    def __init__(self, app: FastAPI, installation: Installation) -> None:
        self.app, self._installation = app, installation
        self._deliveries = Deliveries(installation.database.sealer)
        self._calls = Calls(installation)
        self._off = _why_off(installation)
        self._refused: Counter[str] = Counter()
        self._said = float("-inf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in PATHS:
            await self.app(scope, receive, send)
        elif scope["method"] != "POST":
            await Response(status_code=405, headers={"Allow": "POST"})(scope, receive, send)
        else:
            await self._signed(scope, receive, send)

    async def _signed(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._off:
            log.warning("Twilio's routes are off", reason=self._off)
            await Response(status_code=503)(scope, receive, send)
            return
        form = await signed_form(scope, receive, self._installation.settings)
        if isinstance(form, Refusal):
            self._note(form.reason)
            # What may still come of its body is not waited for.
            headers = {"Connection": "close"}
            await Response(status_code=form.status, headers=headers)(scope, receive, send)
        elif scope["path"] == STATUS_PATH:
            self._deliveries.take(form)
            await Response(status_code=204)(scope, receive, send)
        elif scope["path"] == calls.PATH:
            await _send(self._calls.document(form, scope["query_string"]), send)
        else:
            await self._message(form, send)

    async def _message(self, form: Fields, send: Send) -> None:
        begun = time.perf_counter()
        texts = await self._texts(form)
        await _send(twiml(text.text for text in texts), send)
        metrics.count_seconds(time.perf_counter() - begun)

    async def _texts(self, form: Fields) -> tuple[Text, ...]:
        """Never raises: whoever wrote is answered, whatever broke."""
        try:
            inbound = read_inbound(form, datetime.now(UTC))
            texts = await self._admitted(inbound)
        except Exception as error:
            log.error("answer failed", **trouble(error))
            metrics.answers.labels("failed").inc()
            return (SORRY,)
        metrics.count_answer(inbound.message.channel, texts)
        return texts

    async def _admitted(self, inbound: Inbound) -> tuple[Text, ...]:
        admission = self._installation.gate.admit(inbound)
        if admission is Admission.SILENCE:
            return ()
        if admission is Admission.SAY_TOO_MANY:
            return await self._installation.inbox.refuse(inbound)
        return await self._installation.inbox.answer(inbound)

    def _note(self, reason: str) -> None:
        self._refused[reason] += 1
        metrics.refused.labels(reason).inc()
        now = datetime.now(UTC).timestamp()
        if now - self._said >= QUIET_SECONDS:
            log.warning("request refused", reason=reason, refused=dict(self._refused))
            self._said, self._refused = now, Counter()


async def _send(document: str, send: Send) -> None:
    body = document.encode()
    length = (b"content-length", str(len(body)).encode())
    headers_sent = [*_HEADERS, length]
    await send({"type": "http.response.start", "status": 200, "headers": headers_sent})
    await send({"type": "http.response.body", "body": body})


def _why_off(installation: Installation) -> str:
    settings = installation.settings
    if not settings.twilio_auth_tokens:
        return "TWILIO_AUTH_TOKEN is not set: copy it from the Twilio console"
    if settings.public_url is None:
        return "BOT_PUBLIC_URL is not set: give the https address that Twilio calls"
    return ""
