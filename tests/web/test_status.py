"""Twilio's reports are counted once each, and the counts lead to nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx
from twilio.request_validator import RequestValidator

from tests.web.conftest import FORM, PUBLIC_URL, TOKEN, Serve, Server

PERSON = "+14045550177"


async def report(server: Server, fields: Mapping[str, str], token: str = TOKEN) -> httpx.Response:
    path = "/twilio/status"
    signature = RequestValidator(token).compute_signature(f"{PUBLIC_URL}{path}", dict(fields))
    headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
    return await server.client.post(path, data=dict(fields), headers=headers)


def undelivered(sid: str, code: str) -> dict[str, str]:
    status = {"MessageStatus": "undelivered", "ErrorCode": code}
    return {"MessageSid": sid, "To": PERSON, "From": "+14045550100", **status}


async def counted(server: Server, name: str) -> float:
    text = (await server.client.get("/metrics")).text
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.M)
    return float(found[1]) if found else 0.0


async def test_a_report_is_taken_and_counted_once_however_often_it_comes(server: Server) -> None:
    name = 'faro_deliveries_total{cause="carrier",code="30007",status="undelivered"}'
    before = await counted(server, name)
    for _ in range(3):
        assert (await report(server, undelivered("SM77", "30007"))).status_code == 204
    assert await counted(server, name) == before + 1


async def test_a_forged_report_is_refused(server: Server) -> None:
    fields = undelivered("SM78", "30007")
    assert (await report(server, fields, token="0" * 32)).status_code == 403
    assert (await server.client.post("/twilio/status", data=fields)).status_code == 403
    assert (await server.client.get("/twilio/status")).status_code == 405


async def test_a_code_that_only_an_operator_can_mend_is_said_in_the_log_without_a_person(
    serve: Serve, capsys: object
) -> None:
    async with serve() as server:
        await report(server, undelivered("SM79", "30034"))
        name = 'faro_deliveries_total{cause="operator",code="30034",status="undelivered"}'
        assert await counted(server, name) >= 1
    err = capsys.readouterr().err  # type: ignore[attr-defined]
    assert "nobody gets answers" in err
    assert PERSON[2:] not in err


async def test_made_up_statuses_and_codes_make_no_new_lines(server: Server) -> None:
    for number in range(50):
        fields = {"MessageSid": f"SM8{number}", "MessageStatus": f"x{number}"}
        fields["ErrorCode"] = str(990_000 + number)
        await report(server, fields)
    text = (await server.client.get("/metrics")).text
    assert '"990' not in text
    assert text.count('status="other"') <= 4


async def test_sms_is_counted_by_segments_and_whatsapp_by_messages(server: Server) -> None:
    sms, whatsapp = (f'faro_segments_total{{channel="{name}"}}' for name in ("sms", "whatsapp"))
    before = await counted(server, sms), await counted(server, whatsapp)
    await server.sms("jackson mi", sender="+14045550178")
    await server.sms("jackson mi", From="whatsapp:+14045550178")
    sent = await counted(server, sms) - before[0], await counted(server, whatsapp) - before[1]
    assert sent[0] > 2
    assert sent[1] == 1


async def test_the_counts_hold_no_number_place_language_or_topic(server: Server) -> None:
    await server.sms("condado de Jackson Michigan", sender=PERSON)
    await server.sms("detainer", sender=PERSON)
    text = (await server.client.get("/metrics")).text
    ours = [line for line in text.splitlines() if "faro_" in line and not line.startswith("#")]
    names = set(re.findall(r'(\w+)="', "\n".join(ours)))
    assert names <= {"channel", "outcome", "reason", "status", "cause", "code", "le"}
    assert not re.search(r"jackson|26075|detainer|michigan|4045550177", text, re.I)
    assert await counted(server, "faro_roster_age_days") > 0
