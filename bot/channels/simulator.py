"""The phone on the page: a text typed there becomes a message of the chosen channel."""

from __future__ import annotations

from datetime import datetime

from bot.channels.limits import MAX_CHARACTERS
from bot.channels.twilio.codes import is_stop_word
from bot.conversation.message import CarrierWord, Channel, Message

CHANNELS = (Channel.SMS, Channel.WHATSAPP)
"""What the page offers; the first where it says nothing sensible."""


def read_channel(name: str) -> Channel:
    return next((channel for channel in CHANNELS if channel.value == name), CHANNELS[0])


def read_message(body: str, channel: Channel, at: datetime) -> Message:
    """As a phone would send it: no longer than a carrier takes, STOP by SMS with its answer."""
    stopped = channel is Channel.SMS and is_stop_word(body)
    return Message(
        body=body[:MAX_CHARACTERS],
        at=at,
        channel=channel,
        carrier=CarrierWord.STOP if stopped else None,
    )
