"""Arabic as it sounds: the consonants of a word, the same in its own script and in Latin letters
with digits ("ibni amrikani" and "ابني امريكاني" both are "bn mrkn"), as they are typed on phones
without an Arabic keyboard. Vowels are written in one script and not in the other, and letters that
dialects exchange count as one.
"""

from __future__ import annotations

import re
from itertools import pairwise

_ONE_SOUND = str.maketrans(
    {
        **dict.fromkeys("بپ", "b"),
        **dict.fromkeys("تطث", "t"),
        **dict.fromkeys("جگ", "j"),
        **dict.fromkeys("حه", "h"),
        **dict.fromkeys("دض", "d"),
        **dict.fromkeys("ذزظ", "z"),
        **dict.fromkeys("سص", "s"),
        **dict.fromkeys("فڤ", "f"),
        **dict.fromkeys("قك", "k"),
        **dict.fromkeys("اأإآىويئؤءة", None),
        "ر": "r",
        "خ": "x",
        "ش": "c",
        "ع": "3",
        "غ": "8",
        "ل": "l",
        "م": "m",
        "ن": "n",
    }
)
_TWO_LETTERS = {"kh": "x", "gh": "8", "sh": "c", "ch": "c", "th": "t", "dh": "z"}
_TWO = re.compile("|".join(_TWO_LETTERS))
_LATIN = str.maketrans(
    {
        **dict.fromkeys("aeiouwy2'", None),
        **dict.fromkeys("q9", "k"),
        "5": "x",
        "6": "t",
        "7": "h",
        "g": "j",
        "p": "b",
        "v": "f",
    }
)
_TWICE = re.compile(r"(.)\1+")
_HAS_ARABIC = re.compile("[\u0600-\u06ff]")


def consonants(word: str) -> str:
    """ "" where nothing of it is left but vowels."""
    if _HAS_ARABIC.search(word):
        bare = word.removeprefix("ال").translate(_ONE_SOUND)
    else:
        two = _TWO.sub(lambda found: _TWO_LETTERS[found[0]], word)
        bare = two.translate(_LATIN)
    # The end of a feminine word is written in one script as "h", in the other as a vowel.
    return _TWICE.sub(r"\1", bare).removesuffix("h")


def sounds(folded: str) -> set[str]:
    """The words of a text as they sound, and their pairs, each marked as a sound; a single
    consonant stands in too many."""
    heard = [one for one in map(consonants, folded.split()) if len(one) > 1]
    return {*(f"~{one} " for one in heard), *(f"~{one} {next_}" for one, next_ in pairwise(heard))}
