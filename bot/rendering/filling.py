"""Jinja: texts of ``content/`` take names only and are tied down; lists have templates of ours."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.knowledge import Knowledge
from bot.rendering.lists import filters

_DIRECTORY = Path(__file__).parent / "templates"
LISTS = frozenset(path.stem for path in _DIRECTORY.glob("*.txt"))
"""The blocks that are lists: contacts, choices, agencies, a menu."""

_TEXTS = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
# Plain text messages, never HTML: the web room escapes on its own.


def fill(card: str, facts: Mapping[str, object]) -> str:
    """Put the facts into a card. Raises jinja2's UndefinedError for a name without a fact."""
    whole = _whole(card)
    return _compiled(card).render(facts) if whole is None else whole


@functools.lru_cache(maxsize=4096)
def _whole(card: str) -> str | None:
    """What a card says that takes no fact, as most do; None for one that takes some."""
    return None if "{" in card else _compiled(card).render()


@functools.lru_cache(maxsize=4096)
def _compiled(card: str) -> Template:
    return _ready(_TEXTS.from_string(card))


def _ready(template: Template) -> Template:
    """Its globals as a plain dictionary: Jinja copies them for each answer, and its own chain of
    maps takes longer to copy than most of our texts to fill."""
    template.globals = dict(template.globals)
    return template


def list_template(name: str, code: str, knowledge: Knowledge) -> Template | None:
    """The template of a list in a language, or None where ``name`` is a text of ``content/``."""
    return _list(name, code, knowledge) if name in LISTS else None


@functools.lru_cache(maxsize=128)
def _list(name: str, code: str, knowledge: Knowledge) -> Template:
    return _ready(_environment(knowledge, code).get_template(f"{name}.txt"))


@functools.lru_cache(maxsize=64)
def _environment(knowledge: Knowledge, code: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_DIRECTORY),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text messages, as above
        auto_reload=False,  # they travel with the program: no look at the disk for each answer
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalog = knowledge.catalogs[code]
    environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(filters(code, knowledge))
    return environment
