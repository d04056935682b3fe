"""How many years of school a text asks for, by published formulas. English and Spanish only: for
the other languages no formula is settled, there the length of sentences is what is held.

English: Flesch-Kincaid grade (Kincaid and others, 1975). Spanish: Crawford (1989), made from the
readers of primary schools; it says the school year too, and is valid up to the sixth.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.language import SOURCE_LANGUAGE
from bot.library.carrying import PLACEHOLDER
from bot.library.finding import Finding
from bot.library.wording import LINK, sentences, words

HIGHEST_GRADE = 6.0

# A fact, an address and a number are read as one plain word.
_FACT, _ADDRESS = {"en": "July", "es": "julio"}, {"en": "website", "es": "sitio"}

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^tdaeiouy]ed|[^sxzcghaeiouy]es)$")
_NOT_A_LETTER = re.compile(r"[^a-záéíóúüñ]")
# Spanish joins an unaccented i or u with the vowel beside it; two strong vowels stay apart. The u
# of que, qui, gue, gui is not said.
_MUTE_U = re.compile(r"(?<=[qg])u(?=[eiéí])")
_NUCLEUS = re.compile(r"[iuü]?[aeoáéó][iuüy]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuü]+|y(?![a-z])")


def english_syllables(word: str) -> int:
    """The larger of two counts: hyphenation leaves some breaks out, vowel groups join others."""
    spoken = _letters(word)
    groups = len(_VOWELS.findall(spoken)) - bool(_SILENT_END.search(spoken))
    return max(1, groups, len(_hyphens("en_US").positions(spoken)) + 1)


def spanish_syllables(word: str) -> int:
    """The larger of two counts, as in English."""
    spoken = _letters(word)
    nuclei = len(_NUCLEUS.findall(_MUTE_U.sub("", spoken)))
    return max(1, nuclei, len(_hyphens("es").positions(spoken)) + 1)


def _flesch_kincaid(said: int, parts: int, syllables: int) -> float:
    return 0.39 * said / parts + 11.8 * syllables / said - 15.59


def _crawford(said: int, parts: int, syllables: int) -> float:
    return -0.205 * 100 * parts / said + 0.049 * 100 * syllables / said - 3.407


_FORMULAS: Mapping[str, tuple[Callable[[str], int], Callable[[int, int, int], float]]] = {
    "en": (english_syllables, _flesch_kincaid),
    "es": (spanish_syllables, _crawford),
}
"""By language: how syllables are counted, and the school year out of the numbers of words,
sentences and syllables."""


def grade(cards: Iterable[str], language: str = SOURCE_LANGUAGE) -> float | None:
    """The school year that these cards together ask for; None where no formula is settled."""
    if language not in _FORMULAS:
        return None
    count, formula = _FORMULAS[language]
    fact, address = _FACT[language], _ADDRESS[language]
    said = [LINK.sub(address, PLACEHOLDER.sub(fact, card)) for card in cards]
    parts = [sentence for card in said for sentence in sentences(card)]
    spoken = [word for sentence in parts for word in words(sentence)]
    if not spoken:
        return None
    return formula(len(spoken), len(parts), sum(count(word) for word in spoken))


def too_hard(deck: Sequence[str], language: str) -> Iterator[Finding]:
    """The whole deck, and its first card alone: often the only one that is read."""
    whole = [("the text", deck, 0)] if len(deck) > 1 else []
    for name, cards, number in (*whole, ("this card", deck[:1], 1)):
        level = grade(cards, language)
        if level is not None and level > HIGHEST_GRADE:
            yield Finding(
                f"{name} reads at grade {level:.1f}, at most {HIGHEST_GRADE:.0f}; "
                "use shorter words and sentences",
                number,
            )


def _letters(word: str) -> str:
    return _NOT_A_LETTER.sub("", word.lower())


@functools.cache
def _hyphens(name: str) -> Any:
    import pyphen  # reads its dictionary for 30 ms: only the check and the preview need it

    return pyphen.Pyphen(lang=name, left=2, right=2)
