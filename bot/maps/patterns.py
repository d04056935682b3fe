"""How each kind of answer looks: a colour and a pattern, so that colour is never the only sign.

Colours are classes: a page's stylesheet gives them, for light and for dark. A drawing refers to a
pattern by an attribute, because browsers disagree on what ``url(#…)`` means in a stylesheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.maps.answer import Answer

TILE = 8
"""Units of a pattern's side."""

_INK: Mapping[Answer, str] = {
    Answer.JAIL: "",
    Answer.SHERIFF: "M-2 6L6-2M2 10L10 2",
    Answer.STREET: "M0 2h8M0 6h8",
    Answer.OTHER: "M1 1h2v2h-2zM5 5h2v2h-2z",
    Answer.CHANGED: "M2 0v8M6 0v8",
    Answer.NONE: "",
}


def fill(answer: Answer) -> str:
    """The attribute of an area with this answer."""
    return f'fill="url(#map-{answer})"'


def definitions() -> str:
    """The patterns; once on a page is enough, and again does no harm."""
    return f"<defs>{''.join(_pattern(answer) for answer in Answer)}</defs>"


def _pattern(answer: Answer) -> str:
    ground = f'<path class="map-{answer}" d="M0 0h{TILE}v{TILE}H0z"/>'
    ink = _INK[answer]
    lines = f'<path class="map-ink-{answer}" d="{ink}"/>' if ink else ""
    return (
        f'<pattern id="map-{answer}" width="{TILE}" height="{TILE}" '
        f'patternUnits="userSpaceOnUse">{ground}{lines}</pattern>'
    )
