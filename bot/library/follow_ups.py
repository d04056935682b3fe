"""How people ask on behind an answer: ``content/follow_ups/<language>.txt``.

"How long" names no topic: it asks about what was just read. Under ``[detainer -> detainer 3]``
stand the short questions to which, behind a card about detainers, the third one is the answer;
before the arrow ``county`` is the answer about a county, ``any`` that about any topic; ``next``
behind it is the topic's next card.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bot.library.questions import parse_questions, read_by_language

FOLLOW_UPS = "follow_ups"
COUNTY, ANY = "county", "any"

_HEADING = re.compile(r"(\S+) -> (\S+?)(?: ([1-9]))?")


class Target(NamedTuple):
    """A topic and the number of its card, counted from 1."""

    topic: str
    card: int


NEXT = Target("next", 1)

FollowUps = Mapping[str, Mapping[Target, tuple[str, ...]]]
"""By what was read, then by what answers: the questions, as they are written."""


def follow_ups(asked: FollowUps) -> tuple[str, ...]:
    """All questions of one language, whatever they are asked behind."""
    return tuple({one: None for by in asked.values() for said in by.values() for one in said})


def parse_follow_ups(text: str) -> FollowUps:
    """Raises :class:`ValueError`, which says what to mend, for a heading without an arrow."""
    found: dict[str, dict[Target, tuple[str, ...]]] = {}
    for heading, asked in parse_questions(text).items():
        parts = _HEADING.fullmatch(heading)
        if parts is None:
            raise ValueError(f"[{heading}]: write [what was read -> topic and number of its card]")
        behind = found.setdefault(parts[1], {})
        behind[Target(parts[2], int(parts[3] or 1))] = asked
    return found


def read_follow_ups(
    content_dir: Path, languages: Collection[str], cards: Mapping[str, int], problems: list[str]
) -> dict[str, FollowUps]:
    """The file of each language that has one; ``cards`` counts those of each topic. What is wrong
    goes to ``problems``."""
    look = partial(_strangers, cards=cards)
    return read_by_language(content_dir / FOLLOW_UPS, parse_follow_ups, look, languages, problems)


def _strangers(place: str, found: FollowUps, cards: Mapping[str, int]) -> Iterator[str]:
    for behind, targets in found.items():
        if behind not in (COUNTY, ANY, *cards):
            yield f"{place}: [{behind} -> ...]: name a folder in topics/, or write county or any"
        for topic, card in targets:
            if (topic, card) == NEXT and behind != COUNTY:
                continue
            if card > cards.get(topic, 0):
                yield f"{place}: [{behind} -> {topic} {card}]: there is no such card"
