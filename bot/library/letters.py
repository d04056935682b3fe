"""Letters that change the price of a text.

A text message is carried by GSM-7 (160 letters a segment) until one single character outside it
stands anywhere in the text: then every character takes twice the room. So such a character needs
a written reason, language by language (``content/rules/letters.toml``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from bot.library.carrying import Measure
from bot.library.finding import Finding
from bot.library.rules import Letters

_PLAIN = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "·": "-", "\u00a0": "a space",
    "\u2009": "a space", "\u202f": "a space", "\u200b": "nothing", "\u00ad": "nothing",
    "\t": "a space",
}  # fmt: skip
"""What to write instead of the marks that word processors and telephones put in by themselves."""


def dear_letters(
    deck: Sequence[str], reasons: Letters, measure: Measure, usd_a_segment: float
) -> Iterator[Finding]:
    """Characters outside GSM-7 without a written reason, each with what the text costs with and
    without it. Where the reasoned letters alone take the text out of GSM-7 (Chinese, Arabic, the
    accents of Spanish), a stray one costs nothing more and is let be."""
    for number, card in enumerate(deck, start=1):
        strays = {
            one for one in set(card) if not _has_reason(one, reasons) and _is_dear(one, measure)
        }
        without = "".join(_plain(one) if one in strays else one for one in card)
        dear, cheap = measure(card), measure(without)
        if not strays or cheap.encoding == dear.encoding:
            continue
        names = ", ".join(f"{_name(one)}: write {_remedy(one)}" for one in sorted(strays))
        price, less = dear.segments * usd_a_segment, cheap.segments * usd_a_segment
        yield Finding(
            f"{names}. With it the text costs {price:.4f} USD instead of {less:.4f} "
            f"({dear.segments} segments of {dear.encoding} instead of {cheap.segments}); "
            "or give the reason in rules/letters.toml",
            number,
            next(one for one in card if one in strays),
        )


def _has_reason(letter: str, reasons: Letters) -> bool:
    if letter in reasons.letters:
        return True
    return bool(reasons.script) and unicodedata.name(letter, "").startswith(reasons.script)


def _is_dear(letter: str, measure: Measure) -> bool:
    return measure(letter).encoding != "GSM-7"


def _plain(letter: str) -> str:
    written = _PLAIN.get(letter, "x")
    return {"a space": " ", "nothing": ""}.get(written, written)


def _remedy(letter: str) -> str:
    return _PLAIN.get(letter, "it with plain letters")


def _name(letter: str) -> str:
    name = unicodedata.name(letter, "a control character").lower()
    shown = f"{letter} " if letter.isprintable() and not letter.isspace() else ""
    return f"{shown}(U+{ord(letter):04X}, {name})"
