"""The words that Twilio answers by itself on SMS, by its published lists."""

from __future__ import annotations

STOP_WORDS = frozenset(
    {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"}
)
"""Exact single words in any case. Twilio confirms, then blocks what we send to that number."""


def is_stop_word(body: str) -> bool:
    return body.strip().upper() in STOP_WORDS
