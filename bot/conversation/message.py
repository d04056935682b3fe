"""One incoming text, without its sender: the pure part never learns who asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    SMS = "sms"
    WHATSAPP = "whatsapp"
    WEB = "web"


class CarrierWord(StrEnum):
    """What the carrier says it already did about this text."""

    STOP = "STOP"
    START = "START"
    HELP = "HELP"


@dataclass(frozen=True, slots=True)
class Message:
    """``at`` is when it came, in UTC: the pure part has no clock. ``media`` counts attachments.

    ``choice`` is the payload of a tapped button. ``location`` is (latitude, longitude) in
    degrees. ``hint_state`` is the state of the sender's number: it may only order the choices
    of a question. ``language`` is set where the channel fixes it (``--lang``, a page).
    """

    body: str
    at: datetime
    channel: Channel = Channel.SMS
    media: int = 0
    choice: str = ""
    location: tuple[float, float] | None = None
    hint_state: str = ""
    language: str | None = None
    carrier: CarrierWord | None = None
