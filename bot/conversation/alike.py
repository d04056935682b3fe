"""Words that count as one when a topic is looked for: kin ("husband", "nephew"), short spellings
("q", "que"), a young age. The groups are ``kin`` and ``alike`` in ``content/words/<lang>.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from bot.places.fold import fold
from bot.words import Words

YOUNG = range(10, 18)
"""Ages at which a minor is arrested: such numbers are alike. A smaller one is a child's who was
left behind, or months of a pregnancy."""

_YOUNG = "16"
_KIN = "kin"
_HANGUL = re.compile(r"^[\uac00-\ud7af]+$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST_PARTICLE = 2


@dataclass(frozen=True, slots=True)
class Alike:
    """``one_for`` maps a folded word to the word that stands for its group. ``doubtful`` ones are
    kin only behind one of ``own`` ("my son", but Spanish "son malos")."""

    one_for: Mapping[str, str]
    unspaced: re.Pattern[str] | None
    doubtful: Set[str] = frozenset()
    own: Set[str] = frozenset()

    def plain(self, folded: str) -> str:
        """The folded text with one word for each group."""
        text = folded
        if self.unspaced is not None and not text.isascii() and _HAN.search(text):
            text = self.unspaced.sub(lambda found: self.one_for[found[0]], text)
        said = text.split()
        return " ".join(
            word
            if word in self.doubtful and (place == 0 or said[place - 1] not in self.own)
            else self._one(word)
            for place, word in enumerate(said)
        )

    def _one(self, word: str) -> str:
        if word.isdecimal():
            return _YOUNG if int(word) in YOUNG else word
        known = self.one_for.get(word)
        if known is None and not word.isascii() and _HANGUL.match(word):
            known = self._stem(word)
        return known or word

    def _stem(self, word: str) -> str | None:
        """Korean writes its particles onto the word."""
        for size in range(1, _LONGEST_PARTICLE + 1):
            if word[:-size] in self.one_for:
                return self.one_for[word[:-size]]
        return None


def read_alike(
    kin: Iterable[str],
    groups: Iterable[str],
    doubtful: Set[str] = frozenset(),
    own: Set[str] = frozenset(),
) -> Alike:
    """``kin`` of all languages are one group; each of the ``groups`` is a line of words. Groups
    that share a word are one ("que q", "ko q", "không ko"): a text is in one language, and its
    words must not fall apart because another language has one of them too."""
    one_for = {fold(word): _KIN for word in kin}
    for group in groups:
        words = [fold(word) for word in group.split()]
        old = {one_for[word] for word in words if word in one_for} - {_KIN}
        one = min(old, default=words[0])
        one_for.update({word: one for word, stands in one_for.items() if stands in old})
        for word in words:
            one_for.setdefault(word, one)
    han = sorted((word for word in one_for if _HAN.search(word)), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, han))) if han else None
    return Alike(one_for, pattern, doubtful, own)


@lru_cache(maxsize=8)
def alike_in(words: Words) -> Alike:
    """What counts as one in all languages."""
    return read_alike(words.kin, words.alike, words.doubtful, words.own)


NOTHING_ALIKE = Alike({}, None)
