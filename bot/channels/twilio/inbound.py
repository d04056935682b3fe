"""Twilio's form of one incoming text becomes an :class:`Inbound`.

New fields appear without notice, and none but ``From`` is sure to be there: everything is read
defensively, and what cannot be read counts as absent.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.channels.inbound import Inbound
from bot.channels.limits import MAX_CHARACTERS
from bot.channels.twilio.codes import is_stop_word
from bot.channels.twilio.signature import Fields
from bot.conversation.message import CarrierWord, Channel, Message

WHATSAPP_PREFIX = "whatsapp:"
MOST_MEDIA = 10
DEEPEST_JSON = 6

_TAPPED = ("InteractiveData", "ChannelMetadata")
_CARRIER_WORDS = dict(CarrierWord.__members__)


def read_inbound(fields: Fields, at: datetime) -> Inbound:
    """``at`` is when it came, in UTC. Works for any form, also an empty one."""
    form = dict(reversed(fields))  # of a repeated field the first counts
    on_whatsapp = form.get("From", "").startswith(WHATSAPP_PREFIX)
    channel = Channel.WHATSAPP if on_whatsapp else Channel.SMS
    body = form.get("Body", "") or form.get("ButtonText", "") or form.get("ListTitle", "")
    message = Message(
        body=body[:MAX_CHARACTERS],
        at=at,
        channel=channel,
        media=_media(form),
        choice=_choice(form),
        location=_location(form),
        hint_state="" if on_whatsapp else _state(form),
        carrier=None if on_whatsapp else _carrier_word(form, body),
    )
    return Inbound(
        _address(form, on_whatsapp), _delivery(form), message, carrier_address=form.get("From", "")
    )


def _address(form: Mapping[str, str], on_whatsapp: bool) -> str:
    """A WhatsApp sender may hide the phone number: then ``From`` holds an id of Meta's, as
    ``ExternalUserId`` does. Nobody is known by the shape of an address, only by the whole of it.
    """
    sender = form.get("From", "")
    if on_whatsapp:
        return form.get("ExternalUserId") or sender
    return f"sms:{sender}" if sender else ""


def _delivery(form: Mapping[str, str]) -> str:
    return form.get("MessageSid") or form.get("SmsMessageSid") or form.get("SmsSid") or ""


def _media(form: Mapping[str, str]) -> int:
    count = form.get("NumMedia", "")
    readable = count.isascii() and count.isdigit() and len(count) <= 2
    return min(int(count), MOST_MEDIA) if readable else 0


def _choice(form: Mapping[str, str]) -> str:
    """The payload of a tapped list item or button. Twilio documents only ``ButtonPayload``; the
    other places are where the same has been seen."""
    named = form.get("ListId") or form.get("ButtonPayload")
    if named:
        return named[:MAX_CHARACTERS]
    for name in _TAPPED:
        found = _tapped_id(_json(form[name]), DEEPEST_JSON) if name in form else ""
        if found:
            return found[:MAX_CHARACTERS]
    return ""


def _json(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _tapped_id(value: Any, depth: int) -> str:
    """The ``id`` inside a ``list_reply`` or ``button_reply``, wherever that lies."""
    if not isinstance(value, dict) or depth == 0:
        return ""
    for name, inner in value.items():
        if name in ("list_reply", "button_reply") and isinstance(inner, dict):
            return inner["id"] if isinstance(inner.get("id"), str) else ""
        found = _tapped_id(_json(inner) if isinstance(inner, str) else inner, depth - 1)
        if found:
            return found
    return ""


def _location(form: Mapping[str, str]) -> tuple[float, float] | None:
    if "Latitude" not in form:  # nearly always
        return None
    try:
        latitude, longitude = float(form["Latitude"]), float(form["Longitude"])
    except (KeyError, ValueError):
        return None
    on_earth = math.fabs(latitude) <= 90 and math.fabs(longitude) <= 180
    return (latitude, longitude) if on_earth else None


def _state(form: Mapping[str, str]) -> str:
    """Where the number was given out, which is not where the person is: a hint, no more."""
    state = form.get("FromState", "").strip().upper()
    in_country = form.get("FromCountry", "US") in ("US", "PR", "")
    two_letters = len(state) == 2 and state.isascii() and state.isalpha()
    return state if in_country and two_letters else ""


def _carrier_word(form: Mapping[str, str], body: str) -> CarrierWord | None:
    """What Twilio has already answered. START and HELP without ``OptOutType`` are answered by us
    as well: kinder than Twilio's default. After STOP nothing that we send would arrive."""
    said = _CARRIER_WORDS.get(form.get("OptOutType", "").strip().upper())
    if said is not None:
        return said
    return CarrierWord.STOP if is_stop_word(body) else None
