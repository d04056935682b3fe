"""What a topic and an answer are: a folder of ``content/``, one text a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Deck = tuple[str, ...]
"""The cards of one text in one language, folded; at least one."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text has its facts from, and the day on which a person read it there.

    ``url`` is empty for a source without a public address (a section of a code, a paper).
    """

    title: str
    url: str
    read: date


@dataclass(frozen=True, slots=True)
class Topic:
    """An explanation: ``content/topics/<name>/``.

    ``order`` is its place in menus; ``labels`` its name there by language code; ``words`` what
    people text for it, by language code, as written in the file; ``placeholders`` the names that
    its cards may take; ``related`` the topics offered after the last card; ``review_by`` the day
    by which a lawyer should read it again; ``decks`` its cards by language code.
    """

    name: str
    order: int
    labels: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    placeholders: tuple[str, ...]
    related: tuple[str, ...]
    review_by: date
    sources: tuple[Source, ...]
    decks: Mapping[str, Deck]


@dataclass(frozen=True, slots=True)
class Answer:
    """A short sentence around a fact: ``content/answers/<name>/``."""

    name: str
    placeholders: tuple[str, ...]
    sources: tuple[Source, ...]
    decks: Mapping[str, Deck]
