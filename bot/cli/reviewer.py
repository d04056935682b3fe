"""Who decides, as it is written into the records: a name on one line."""

from __future__ import annotations

import unicodedata

import typer

_BREAKING = frozenset({"Cc", "Zl", "Zp", "Cs"})
"""Unicode's categories of line breaks, control characters, and bytes that are no letters."""


def reviewer_named(name: str, option: str = "--reviewer") -> str:
    """The name without blanks around it. An empty or broken one is wrong usage."""
    if not name.strip():
        raise typer.BadParameter("give the name of the person who decides", param_hint=option)
    if any(unicodedata.category(letter) in _BREAKING for letter in name):
        raise typer.BadParameter(
            f"{name!r} holds a line break or a control character: give a name on one line",
            param_hint=option,
        )
    return name.strip()
