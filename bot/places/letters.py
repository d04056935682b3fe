"""In which script a word is written, and what Arabic and Russian write into it."""

from __future__ import annotations

ARABIC_BEFORE = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_RUSSIAN_ENDS = frozenset({
    "ого", "ому", "ыми", "ими", "ией", "ами", "ями", "ой", "ом", "ем", "ах", "ях", "ии", "ия",
    "ию", "ие", "ая", "ое", "ые", "а", "я", "е", "и", "ы", "у", "ю", "ь",
})  # fmt: skip
_LONGEST_END, _SHORTEST_STEM = 3, 4


def script_of(word: str) -> str:
    first = word[0]
    if "\u4e00" <= first <= "\u9fff":
        return "han"
    if "\uac00" <= first <= "\ud7a3":
        return "hangul"
    if "\u0600" <= first <= "\u06ff":
        return "arabic"
    return "cyrillic" if "\u0400" <= first <= "\u04ff" else "other"


def stem(word: str) -> str:
    """A Russian word without its ending ("в Филадельфии"); any other word as it is."""
    if script_of(word) != "cyrillic":
        return word
    for size in range(min(_LONGEST_END, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-size:] in _RUSSIAN_ENDS:
            return word[:-size]
    return word


def ways_of_reading(word: str) -> list[str]:
    """A word in another script, and what it may be without what was written into it: an Arabic
    "in" or "the", a Russian ending."""
    script = script_of(word)
    ways = [word]
    if script == "arabic":
        ways += [word[len(p) :] for p in ARABIC_BEFORE if word.startswith(p)]
    elif script == "cyrillic":
        ways.append(stem(word))
    return [way for way in dict.fromkeys(ways) if len(way) > 1]
