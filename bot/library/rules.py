"""What every text is held to: ``content/rules/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.library.reading import ContentError

FOLDER = "rules"
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
class Rules:
    """``forbidden`` and ``required`` are by language code; ``numbers`` and ``links`` are the only
    ones that may be printed, each with who answers it."""

    forbidden: Mapping[str, tuple[Forbidden, ...]]
    required: Mapping[str, Required]
    emergency_topics: frozenset[str]
    held_topics: frozenset[str]
    numbers: Mapping[str, str]
    links: Mapping[str, str]


def read_rules(content_dir: Path) -> Rules:
    """Read ``content/rules``. Raises :class:`ContentError`, which says what to mend."""
    folder = content_dir / FOLDER
    required, emergency_topics, held_topics = _read(folder / "required.toml", _lines)
    numbers, links = _read(folder / "printable.toml", _printable)
    return Rules(
        forbidden=_read(folder / "forbidden.toml", _forbidden),
        required=required,
        emergency_topics=emergency_topics,
        held_topics=held_topics,
        numbers=numbers,
        links=links,
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


def _lines(
    table: Mapping[str, Any],
) -> tuple[dict[str, Required], frozenset[str], frozenset[str]]:
    topics = {key: frozenset(table[key]) for key in ("emergency_topics", "held_topics")}
    by_language = {code: _required(below) for code, below in table.items() if code not in topics}
    return by_language, topics["emergency_topics"], topics["held_topics"]


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


def _printable(table: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    numbers, links = (
        {one["text"]: f"{one['what']} ({one['source']})" for one in table[key]}
        for key in ("numbers", "links")
    )
    return numbers, links


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.MULTILINE)
