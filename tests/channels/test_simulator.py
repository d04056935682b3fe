from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.channels.prices import price
from bot.channels.simulator import read_channel, read_message
from bot.conversation.message import CarrierWord, Channel
from bot.rendering.text import Text

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "channel"),
    [("sms", Channel.SMS), ("whatsapp", Channel.WHATSAPP), ("web", Channel.SMS), ("", Channel.SMS)],
)
def test_the_page_chooses_between_sms_and_whatsapp(name: str, channel: Channel) -> None:
    assert read_channel(name) is channel


def test_stop_by_sms_is_the_carriers_and_by_whatsapp_ours() -> None:
    assert read_message("stop", Channel.SMS, AT).carrier is CarrierWord.STOP
    assert read_message("stop", Channel.WHATSAPP, AT).carrier is None


def test_sms_is_paid_by_the_segment_and_whatsapp_by_the_message() -> None:
    texts = [Text("a", "GSM-7", 2), Text("b", "UCS-2", 1)]
    assert price(Channel.SMS, texts) == Decimal("0.0249")
    assert price(Channel.WHATSAPP, texts) == Decimal("0.010")
    assert price(Channel.SMS, []) == 0
