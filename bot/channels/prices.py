"""What an answer costs the organisation that runs the line, in US dollars, before carrier fees and
tax. Twilio's published prices as reported in October and November 2026; look before you budget."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.conversation.message import Channel
from bot.rendering.text import Text

SMS_SEGMENT = Decimal("0.0083")
"""Each segment, each way."""

WHATSAPP_MESSAGE = Decimal("0.005")
"""Each message, each way. WhatsApp's own fee comes on top and differs by country."""


def price(channel: Channel, texts: Sequence[Text]) -> Decimal:
    """The price of sending ``texts``; the text that asked for them is not in it."""
    if channel is Channel.WHATSAPP:
        return WHATSAPP_MESSAGE * len(texts)
    return SMS_SEGMENT * sum(text.segments for text in texts)
