"""How every command begins: settings read once, knowledge built from them."""

from __future__ import annotations

import typer

from bot.knowledge import Knowledge, read_knowledge
from bot.settings import read_settings


def start_knowledge() -> Knowledge:
    """Read the settings and all knowledge; a file that cannot be used ends with its remedy."""
    try:
        settings = read_settings()
        return read_knowledge(settings.content_dir, settings.locales_dir, settings.line())
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


_UNDERSTOOD = {"pt": "pt-BR", "zh": "zh-Hans", "tl": "fil"}
"""Shorter codes that people write."""


def known_language(code: str | None, knowledge: Knowledge) -> str | None:
    """The offered language of a code, None for None. Wrong usage ends with the list."""
    if code is None:
        return None
    found = _UNDERSTOOD.get(code, code)
    if found in knowledge.catalogs:
        return found
    offered = ", ".join(knowledge.catalogs)
    raise typer.BadParameter(f"{code!r} is not offered here. Offered: {offered}")
