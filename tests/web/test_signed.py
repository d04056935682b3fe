"""What claims to come from Twilio is believed only with its signature, and read within limits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from twilio.request_validator import RequestValidator

from tests.web.answers import SMS, messages, rows
from tests.web.conftest import FORM, Server


async def test_both_tokens_are_accepted_while_they_are_changed(server: Server) -> None:
    for token in (server.token, server.old_token):
        assert messages(await server.twilio(SMS, token=token))


async def test_a_forged_request_is_refused(server: Server) -> None:
    assert (await server.twilio(SMS, token="guessed")).status_code == 403
    assert (await server.twilio(SMS, signature="")).status_code == 403
    assert (await server.twilio(SMS, signature="AAAA")).status_code == 403
    assert (await server.client.post("/twilio/messages", data=SMS)).status_code == 403
    assert rows(server) == []


async def test_a_truncated_request_is_refused(server: Server) -> None:
    whole = RequestValidator(server.token).compute_signature(
        "https://bot.example.org/twilio/messages", SMS
    )
    cut = dict(list(SMS.items())[:-1])
    assert (await server.twilio(SMS, signature=whole)).status_code == 200
    assert (await server.twilio(cut, signature=whole)).status_code == 403


async def test_an_oversized_request_is_refused_before_its_signature_is_looked_at(
    server: Server,
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"Body=" + b"x" * 1000 + b"&"

    big = await server.twilio({**SMS, "Body": "x" * 70_000})
    headers = {"X-Twilio-Signature": "A" * 27 + "=", "Content-Type": FORM}
    streamed = await server.client.post("/twilio/messages", content=endless(), headers=headers)
    assert (big.status_code, streamed.status_code) == (413, 413)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Twilio-Signature": "A" * 27 + "="},
        {"X-Twilio-Signature": "not base64 of a hash", "Content-Type": FORM},
        {"X-Twilio-Signature": "A" * 27 + "=", "Content-Type": "text/plain"},
    ],
    ids=["none", "no form", "no signature", "another kind"],
)
async def test_what_cannot_be_twilios_is_refused_before_its_body_is_read(
    server: Server, headers: dict[str, str]
) -> None:
    async def never() -> AsyncIterator[bytes]:
        pytest.fail("it was read")
        yield b""

    refused = await server.client.post("/twilio/messages", content=never(), headers=headers)
    assert refused.status_code == 403


async def test_a_body_that_trickles_in_is_not_waited_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def trickle() -> AsyncIterator[bytes]:
        yield b"Body="
        await asyncio.Event().wait()

    monkeypatch.setattr("bot.web.signed.READ_SECONDS", 0.01)
    headers = {"X-Twilio-Signature": "A" * 27 + "=", "Content-Type": FORM}
    slow = await server.client.post("/twilio/messages", content=trickle(), headers=headers)
    assert slow.status_code == 408


async def test_a_flood_of_forged_requests_is_one_line_in_the_log(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(20):
        await server.twilio(SMS, signature="A" * 27 + "=")
    assert capsys.readouterr().err.count("request refused") == 1


async def test_a_refusal_tells_nothing_about_whom_we_know(server: Server) -> None:
    await server.sms("jackson mi", "+14045550123")
    known = await server.twilio({**SMS, "From": "+14045550123"}, token="guessed")
    unknown = await server.twilio({**SMS, "From": "+14045559999"}, token="guessed")
    assert (known.status_code, known.content, dict(known.headers)) == (
        unknown.status_code,
        unknown.content,
        dict(unknown.headers),
    )


async def test_a_signature_is_over_the_public_address_and_its_query(server: Server) -> None:
    assert messages(await server.twilio(SMS, query="?from=twilio&x=%20"))
    inner = RequestValidator(server.token).compute_signature(
        "http://10.0.0.7:8000/twilio/messages", SMS
    )
    assert (await server.twilio(SMS, signature=inner)).status_code == 403


async def test_headers_of_a_request_do_not_move_the_public_address(server: Server) -> None:
    elsewhere = RequestValidator(server.token).compute_signature(
        "https://evil.example/twilio/messages", SMS
    )
    headers = {
        "X-Twilio-Signature": elsewhere,
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "Host": "evil.example",
    }
    response = await server.client.post("/twilio/messages", data=SMS, headers=headers)
    assert response.status_code == 403


async def test_two_signatures_or_another_kind_of_body_are_refused(server: Server) -> None:
    signature = RequestValidator(server.token).compute_signature(
        "https://bot.example.org/twilio/messages", SMS
    )
    twice = [("X-Twilio-Signature", signature)] * 2
    assert (
        await server.client.post("/twilio/messages", data=SMS, headers=twice)
    ).status_code == 403
    headers = {"X-Twilio-Signature": signature, "Content-Type": "application/json"}
    response = await server.client.post(
        "/twilio/messages", content=json.dumps(SMS), headers=headers
    )
    assert response.status_code == 403


@pytest.mark.parametrize("body", [b"Body=%ff", "Body=é".encode(), b"a&" * 400], ids=repr)
async def test_a_form_that_is_none_is_refused(server: Server, body: bytes) -> None:
    headers = {"X-Twilio-Signature": "A" * 27 + "=", "Content-Type": FORM}
    response = await server.client.post("/twilio/messages", content=body, headers=headers)
    assert response.status_code == 403


async def test_repeated_and_blank_and_unknown_fields_are_part_of_the_signature(
    server: Server,
) -> None:
    fields = [*SMS.items(), ("New", "b"), ("New", "a"), ("New", "a"), ("Blank", ""), ("S", " ")]
    assert messages(await server.twilio(fields))
