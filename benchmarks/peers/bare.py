"""The least that could be called an answer: parse the form, return fixed TwiML. No signature, no
thought, no memory. ``app`` parses it in the way of Starlette's own documentation, ``quickest`` in
the quickest way that we know."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Hello</Message></Response>'


async def by_starlette(request: Request) -> Response:
    form = await request.form()
    assert form
    return Response(TWIML, media_type="text/xml")


async def by_hand(request: Request) -> Response:
    form = parse_qsl((await request.body()).decode("ascii"), keep_blank_values=True)
    assert form
    return Response(TWIML, media_type="text/xml")


app = Starlette(routes=[Route("/twilio/messages", by_starlette, methods=["POST"])])
quickest = Starlette(routes=[Route("/twilio/messages", by_hand, methods=["POST"])])
