"""What a channel can carry, as the rendering needs to know it; the numbers are in channels/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``max_characters`` of one message and ``max_messages`` of one reply.

    ``whole_up_to`` is the number of segments, by encoding, up to which the parts that may follow
    stay in the same message; above it they get one of their own. Empty: always the same message.
    """

    max_characters: int
    max_messages: int
    whole_up_to: Mapping[str, int]
