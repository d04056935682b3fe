"""Phrases that are looked for inside a text, in scripts with spaces and without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded phrases that are looked for inside a text, with their language.

    ``begins`` has for each first word how many words the longest of its phrases has; ``unspaced``
    are those of a script that writes no spaces, which are looked for letter by letter; ``stems``
    are Korean, whose words go on after the phrase ends.
    """

    languages: Mapping[str, str]
    begins: Mapping[str, int]
    unspaced: tuple[str, ...]
    stems: tuple[str, ...] = ()

    def first_in(self, folded: str) -> str | None:
        """The language of a phrase that the folded text holds, or None."""
        for span in spans(folded.split(), self.begins):
            code = self.languages.get(span)
            if code:
                return code
        return next((self.languages[one] for one in self._inside(folded)), None)

    def _inside(self, folded: str) -> Iterator[str]:
        if is_unspaced(folded):
            joined = folded.replace(" ", "")
            yield from (one for one in self.unspaced if one.replace(" ", "") in joined)
        if is_hangul(folded):
            yield from (one for one in self.stems if f" {one}" in f" {folded}")


def spans(tokens: Sequence[str], begins: Mapping[str, int]) -> Iterator[str]:
    """The runs of words of a text that begin like a phrase, the longest first: most words begin
    none."""
    starts = [(start, begins[word]) for start, word in enumerate(tokens) if word in begins]
    longest = max((most for _, most in starts), default=0)
    for size in range(min(longest, len(tokens)), 0, -1):
        for start, most in starts:
            if size <= most and start + size <= len(tokens):
                yield " ".join(tokens[start : start + size])


def beginnings(phrases: Iterable[str]) -> dict[str, int]:
    """By first word, how many words the longest phrase has that begins with it."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *others = phrase.split() or [""]
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return longest


def is_unspaced(text: str) -> bool:
    """Chinese is written without spaces: its words are looked for inside a text, not between."""
    return _HAN.search(text) is not None


def is_hangul(text: str) -> bool:
    """Korean: its words take endings, so that they are known by how they begin."""
    return _HANGUL.search(text) is not None


def phrases_of(languages: Mapping[str, str]) -> Phrases:
    """From folded phrases with their languages."""
    unspaced = tuple(phrase for phrase in languages if is_unspaced(phrase))
    stems = tuple(phrase for phrase in languages if _HANGUL.match(phrase))
    return Phrases(languages, beginnings(languages), unspaced, stems)
