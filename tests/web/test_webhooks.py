"""A text that Twilio brings gets one proper answer."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot import inbox
from bot.channels.plain import SORRY, TOO_MANY
from bot.conversation.message import Channel, Message
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from tests.web.answers import SMS, messages, rows

if TYPE_CHECKING:
    from tests.web.conftest import Serve, Server


def asked(body: str, channel: Channel, knowledge: Knowledge) -> list[str]:
    """What ``bot ask`` would answer."""
    reply = inbox.decide(Message(body, datetime.now(UTC), channel), BLANK, knowledge)
    return [text.text for text in reply.texts]


@pytest.mark.parametrize(
    "body",
    ["jackson mi", "arrestaron a mi esposo en el condado de Jackson Michigan", "Washington County"],
)
async def test_a_signed_request_gets_the_answer_that_the_terminal_gives(
    server: Server, knowledge: Knowledge, body: str
) -> None:
    assert messages(await server.sms(body)) == asked(body, Channel.SMS, knowledge)


async def test_a_whatsapp_sender_without_a_number_has_a_conversation(
    server: Server, knowledge: Knowledge
) -> None:
    sender = {"From": "whatsapp:US.2", "ExternalUserId": "whatsapp:US.2"}
    first = await server.sms("Washington County", **sender)
    assert messages(first) == asked("Washington County", Channel.WHATSAPP, knowledge)
    second = messages(await server.sms("1", **sender))
    assert second
    assert second != asked("1", Channel.WHATSAPP, knowledge)


async def test_a_repeated_delivery_gets_the_same_answer_and_changes_nothing(
    server: Server,
) -> None:
    await server.sms("Washington County")
    choice = {**SMS, "MessageSid": "SM-choice", "Body": "2"}
    first = await server.twilio(choice)
    kept = rows(server)
    again = await server.twilio(choice)
    assert first.content == again.content
    assert rows(server) == kept
    assert len(kept) == 1


@pytest.mark.parametrize("missing", ["TWILIO_AUTH_TOKEN", "BOT_PUBLIC_URL"])
async def test_without_its_settings_the_route_is_off_and_says_why_in_the_log(
    serve: Serve, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with serve(**{missing: "" if missing == "TWILIO_AUTH_TOKEN" else None}) as server:
        assert (await server.twilio(SMS)).status_code == 503
        assert (await server.client.get("/")).status_code == 200
    assert missing in capsys.readouterr().err


async def test_what_the_carrier_has_answered_gets_an_empty_response(server: Server) -> None:
    assert messages(await server.sms("STOP")) == []
    assert messages(await server.sms("ALTO", OptOutType="STOP")) == []


async def test_help_and_start_by_sms_are_answered_by_us(server: Server) -> None:
    assert messages(await server.sms("HELP"))
    assert messages(await server.sms("START"))


async def test_a_sender_over_the_limit_hears_it_once(serve: Serve) -> None:
    async with serve(BOT_TEXTS_PER_HOUR=2) as server:
        answers = [messages(await server.sms("hm")) for _ in range(4)]
    assert answers[0]
    assert len(answers[2]) == 1
    assert "911" in answers[2][0]
    assert answers[3] == []


async def test_whatever_breaks_the_person_is_answered(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("bot.web.webhooks.read_inbound", fail)
    assert messages(await server.twilio(SMS)) == [SORRY.text]


def random_body(dice: random.Random) -> str:
    alphabets = (
        "abcdefghijklmnopqrstuvwxyz ",
        "0123456789 ",
        "áéíóúñ¿¡ üß",
        "\x00\x01\x0b\x1b\n\r\t<>&\"' ",
        "🗼😀👩‍👧 \ufe0f\u202e\u0000",
        "监狱监狱 법원 суд محكمة",
        "jackson mi cook county il 48201 bail abogado ice",
    )
    alphabet = dice.choice(alphabets)
    return "".join(dice.choice(alphabet) for _ in range(dice.randrange(0, 200)))


async def test_a_thousand_random_bodies_get_a_thousand_proper_replies(serve: Serve) -> None:
    dice = random.Random(287)
    # Much of it means nothing and gets the same reply, which to one sender would be a loop.
    async with serve(BOT_SAME_TEXT_LIMIT=100_000) as server:
        for number in range(1000):
            sender = f"+1404555{number % 40:04}"
            texts = messages(await server.sms(random_body(dice), sender, NumMedia=str(number % 3)))
            assert texts, number
            assert SORRY.text not in texts
            assert TOO_MANY.text not in texts
            assert all(0 < len(text) <= 1600 for text in texts)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_only_a_post_is_a_message(server: Server, method: str) -> None:
    assert (await server.client.request(method, "/twilio/messages")).status_code == 405


@pytest.mark.parametrize(
    "bodies",
    [
        ("condado de jackson michigan", "1", "abogado"),
        ("washington county", "virginia", "menu"),
        ("what is a detainer", "more", "more"),
        ("jackson mi", "stop", "stop"),
        ("condado de cobb georgia", "borrar", "hola"),
    ],
)
async def test_each_delivery_that_comes_again_gets_the_answer_that_it_had(
    server: Server, bodies: tuple[str, ...]
) -> None:
    """Whatever was said after it, and though no word of the answer was kept."""
    forms = [{**SMS, "MessageSid": f"SM{n:032x}", "Body": b} for n, b in enumerate(bodies)]
    for form in forms:
        assert (await server.twilio(form)).text == (await server.twilio(form)).text


async def test_a_plain_word_at_the_limit_is_the_same_when_it_comes_again(serve: Serve) -> None:
    async with serve(BOT_TEXTS_PER_HOUR=1) as server:
        await server.sms("condado de cobb georgia", sender=str(SMS["From"]))
        over = {**SMS, "MessageSid": "SM" + "e" * 32, "Body": "abogado"}
        assert (await server.twilio(over)).text == (await server.twilio(over)).text
