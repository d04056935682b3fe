"""One text as a channel delivered it: the message, and who sent it, which only the shell knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.conversation.message import Message


@dataclass(frozen=True, slots=True)
class Inbound:
    """``address`` finds the sender's conversation (``sms:+1…``, ``whatsapp:…``), ``""`` where the
    carrier named none; ``delivery`` is the carrier's id of this text, the same when it delivers
    again, ``""`` where it gave none. ``carrier_address`` is the sender as the carrier's own records
    have it, needed only to have its copies deleted. Nothing of it can be printed by accident.
    """

    address: str = field(repr=False)
    delivery: str = field(repr=False)
    message: Message = field(repr=False)
    carrier_address: str = field(default="", repr=False)
