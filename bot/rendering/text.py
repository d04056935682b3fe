"""A finished text, as it is sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One message body with its price: ``encoding`` is GSM-7 or UCS-2, ``segments`` at least 1."""

    text: str
    encoding: str
    segments: int
