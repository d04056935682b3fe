"""Texts for when no other text can be made: they need no content file, no session, no language.

English, then Spanish; only letters of GSM-7, so that each is as short as it can be.
"""

from __future__ import annotations

from bot.rendering.text import Text

SORRY = Text(
    "Sorry, we could not answer. Please text the county and state again. "
    "This line cannot send help: in danger, call 911.\n"
    "No pudimos responder. Por favor mande otra vez el condado y el estado. "
    "Si hay peligro, llame al 911.",
    encoding="GSM-7",
    segments=2,
)
"""Something broke while the answer was made."""

TOO_MANY = Text(
    "We got many texts from this number and will not answer more for now. "
    "Please try again in one hour. In danger, call 911.\n"
    "Recibimos muchos mensajes suyos y por ahora no respondemos. "
    "Intente otra vez en una hora. Si hay peligro, llame al 911.",
    encoding="GSM-7",
    segments=2,
)
"""The sender is over the limit; said once, then silence until the hour ends."""
