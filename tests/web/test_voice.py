"""``POST /twilio/voice``: signed, answered aloud, limited, and kept nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import httpx
from twilio.request_validator import RequestValidator

from tests.web.conftest import FORM, PUBLIC_URL, TOKEN, Serve, Server

CALLER = "+14045550188"


async def step(
    server: Server, digits: str = "", address: str = "/twilio/voice", *, token: str = TOKEN,
    sid: str = "CA1", caller: str = CALLER,
) -> httpx.Response:  # fmt: skip
    fields = {"CallSid": sid, "From": caller, "To": "+14045550100", "CallStatus": "ringing"}
    if digits:
        fields["Digits"] = digits
    signature = RequestValidator(token).compute_signature(f"{PUBLIC_URL}{address}", fields)
    headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
    return await server.client.post(address, data=fields, headers=headers)


def said(response: httpx.Response) -> str:
    return "\n".join(ElementTree.fromstring(response.text).itertext())  # noqa: S314 - our own


def next_address(response: httpx.Response) -> str:
    gather = ElementTree.fromstring(response.text).find("Gather")  # noqa: S314 - our own
    assert gather is not None
    return gather.attrib["action"]


async def test_a_call_is_led_to_a_countys_answer_by_its_keys(server: Server) -> None:
    first = await step(server)
    assert first.headers["content-type"].startswith("text/xml")
    assert "Para español, oprima 2." in said(first)
    second = await step(server, "2", next_address(first))
    assert "código postal" in said(second)
    third = await step(server, "49201", next_address(second))
    assert "Condado de Jackson, Michigan" in said(third)
    assert "24 jul 2026" in said(third)
    fourth = await step(server, "3", next_address(third))
    assert "detainer" in said(fourth)
    assert next_address(fourth).endswith("keys=49201.3")


async def test_a_forged_step_is_refused(server: Server) -> None:
    assert (await step(server, token="0" * 32)).status_code == 403
    address = "/twilio/voice?lang=en&silences=0&keys=49201"
    signed = await step(server, "1", address)
    assert signed.status_code == 200
    headers = {
        "X-Twilio-Signature": signed.request.headers["X-Twilio-Signature"],
        "Content-Type": FORM,
    }
    other = await server.client.post(
        f"{address}.2", content=signed.request.content, headers=headers
    )
    assert other.status_code == 403
    assert (await server.client.get("/twilio/voice")).status_code == 405


async def test_an_address_that_is_none_of_ours_begins_the_call_anew(server: Server) -> None:
    found = await step(server, "1", "/twilio/voice?lang=xx&keys=%3Cscript%3E")
    assert "ZIP code" in said(found)


async def test_over_the_limit_of_a_number_the_line_is_busy(serve: Serve) -> None:
    async with serve(BOT_TEXTS_PER_HOUR="2") as server:
        answers = [await step(server, sid=f"CA{n}") for n in range(4)]
        assert [("<Reject/>" in one.text) for one in answers] == [False, False, True, True]
        assert "<Reject/>" not in (await step(server, sid="CA9", caller="+14045550199")).text
        odd = await step(server, sid="CA7", address="/twilio/voice?from=console")
        assert "<Reject/>" in odd.text, "any address that begins a call is counted"


async def test_nothing_of_a_call_is_kept(server: Server, capsys: object) -> None:
    first = await step(server)
    second = await step(server, "1", next_address(first))
    await step(server, "30301", next_address(second))
    files = [one for one in Path(server.database).parent.iterdir() if one.is_file()]
    assert all(CALLER.encode()[2:] not in one.read_bytes() for one in files)
    text = (await server.client.get("/metrics")).text
    assert re.search(r'^faro_calls_total\{outcome="taken"\} [1-9]', text, re.M)
    assert "30301" not in text
    assert CALLER[2:] not in capsys.readouterr().err  # type: ignore[attr-defined]


async def test_the_path_of_the_next_step_is_our_own(server: Server) -> None:
    assert urlsplit(next_address(await step(server))).path == "/twilio/voice"
