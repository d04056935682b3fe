"""The line itself, as its texts name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Who runs this line and how, as its texts say it. Empty ``organization``: not set.

    ``text_number`` is the number that people text, in E.164; empty where there is none yet.
    ``session_hours`` is how long a conversation is remembered; from ``stale_days`` on the list is
    called old; ``send_unreviewed`` says whether a translation nobody fluent has read is sent;
    ``forgets_at_carrier`` whether DELETE also asks the carrier to delete its copies.
    """

    organization: str = ""
    contact_url: str = ""
    text_number: str = ""
    session_hours: int = 24
    stale_days: int = 30
    send_unreviewed: bool = True
    forgets_at_carrier: bool = False
