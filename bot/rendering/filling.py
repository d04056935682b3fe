"""Texts of ``content/`` take facts by their names, nothing else; lists are Jinja templates."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.knowledge import Knowledge
from bot.library.carrying import PLACEHOLDER, TEMPLATE_MARK
from bot.rendering.lists import filters

_DIRECTORY = Path(__file__).parent / "templates"
LISTS = frozenset(path.stem for path in _DIRECTORY.glob("*.txt"))
"""The blocks that are lists: contacts, choices, agencies, a menu."""


def fill(card: str, facts: Mapping[str, object]) -> str:
    """Put the facts into a card. Raises :class:`KeyError` for a name without a fact, and
    :class:`ValueError` for a card that asks for more than names."""
    if "{" not in card:
        return card  # as most are
    said = [*_parted(card)]
    said[1::2] = [str(facts[name]) for name in said[1::2]]
    return "".join(said)


@functools.lru_cache(maxsize=4096)
def _parted(card: str) -> tuple[str, ...]:
    """Plain text and names of facts, in turn."""
    parts = PLACEHOLDER.split(card)
    if any(map(TEMPLATE_MARK.search, parts[::2])):
        raise ValueError("a card may take facts by their names only; run `bot content check`")
    return tuple(parts)


def list_template(name: str, code: str, knowledge: Knowledge) -> Template | None:
    """The template of a list in a language, or None where ``name`` is a text of ``content/``."""
    return _list(name, code, knowledge) if name in LISTS else None


@functools.lru_cache(maxsize=128)
def _list(name: str, code: str, knowledge: Knowledge) -> Template:
    template = _environment(knowledge, code).get_template(f"{name}.txt")
    # Jinja copies them for each answer, and its own chain of maps takes long to copy.
    template.globals = dict(template.globals)
    return template


@functools.lru_cache(maxsize=64)
def _environment(knowledge: Knowledge, code: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_DIRECTORY),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text messages: the web room escapes on its own
        auto_reload=False,  # they travel with the program: no look at the disk for each answer
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalog = knowledge.catalogs[code]
    environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(filters(code, knowledge))
    return environment
