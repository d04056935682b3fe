"""How many SMS segments a text costs: GSM-7 while every character is in it, else UCS-2.

Rules: 3GPP TS 23.038 and 23.040 as Twilio bills them. Parts are packed by code unit; what reads
as one character (a pair of units, a letter with its marks, a joined emoji, a flag) is never split
over two parts, as Twilio's own calculator has it. (That one has older tables of Unicode: the two
differ on joiners between characters that nobody joins.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import regex

Encoding = Literal["GSM-7", "UCS-2"]

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Sent as an escape and a second septet: they count two."""

_GSM = GSM_BASIC | GSM_EXTENSION
_GSM_LATIN = bytes(ord(letter) for letter in _GSM if ord(letter) < 256)
_SINGLE = {"GSM-7": 160, "UCS-2": 70}
_PART = {"GSM-7": 153, "UCS-2": 67}
# A line end of two characters is two: Twilio's calculator takes it apart.
_CLUSTER = regex.compile(r"\r|\n|\X")
# Marks, joiners, syllables in pieces, pairs: without any of them each character stands alone.
_JOINING = regex.compile(
    r"[\p{M}\p{Cf}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\udfff]|[^\0-\uffff]"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """``units`` are septets (GSM-7) or UTF-16 code units (UCS-2); ``segments`` is at least 1."""

    encoding: Encoding
    units: int
    segments: int


def measure(text: str) -> Measure:
    """What this text costs as one SMS. Works for any string, also an empty one (1 segment)."""
    encoding: Encoding = "GSM-7" if _is_gsm(text) else "UCS-2"
    pairs = _pairs(text, encoding)
    units = len(text) + pairs
    if units <= _SINGLE[encoding]:
        return Measure(encoding, units, 1)
    # No letter of GSM-7 joins another; for the others each kind of letter is looked at once.
    if not pairs and (encoding == "GSM-7" or not _JOINING.search("".join(set(text)))):
        return Measure(encoding, units, -(-units // _PART[encoding]))
    sizes = map(len, _septets(text)) if encoding == "GSM-7" else map(_units, _CLUSTER.findall(text))
    return Measure(encoding, units, _parts(sizes, _PART[encoding]))


def _is_gsm(text: str) -> bool:
    """Bytes are told apart many times as fast as letters: all that GSM-7 has and people use is
    Latin-1, but for a few Greek capitals and the euro."""
    try:
        return not text.encode("latin-1").translate(None, _GSM_LATIN)
    except UnicodeEncodeError:
        return _GSM.issuperset(text)


def _pairs(text: str, encoding: Encoding) -> int:
    """How many characters count two."""
    if encoding == "GSM-7":
        return sum(text.count(letter) for letter in GSM_EXTENSION if letter in text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)


def _septets(text: str) -> Iterable[str]:
    """Each character as long as what is sent for it."""
    return (f"\x1b{letter}" if letter in GSM_EXTENSION else letter for letter in text)


def _units(cluster: str) -> int:
    return len(cluster.encode("utf-16-le", "surrogatepass")) // 2


def _parts(sizes: Iterable[int], capacity: int) -> int:
    """One that fits into no part has one of its own, however long it is."""
    parts, used = 1, 0
    for size in sizes:
        if used + size > capacity:
            parts, used = parts + 1, 0
        used += size
    return parts
