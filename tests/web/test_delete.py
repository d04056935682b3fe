"""DELETE forgets here, has the carrier forget, and says only what is so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import outbox
from bot.channels.twilio.rest import Copies, Credentials
from bot.knowledge import Holder, Knowledge
from bot.store import outbox as table
from bot.store.database import open_database
from bot.store.secret_key import key_file
from tests.carrier import ACCOUNT, running_carrier
from tests.web.conftest import Serve, Server

PERSON, LINE = "+14045550123", "+14045550100"
LOGIN = {
    "TWILIO_ACCOUNT_SID": ACCOUNT,
    "TWILIO_API_KEY_SID": "SK" + "0" * 32,
    "TWILIO_API_KEY_SECRET": "the secret of the key",
}
AFTER = timedelta(hours=1)


@pytest.fixture
async def asking(serve: Serve, knowledge: Knowledge) -> AsyncIterator[Server]:
    line = replace(knowledge.line, forgets_at_carrier=True)
    async with serve(
        Holder(replace(knowledge, line=line)), **LOGIN, TWILIO_API_URL="http://127.0.0.1:9"
    ) as server:
        yield server


async def test_with_a_login_it_says_that_the_carrier_is_asked_and_the_carrier_is(
    asking: Server,
) -> None:
    said = (await asking.sms("delete", sender=PERSON)).text
    assert "ask Twilio" in said
    again = open_database(
        f"sqlite:///{asking.database}", [key_file(asking.database).read_text().strip()]
    )
    with running_carrier() as carrier:
        carrier.kept = {"SM1": (PERSON, LINE), "SM2": (LINE, PERSON)}
        copies = Copies(Credentials(ACCOUNT, ACCOUNT, "token", carrier.url))
        assert await outbox.settle(again, copies, datetime.now(UTC) + AFTER) == 1
        assert carrier.kept == {}
    await again.close()


async def test_without_a_login_it_promises_nothing_about_the_carrier(server: Server) -> None:
    said = (await server.sms("delete", sender=PERSON)).text
    assert "Twilio" not in said
    assert "forgot this conversation" in said


async def test_where_the_errand_cannot_be_kept_the_answer_does_not_claim_it(
    asking: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_arguments: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(table, "owe", broken)
    said = (await asking.sms("delete", sender=PERSON)).text
    assert "Twilio" not in said
    assert "forgot this conversation" in said


async def test_a_repeated_delivery_owes_nothing_twice(asking: Server) -> None:
    form = {"MessageSid": "SM" + "7" * 32, "From": PERSON, "Body": "DELETE"}
    first = await asking.twilio(form)
    assert (await asking.twilio(form)).text == first.text
    again = open_database(
        f"sqlite:///{asking.database}", [key_file(asking.database).read_text().strip()]
    )
    assert len(await table.claim(again, datetime.now(UTC) + AFTER)) == 1
    await again.close()
