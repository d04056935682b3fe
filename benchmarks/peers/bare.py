"""The least that could be called an answer: parse the form, return fixed TwiML. No signature, no
thought, no memory."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Hello</Message></Response>'


async def messages(request: Request) -> Response:
    form = parse_qsl((await request.body()).decode("ascii"), keep_blank_values=True)
    assert form
    return Response(TWIML, media_type="text/xml")


app = Starlette(routes=[Route("/twilio/messages", messages, methods=["POST"])])
