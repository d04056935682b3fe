"""How many SMS segments a text costs: GSM-7 while every character is in it, else UCS-2.

Rules: 3GPP TS 23.038 and 23.040 as Twilio bills them. Parts are packed by code unit; a pair (an
extension character, a surrogate pair) is never split over two parts. Unlike Twilio's calculator
a longer grapheme cluster (a letter with a combining mark, a joined emoji) may be split: the two
differ only where such a cluster straddles a boundary.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Encoding = Literal["GSM-7", "UCS-2"]

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Sent as an escape and a second septet: they count two."""

_GSM = GSM_BASIC | GSM_EXTENSION
_SINGLE = {"GSM-7": 160, "UCS-2": 70}
_PART = {"GSM-7": 153, "UCS-2": 67}
_LAST_ONE_UNIT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Measure:
    """``units`` are septets (GSM-7) or UTF-16 code units (UCS-2); ``segments`` is at least 1."""

    encoding: Encoding
    units: int
    segments: int


def measure(text: str) -> Measure:
    """What this text costs as one SMS. Works for any string, also an empty one (1 segment)."""
    encoding: Encoding = "UCS-2" if set(text) - _GSM else "GSM-7"
    pairs = _pairs(text, encoding)
    units = len(text) + pairs
    if units <= _SINGLE[encoding]:
        return Measure(encoding, units, 1)
    if not pairs:  # nothing that a boundary could split
        return Measure(encoding, units, -(-units // _PART[encoding]))
    sizes = (_size(character, encoding) for character in text)
    return Measure(encoding, units, _parts(sizes, _PART[encoding]))


def _pairs(text: str, encoding: Encoding) -> int:
    """How many characters count two."""
    if encoding == "GSM-7":
        return sum(map(text.count, GSM_EXTENSION))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)


def offenders(text: str) -> tuple[str, ...]:
    """The characters that force UCS-2, each once, in the order in which they first appear."""
    return tuple(
        character
        for character in dict.fromkeys(text)
        if character not in GSM_BASIC and character not in GSM_EXTENSION
    )


def _size(character: str, encoding: Encoding) -> int:
    if encoding == "GSM-7":
        return 2 if character in GSM_EXTENSION else 1
    return 2 if ord(character) > _LAST_ONE_UNIT else 1


def _parts(sizes: Iterable[int], capacity: int) -> int:
    parts, used = 1, 0
    for size in sizes:
        if used + size > capacity:
            parts, used = parts + 1, 0
        used += size
    return parts
