"""What each channel can carry. Numbers: Twilio's limits on message bodies."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.message import Channel
from bot.rendering.limits import Limits

MAX_CHARACTERS = 1600
"""Twilio refuses a longer body on every channel (errors 21617, 21658, 14103)."""

MAX_MESSAGES = 10
"""Twilio takes at most ten <Message> for one inbound message (error 14109)."""

# Carriers deliver short texts best, so by SMS the help and the menu follow in a second one.
# WhatsApp bills each message: there, and on the web, one is best.
LIMITS: Mapping[Channel, Limits] = {
    Channel.SMS: Limits(MAX_CHARACTERS, MAX_MESSAGES, {"GSM-7": 3, "UCS-2": 6}),
    Channel.WHATSAPP: Limits(MAX_CHARACTERS, MAX_MESSAGES, {}),
    Channel.WEB: Limits(MAX_CHARACTERS, MAX_MESSAGES, {}),
}
