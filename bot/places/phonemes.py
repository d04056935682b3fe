"""What a name sounds like, whatever script it is written in, and how far two sounds are apart.

A name in Cyrillic, Arabic, Korean or Chinese letters is put into Latin ones by anyascii, then both
it and the English names are brought to one rough alphabet: S for "sh", C for "ch", J for "dj".
Scripts leave out or change different letters (Arabic its short vowels, Korean f and v, Chinese
most ends of syllables), so that letters of one kind are near one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from bot.places.slips import NOWHERE

_ENGLISH = (
    ("hts\n", "|\n"), ("spgs\n", "springs\n"), ("jct\n", "junction\n"),
    ("tch", "C"), ("sch", "sk"), ("ch", "C"), ("sh", "S"), ("ph", "f"), ("ough", "o"),
    ("augh", "o"), ("eigh", "e"), ("igh", "ai"), ("gh", "g"), ("th", "T"), ("ck", "k"),
    ("qu", "kw"), ("q", "k"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"),
    ("dge", "J"), ("dg", "J"), ("ge\n", "J\n"), ("geo", "Jo"), ("j", "J"), ("kn", "n"),
    ("wr", "r"), ("wh", "w"), ("tion", "Sn"), ("sion", "Sn"), ("ay", "e"), ("ai", "e"),
    ("ey", "i"), ("ee", "i"), ("ea", "i"), ("oo", "u"), ("ou", "au"), ("own\n", "aun\n"),
    ("owa", "o0a"), ("ow", "o"), ("aw", "o"), ("0", "w"), ("ew", "yu"), ("eau", "o"),
    ("y", "i"), ("e\n", "\n"), ("|", "haits"),
)  # fmt: skip
_CYRILLIC = (
    ("dzh", "J"), ("zh", "J"), ("shch", "S"), ("sh", "S"), ("ch", "C"), ("kh", "h"), ("ts", "c"),
    ("ue", "we"), ("ui", "wi"), ("ua", "wa"), ("uo", "wo"), ("gv", "gw"), ("'", ""), ("j", "J"),
)  # fmt: skip
_KOREAN = (
    ("yeo", "yo"), ("eo", "o"), ("eu", "@"), ("ae", "e"), ("oe", "e"), ("ch", "C"), ("j", "J"),
)  # fmt: skip
_ARABIC = (
    ("tsh", "C"), ("sh", "S"), ("kh", "h"), ("gh", "g"), ("th", "T"), ("dh", "d"), ("dj", "J"),
    ("j", "J"), ("q", "k"), ("'", ""), ("`", "a"),
)  # fmt: skip
_CHINESE = (
    ("zh", "J"), ("ch", "C"), ("sh", "S"), ("x", "S"), ("j", "J"), ("q", "C"), ("ng", "n"),
    ("uo", "o"), ("ao", "o"), ("ou", "o"), ("ai", "e"), ("ei", "e"), ("iu", "yu"),
)  # fmt: skip
# Syllables that stand for something else in foreign names than they sound like in Chinese.
_SYLLABLES = {
    "si": "s", "te": "t", "ke": "k", "de": "d", "ge": "g", "le": "l", "fu": "f", "bu": "b",
    "pu": "p", "mu": "m", "shi": "s", "er": "r", "ci": "ts", "zi": "ts", "ze": "z", "dun": "ton",
    "jia": "ka", "ji": "gi", "jin": "kin", "xi": "si", "xia": "ha", "xin": "sin", "qi": "Ci",
    "fei": "fi", "wei": "wi", "hua": "wa", "wan": "van", "wen": "ven", "long": "lon",
    "xiu": "hyu", "yue": "yo", "you": "yu", "zhu": "Ju", "zhan": "Jan", "zha": "Ja",
    "shan": "San", "sheng": "sen", "meng": "mon", "kun": "kwin", "gui": "gwi", "gua": "gwa",
    "kui": "kwi", "kua": "kwa", "niu": "nyu", "tang": "tom", "lei": "re", "qiao": "Jo",
    "mai": "mai", "kai": "kai", "lai": "lai", "tai": "tai", "nai": "nai", "hai": "hai",
    "er\n": "r",
}  # fmt: skip
# Letters that are translated, not written by ear: 北 is North.
_TRANSLATED = {
    "堡": "burg", "镇": "taun", "鎮": "taun", "公园": "park", "公園": "park", "海滩": "biC",
    "海灘": "biC", "北": "norT", "南": "sauT", "东": "ist", "東": "ist", "新": "nyu", "湖": "lek",
    "泉": "sprin", "港": "harbor", "圣": "san", "聖": "san", "山": "mount", "河": "river",
}  # fmt: skip
# Letters that a script has not, and what it writes for them.
_LACKING = {
    "hangul": str.maketrans("fvrzT", "pblJs"),
    "arabic": str.maketrans("pvTwy", "bftui"),
    "han": str.maketrans("vT", "ws"),
    "cyrillic": str.maketrans("w", "v"),
}
_SILENT_R = re.compile(r"r(?![aeiouy])")
_RULES = {"cyrillic": _CYRILLIC, "hangul": _KOREAN, "arabic": _ARABIC}
_CONSONANTS = "bcdfghjklmnpqrstvwxzSCJT"
# Letters that a script may write one for another.
_KINDS = ("bvpfw", "dtT", "gkhJ", "szSCJcT", "lr", "mn")
_VOWELS = frozenset("aeiouy")
_GLIDES = frozenset("wy")
VOWEL, GLIDE, KIND, OTHER = 0.25, 0.4, 0.35, 1.1
# A vowel, or one of the letters that scripts leave out, too many or too few.
SOFT, MUTE, HARD = 0.35, 0.5, 1.0
UNWRITTEN = 0.2  # Arabic writes no short vowels
UNHEARD = 0.1  # Korean parts consonants by a vowel (@) that is none
_SKELETON = str.maketrans(
    {letter: str(n) for n, kind in reversed([*enumerate(_KINDS)]) for letter in kind}
    | dict.fromkeys("aeiouyhw@")
)


def english(names: str) -> str:
    """The sounds of English names, one a line (keys of :func:`bot.places.fold.key`)."""
    return _single(_replaced(names + "\n", _ENGLISH))[:-1]


def foreign(word: str, script: str) -> str:
    """The sound of a name in another script (see :func:`bot.places.script.script_of`).

    >>> foreign("페어팩스", "hangul")
    'peopegs'
    """
    from anyascii import anyascii  # read when a name in another script is met for the first time

    if script == "han":
        for letters, meant in _TRANSLATED.items():
            word = word.replace(letters, meant)
        said = (w if w.isascii() else anyascii(w).lower() for w in word)
        sound = "".join(_SYLLABLES.get(s) or _replaced(s, _CHINESE) for s in said)
    else:
        sound = _replaced(anyascii(word).lower(), _RULES.get(script, ()))
    return fitted(sound, script)


def fitted(sounds: str, script: str) -> str:
    """Sounds with the letters that a script has not as it writes them: Korean b for v, and no
    r but before a vowel."""
    if script == "hangul":
        sounds = _SILENT_R.sub("", sounds)
    return _single(sounds.translate(_LACKING.get(script, {})))


def skeleton(sound: str) -> str:
    """The kinds of its consonants, for a first rough look."""
    return _single(sound.translate(_SKELETON), "012345")


def apart(said: str, meant: str, *, vowels: bool = True, most: float = NOWHERE) -> float:
    """How far two sounds are apart; ``vowels`` False where the script leaves them out;
    ``NOWHERE``, not reckoned to its end, where it is sure to be more than ``most``."""
    soft = SOFT if vowels else UNWRITTEN
    missed = [_lost(letter, soft) for letter in meant]
    row = [0.0, *accumulate(missed)]
    for letter in said:
        row = _next_row(letter, meant, missed, row)
        if min(row) > most:
            return NOWHERE
    return row[-1]


def _next_row(
    a: str, meant: str, missed: Sequence[float], before: Sequence[float]
) -> list[float]:  # fmt: skip
    """What the letters said cost, ``a`` the last, against each beginning of what is meant."""
    too_many, changed = _lost(a, SOFT), _changed(a)
    cost = before[0] + too_many
    row = [cost]
    for j, b in enumerate(meant):
        left = cost + missed[j]
        cost = before[j] + changed[b]
        cost = min(cost, left)
        cost = min(cost, before[j + 1] + too_many)
        row.append(cost)
    return row


def _replaced(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    for old, new in rules:
        text = text.replace(old, new)
    return text


def _single(text: str, letters: str = _CONSONANTS) -> str:
    for letter in letters:
        text = text.replace(letter * 2, letter)
    return text


class _Changed(dict[str, float]):
    """What it costs to write another letter for ``a``, reckoned when it is met."""

    def __init__(self, a: str) -> None:
        super().__init__({a: 0.0})
        self.a = a

    def __missing__(self, b: str) -> float:
        self[b] = _cost(self.a, b)
        return self[b]


_changed = cache(_Changed)


def _cost(a: str, b: str) -> float:
    if a == "@" or b == "@":
        return UNHEARD if a in _VOWELS or b in _VOWELS else OTHER
    if a in _VOWELS and b in _VOWELS:
        return VOWEL
    if (a in _VOWELS and b in _GLIDES) or (b in _VOWELS and a in _GLIDES):
        return GLIDE
    return KIND if any(a in kind and b in kind for kind in _KINDS) else OTHER


@cache
def _lost(letter: str, soft: float) -> float:
    if letter == "@":
        return UNHEARD
    return soft if letter in _VOWELS else MUTE if letter in "hrw" else HARD
