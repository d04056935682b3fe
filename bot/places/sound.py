"""How a name sounds, roughly, whoever writes it: "Sinsinati" and "Cincinnati" become one.

The rules fold together what Spanish, Haitian, Portuguese, Vietnamese and French ears write for
American names (f for ph, s for c and z, h for j and soft g, single for doubled letters). They are
plain replacements in a fixed order, so that all names can be treated in one pass.
"""

from __future__ import annotations

import re

# First consonants, then vowels, then ends of words (marked by a line feed), then doubles.
_CONSONANTS = (
    ("x", "ks"), ("tch", "ch"), ("sch", "sk"), ("ch", "x"), ("sh", "x"), ("ph", "f"),
    ("ough", "o"), ("eigh", "i"), ("igh", "i"), ("gh", "g"), ("th", "t"), ("ck", "k"),
    ("qu", "k"), ("q", "k"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("z", "s"),
    ("oua", "wa"), ("gua", "wa"), ("hua", "wa"), ("hue", "we"),
    ("ge", "he"), ("gi", "hi"), ("gue", "ge"), ("gui", "gi"), ("gw", "g"), ("j", "h"),
    ("kn", "n"), ("wr", "r"), ("wh", "w"), ("v", "b"), ("mb", "nb"), ("mp", "np"), ("y", "i"),
    ("h", ""),
)  # fmt: skip
_VOWELS = (
    ("oe\n", "o\n"),
    ("eau", "o"), ("au", "o"), ("aw", "o"), ("ew", "u"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ea", "i"), ("ei", "i"),
    ("ie", "i"), ("oe", "e"), ("ai", "i"),
)  # fmt: skip
_ENDS = (("e\n", "\n"), ("ld\n", "l\n"), ("nd\n", "n\n"), ("s\n", "\n"))
_DOUBLES = tuple((letter * 2, letter) for letter in "abcdefghijklmnopqrstuvwxyz")
# Spanish ears write "gu", "hu" or "u" for an English w, and "y" or "ll" for its j.
_SPANISH = (
    ("niu", "new"), ("nue", "new"), ("guo", "wo"), ("gue", "we"), ("gui", "wi"), ("gua", "wa"),
    ("guu", "woo"), ("hui", "wi"), ("hue", "we"), ("hua", "wa"), ("ll", "j"), ("y", "j"),
)  # fmt: skip

# "Escot", "Espokan": no Spanish word begins with s and another consonant.
_HARD_G = re.compile("^g(?=[ei])")
_ES = re.compile("^es(?=[bcdfgklmnpqt])")


def sound(key: str) -> str:
    """The sound of one key (see :func:`bot.places.fold.key`)."""
    return sounds(key)


def ears(key: str) -> list[str]:
    """The sounds that one who wrote ``key`` may have heard: as it stands, by Spanish ears, and
    with a hard g at its beginning ("Geinsvil")."""
    spanish = _ES.sub("s", key)
    for old, new in _SPANISH:
        spanish = spanish.replace(old, new)
    hard = _HARD_G.sub("gw", key)
    return list(dict.fromkeys((sounds(key), sounds(spanish), sounds(hard))))


def sounds(keys: str) -> str:
    """The sounds of many keys, one a line, in the same order."""
    text = keys + "\n"
    for old, new in (*_CONSONANTS, *_VOWELS, *_DOUBLES, *_ENDS):
        text = text.replace(old, new)
    return text[:-1]
