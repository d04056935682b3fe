"""Texts in the writing of a language that the line does not have: Hindi, Amharic, Urdu, Japanese.

Urdu, Persian, Pashto and Kurdish are written in Arabic letters, Japanese with Chinese signs: an
answer in Arabic or Chinese would look right and not be understood.
"""

from __future__ import annotations

from collections.abc import Container

from bot.conversation.ear import script_of

LEAST = 3
"""Letters: one or two are an ornament, or a の for 的."""

NOT_ARABIC = frozenset("ٹڈڑںےہھټډړښڼۍېکیژەێۆڕڵ")
"""Letters of the Arabic script that Arabic does not write. چ, گ and پ are not among them: Iraqis
write those."""

LEAST_WORDS = 2
"""With such a letter: a keyboard may slip once."""

_EVERYWHERE = frozenset({"", "LATIN"})


def is_foreign(text: str, ours: Container[str]) -> bool:
    """Whether ``text`` is in a script that is not among ``ours`` (as Unicode names them)."""
    if text.isascii():
        return False
    scripts = (script_of(letter) for letter in text if not letter.isascii())
    foreign = sum(1 for script in scripts if script not in _EVERYWHERE and script not in ours)
    return foreign >= LEAST or _is_no_arabic(text)


def _is_no_arabic(text: str) -> bool:
    marked = sum(1 for word in text.split() if not NOT_ARABIC.isdisjoint(word))
    return marked >= LEAST_WORDS or marked == len(text.split())
