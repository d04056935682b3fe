"""Twilio's word on what became of an answer: how many arrived, and what stands in the way.

Of whose answer it was nothing is read. Twilio reports as well as it can, in any order and
sometimes twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.channels.twilio.signature import Fields

STATUSES = frozenset(
    {
        "accepted", "scheduled", "queued", "sending", "sent", "delivered", "undelivered", "failed",
        "read", "partially_delivered", "canceled", "receiving", "received",
    }
)  # fmt: skip
"""Twilio's published list; anything else counts as ``other``."""


class Cause(StrEnum):
    """Who can do something about an answer that did not arrive."""

    NONE = ""
    PERSON = "person"
    """Opted out, phone off, landline, no such user: nothing of ours to mend."""
    CARRIER = "carrier"
    """Filtered, over a rate or a daily cap: watch it, slow down, register better."""
    OPERATOR = "operator"
    """Registration, credentials, a missing sender: nobody gets answers until it is mended."""
    OURS = "ours"
    """A message that we made wrongly."""
    OTHER = "other"


_PERSON = (
    *(21211, 21408, 21610, 21612, 21614, 30003, 30004, 30005, 30006, 30450),
    *(63003, 63014, 63015, 63024),
)
_CARRIER = (14107, 20429, 21611, 30001, 30007, 30008, 30022, 30023, 30036, 30039, 63018)
_OPERATOR = (11200, 20003, 21703, 21704, 30032, 30033, 30034)
_OURS = (
    *(12100, 12300, 14103, 21617, 21655, 21656, 21658, 57012),
    *(63013, 63016, 63021, 63027, 63028),
)
_CAUSE_OF = {
    **dict.fromkeys(_PERSON, Cause.PERSON),
    **dict.fromkeys(_CARRIER, Cause.CARRIER),
    **dict.fromkeys(_OPERATOR, Cause.OPERATOR),
    **dict.fromkeys(_OURS, Cause.OURS),
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """``id`` tells two reports of one message apart from two messages, and goes no further than
    the counter. ``code`` is Twilio's error, 0 for none."""

    id: str = field(repr=False)
    status: str
    code: int
    cause: Cause


def read_delivery(fields: Fields) -> Delivery:
    """Works for any form, also an empty one."""
    form = dict(reversed(fields))
    said = form.get("MessageStatus") or form.get("SmsStatus") or ""
    status = said if said in STATUSES else "other"
    given = form.get("ErrorCode", "")
    code = int(given) if given.isascii() and given.isdigit() and len(given) <= 6 else 0
    sid = form.get("MessageSid") or form.get("SmsSid") or ""
    return Delivery(f"{sid} {status}", status, code, cause_of(code))


def cause_of(code: int) -> Cause:
    return Cause.NONE if code == 0 else _CAUSE_OF.get(code, Cause.OTHER)
