"""What every text is held to: ``content/rules/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from bot.library.reading import ContentError

FOLDER = "rules"
_LISTS = ("emergency_topics", "held_topics", "ungraded")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Wording that no text carries; ``why`` says which rule it breaks and what to write."""

    pattern: re.Pattern[str]
    why: str


@dataclass(frozen=True, slots=True)
class Required:
    """What texts of one language carry; the entries are explained in ``required.toml``.

    ``sentence`` is the most words that a sentence may have, 0 for no limit.
    """

    legal: tuple[str, ...]
    emergency: tuple[str, ...]
    silence: re.Pattern[str]
    exceptions: tuple[re.Pattern[str], ...]
    opening: re.Pattern[str]
    invitation: re.Pattern[str]
    more: str
    list_date: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters that a language may write although they double the price of a text (GSM-7 has them
    not), and why. ``script`` ("CJK", "ARABIC"), the first word of its Unicode names, stands for all
    letters of one script."""

    letters: frozenset[str] = frozenset()
    script: str = ""
    reason: str = ""


PLAIN = Letters()
"""A language that writes with plain letters only."""


@dataclass(frozen=True, slots=True)
class Rules:
    """``forbidden`` and ``required`` are by language code; ``numbers`` and ``links`` are the only
    ones that may be printed, each with who answers it."""

    forbidden: Mapping[str, tuple[Forbidden, ...]]
    required: Mapping[str, Required]
    emergency_topics: frozenset[str]
    held_topics: frozenset[str]
    numbers: Mapping[str, str]
    links: Mapping[str, str]
    letters: Mapping[str, Letters] = field(default_factory=dict)
    ungraded: frozenset[str] = frozenset()


def read_rules(content_dir: Path) -> Rules:
    """Read ``content/rules``. Raises :class:`ContentError`, which says what to mend."""
    folder = content_dir / FOLDER
    required, names = _read(folder / "required.toml", _lines)
    numbers, links = _read(folder / "printable.toml", _printable)
    return Rules(
        forbidden=_read(folder / "forbidden.toml", _forbidden),
        required=required,
        emergency_topics=names["emergency_topics"],
        held_topics=names["held_topics"],
        ungraded=names["ungraded"],
        numbers=numbers,
        links=links,
        letters=_read(folder / "letters.toml", _letters),
    )


def _read(path: Path, make: Callable[[dict[str, Any]], T]) -> T:
    place = f"{FOLDER}/{path.name}"
    try:
        return make(tomllib.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        raise ContentError([f"{place}: an entry lacks {error}; compare it with another"]) from error
    except (OSError, ValueError, TypeError, re.error) as error:
        raise ContentError([f"{place}: cannot be used: {error}"]) from error


def _forbidden(table: Mapping[str, Any]) -> dict[str, tuple[Forbidden, ...]]:
    return {
        code: tuple(Forbidden(_pattern(one["pattern"]), str(one["why"])) for one in entries)
        for code, entries in table.items()
    }


def _lines(table: Mapping[str, Any]) -> tuple[dict[str, Required], dict[str, frozenset[str]]]:
    """The blocks of the languages, and the lists of texts before them."""
    names = {key: frozenset(table[key]) for key in _LISTS}
    by_language = {code: _required(below) for code, below in table.items() if code not in names}
    return by_language, names


def _required(table: Mapping[str, Any]) -> Required:
    return Required(
        legal=tuple(table["legal"]),
        emergency=tuple(table["emergency"]),
        silence=_pattern(table["silence"]),
        exceptions=tuple(_pattern(one) for one in table["exceptions"]),
        opening=_pattern(table["opening"]),
        invitation=re.compile(table["invitation"]),
        more=str(table["more"]),
        list_date=str(table["list_date"]),
        sentence=int(table.get("sentence", 0)),
    )


def _letters(table: Mapping[str, Any]) -> dict[str, Letters]:
    return {
        code: Letters(
            frozenset(below.get("letters", "")), str(below.get("script", "")), str(below["reason"])
        )
        for code, below in table.items()
    }


def _printable(table: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    numbers, links = (
        {one["text"]: f"{one['what']} ({one['source']})" for one in table[key]}
        for key in ("numbers", "links")
    )
    return numbers, links


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.MULTILINE)
