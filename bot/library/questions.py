"""How people ask, in their own words: ``content/questions/<language>.txt``.

One text a line, under a line ``[topic]`` with the name of what it asks about; under ``[none]``
texts that ask for nothing of ours. Nothing has to match them: the line learns from them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

QUESTIONS = "questions"
NONE = "none"

Questions = Mapping[str, tuple[str, ...]]
"""Texts by the name of their topic, as they are written."""

_HEADING = re.compile(r"\[(.*)\]")


def parse_questions(text: str) -> dict[str, tuple[str, ...]]:
    """Empty lines and those that begin with ``#`` are left out. Raises :class:`ValueError`, which
    says what to mend, for a text before the first heading."""
    found: dict[str, list[str]] = {}
    under: list[str] | None = None
    for line in filter(None, map(str.strip, text.splitlines())):
        heading = _HEADING.fullmatch(line)
        if heading:
            under = found.setdefault(heading[1].strip(), [])
        elif line.startswith("#"):
            continue
        elif under is None:
            raise ValueError(f'"{line}" stands before the first [topic]; write one above it')
        else:
            under.append(line)
    return {topic: tuple(asked) for topic, asked in found.items()}


def read_questions(
    content_dir: Path, languages: Collection[str], topics: Collection[str], problems: list[str]
) -> dict[str, Questions]:
    """The file of each language that has one; what is wrong goes to ``problems``."""
    read: dict[str, Questions] = {}
    for path in sorted((content_dir / QUESTIONS).glob("*.txt")):
        place = f"{QUESTIONS}/{path.name}"
        try:
            read[path.stem] = parse_questions(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            problems.append(f"{place}: {error}")
            continue
        problems += _strangers(place, path.stem, languages, read[path.stem], topics)
    return read


def _strangers(
    place: str, code: str, languages: Collection[str], asked: Questions, topics: Collection[str]
) -> Iterator[str]:
    if code not in languages:
        yield f"{place}: add the language {code} to languages.toml"
    for name in asked:
        if name != NONE and name not in topics:
            yield f"{place}: [{name}] is no topic; write the name of a folder in topics/, or none"
