"""How people ask, in their own words: ``content/questions/<language>.txt``.

One text a line, under a line ``[topic]`` with the name of what it asks about; under ``[topic 5]``
texts to which the fifth card of that topic is the first thing to say; under ``[none]`` texts that
ask for nothing of ours. Nothing has to match them: the line learns from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")

QUESTIONS = "questions"
NONE = "none"

Questions = Mapping[str, tuple[str, ...]]
"""Texts by the name of their topic, as they are written."""

_HEADING = re.compile(r"\[(.*)\]")
_OPENING = re.compile(r"(.+) ([2-9])")


def parse_questions(text: str) -> Questions:
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


def opening_of(heading: str) -> tuple[str, int]:
    """The topic that a heading names, and the number of its card, 1 where it names none."""
    opening = _OPENING.fullmatch(heading)
    return (opening[1], int(opening[2])) if opening else (heading, 1)


def asked_about(questions: Questions, topic: str) -> tuple[str, ...]:
    """All texts that ask about a topic, whichever of its cards answers them first."""
    listed = (asked for heading, asked in questions.items() if opening_of(heading)[0] == topic)
    return tuple(text for asked in listed for text in asked)


def openings(questions: Questions, topic: str) -> dict[int, tuple[str, ...]]:
    """The texts that one of a topic's later cards answers first, by the number of the card."""
    found = {}
    for heading, asked in questions.items():
        name, card = opening_of(heading)
        if name == topic and card > 1:
            found[card] = asked
    return found


def read_questions(
    content_dir: Path, languages: Collection[str], cards: Mapping[str, int], problems: list[str]
) -> dict[str, Questions]:
    """The file of each language that has one; ``cards`` counts those of each topic. What is wrong
    goes to ``problems``."""
    look = partial(_strangers, cards=cards)
    return read_by_language(content_dir / QUESTIONS, parse_questions, look, languages, problems)


def read_by_language(
    folder: Path,
    parse: Callable[[str], Read],
    look: Callable[[str, Read], Iterable[str]],
    languages: Collection[str],
    problems: list[str],
) -> dict[str, Read]:
    """What ``parse`` makes of the file of each language in ``folder`` (it raises
    :class:`ValueError` for what it cannot read), and what ``look`` finds wrong with it."""
    read: dict[str, Read] = {}
    for path in sorted(folder.glob("*.txt")):
        place = f"{folder.name}/{path.name}"
        try:
            read[path.stem] = parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            problems.append(f"{place}: {error}")
            continue
        if path.stem not in languages:
            problems.append(f"{place}: add the language {path.stem} to languages.toml")
        problems += look(place, read[path.stem])
    return read


def _strangers(place: str, asked: Questions, cards: Mapping[str, int]) -> Iterator[str]:
    for heading in asked:
        name, card = opening_of(heading)
        if heading != NONE and name not in cards:
            yield f"{place}: [{name}] is no topic; write the name of a folder in topics/, or none"
        elif card > cards.get(name, card):
            yield f"{place}: [{heading}]: {name} has {cards[name]} cards; name one of them"
