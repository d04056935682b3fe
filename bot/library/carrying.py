"""Checks of what a text costs to carry, and of the places it leaves for facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.library.finding import Finding
from bot.library.rules import Required

PLACEHOLDER = re.compile(r"\{\{ ([a-z][a-z_]*) \}\}")
TEMPLATE_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")

MOST_SEGMENTS: Mapping[str, int] = {"GSM-7": 2, "UCS-2": 4}
"""Of one card with the line that offers MORE (docs/rules.md, style 6)."""

SAMPLES: Mapping[str, str] = {
    "list_address": "ice.gov/identify-and-arrest/287g",
    "organization": "Community Legal Aid Network",
    "contact_url": "https://www.legalaidnetwork.org",
    "hours": "24",
}
"""What stands for a placeholder while a card is measured; the list's date is by language."""


class Price(Protocol):
    """What a text costs, as ``bot.rendering.segments.measure`` says it."""

    @property
    def encoding(self) -> str: ...
    @property
    def units(self) -> int: ...
    @property
    def segments(self) -> int: ...


Measure = Callable[[str], Price]


def used_placeholders(deck: Sequence[str]) -> frozenset[str]:
    """The names between ``{{ }}`` in these cards."""
    return frozenset(PLACEHOLDER.findall("\n".join(deck)))


def wrong_placeholders(
    deck: Sequence[str], english: Sequence[str], allowed: Sequence[str]
) -> Iterator[Finding]:
    """Only ``{{ name }}`` of the folder's list, and the same in every language.

    With those taken out, not one mark of the template language may be left: so no card can hold
    a condition, a filter, a call or an attribute, and what is left is plain text to it.
    """
    for number, card in enumerate(deck, start=1):
        mark = TEMPLATE_MARK.search(PLACEHOLDER.sub("", card))
        if mark:
            what = f"{mark[0]} may only stand as {{{{ name }}}}, in small letters"
            yield Finding(what, number, mark[0])
    for name in sorted(used_placeholders(deck) - set(allowed)):
        what = f"{{{{ {name} }}}} is not in the list placeholders; add it there or take it out"
        yield Finding(what, quote=f"{{{{ {name} }}}}")
    for name in sorted(set(allowed) - used_placeholders(english)):
        yield Finding(f"placeholders lists {name}, which no English card uses; take it out")
    if used_placeholders(deck) != used_placeholders(english):
        yield Finding("the places {{ … }} differ from the English text; use the same ones")


def sample(card: str, required: Required) -> str:
    """The card with a long but real value in each place, to be measured or looked at."""
    samples = {**SAMPLES, "list_date": required.list_date}
    return PLACEHOLDER.sub(lambda found: samples.get(found[1], found[1]), card)


def as_sent(deck: Sequence[str], required: Required) -> tuple[str, ...]:
    """The texts of a topic as they go out: all but the last offer MORE."""
    filled = [sample(card, required) for card in deck]
    return (*(f"{card}\n{required.more}" for card in filled[:-1]), *filled[-1:])


def too_dear(deck: Sequence[str], required: Required, measure: Measure) -> Iterator[Finding]:
    """Cards of a topic that cost more than the budget of their encoding."""
    for number, text in enumerate(as_sent(deck, required), start=1):
        price = measure(text)
        most = MOST_SEGMENTS[price.encoding]
        if price.segments > most:
            what = (
                f"{price.units} units of {price.encoding} are {price.segments} "
                f"segments, at most {most}; cut it or part it with a line ---"
            )
            yield Finding(what, number)
