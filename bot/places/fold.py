"""One spelling for all the ways of typing a text: case, accents, punctuation, spaces.

Every table of this room is keyed by the folded form, so a person in capitals, without accents,
or with a comma too many finds the same place. Other rooms use it for topic words.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose, yet people type without their stroke; and the Arabic
# letters that are written one for the other.
_LETTERS = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "þ": "th", "&": " and ", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه",
    "ک": "ك", "ی": "ي", "ـ": None,
}  # fmt: skip
# An apostrophe joins (O'Brien, Prince George's, Hawaiʻi); any other mark parts.
_APOSTROPHES = dict.fromkeys("'’‘`ʻʼʹ′", None)
_ACUTE = "´"
"""An apostrophe as well, which Unicode takes apart into a space and a mark."""
_DOTTED = re.compile(r"(?<![^\W_])([a-z])\.(?=[a-z](?![a-z]))")
_NOT_WORD = re.compile(r"[\W_]+")
# Chinese and Korean write no spaces around a name in Latin letters.
_EAST = r"\u4e00-\u9fff\uac00-\ud7a3"
_SEAM = re.compile(rf"(?<=[a-z0-9])(?=[{_EAST}])|(?<=[{_EAST}])(?=[a-z0-9])")


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; any script.

    >>> fold("  SAN   JOSÉ, Calif. ")
    'san jose calif'
    >>> fold("Prince George's, D.C.")
    'prince georges dc'
    >>> fold("在Jackson县")
    '在 jackson 县'
    """
    if not text.isascii():
        text = _SEAM.sub(" ", _plain(text))
    elif text.isalnum():  # one plain word, as most names and many texts are
        return text.lower()
    else:
        text = text.lower().replace("'", "").replace("`", "").replace("&", " and ")
    if "." in text:
        text = _DOTTED.sub(r"\1", text)
    return _NOT_WORD.sub(" ", text).strip()


def _plain(text: str) -> str:
    """In lower case, without marks. Twice, where the first time leaves more than ASCII, because
    taking a mark away can bring two others together."""
    text = text.replace(_ACUTE, "")
    for _ in range(2):
        apart = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFC", apart.translate(_KEPT))
        if text.isascii():
            break
    return text.lower()


class _Kept(dict[int, int | str | None]):
    """What becomes of a letter, remembered once it was met: marks go; digits of other scripts
    become ASCII ones, so that a ZIP typed in Arabic digits is a ZIP."""

    def __missing__(self, code: int) -> int | str | None:
        letter = chr(code)
        kept: int | str | None = code
        if unicodedata.category(letter) in ("Mn", "Cf", "Me"):
            kept = None
        elif code > 127 and letter.isdecimal():
            kept = str(unicodedata.decimal(letter))
        if code <= 0xFFFF:  # the scripts people write in; the rest is not worth remembering
            self[code] = kept
        return kept


_KEPT = _Kept(str.maketrans(_APOSTROPHES | _LETTERS))


# Words written in several ways inside place names; both sides of every comparison pass here.
_SAME = {
    "saint": "st", "sainte": "ste", "sta": "santa", "mount": "mt", "fort": "ft", "heights": "hts",
    "springs": "spgs", "township": "twp", "mountain": "mtn", "junction": "jct",
}  # fmt: skip


def words(text: str) -> list[str]:
    """The folded words of a text, each in its one form ("Saint" and "St." are both ``st``)."""
    return [_SAME.get(word, word) for word in fold(text).split()]


def key(name: str) -> str:
    """The form under which a name is filed: its words without spaces.

    "De Soto" and "DeSoto", "Miami-Dade" and "miamidade" share one.
    """
    return "".join(words(name))
