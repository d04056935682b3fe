"""How like each language a word is, learned at the start from our own texts.

Nothing is downloaded and nothing can be stale: the ear learns from the texts of ``content/`` and
the words that people text (``content/words``), in which an advocate corrects what is misheard.
A word that was met counts by how often each language has it, another by its letters (naive Bayes
over runs of two to four letters). A word that two languages share says little about either.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.places.fold import fold

LISTED = 8
"""A word of a list of frequent words counts as if it had been read so often."""

LIKE = 0.35
"""Runs of letters overlap, so each says only part of what it seems to say."""

UNMET = 5e-6
"""The share that a word has in a language in which it was never read."""

RARE = 0.3
"""The count of a run of letters that was never read."""

MARKED = 0.7
"""What an accented letter says beside the words that hold it."""

_RUNS = (2, 3, 4)
_OWN_SHARE = 0.3
_PLAIN = "LATIN"
_WORD = re.compile(r"[^\W\d_]+")

Odds = tuple[float, ...]
"""One logarithm of a likelihood for each language, in the order of the ear's codes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one language teaches: whole texts, and lists of frequent words."""

    texts: tuple[str, ...]
    listed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Runs:
    """How often each language has a run of letters (``counts``, out of ``wholes``); weighed when
    the run is met: most never are."""

    counts: Sequence[Mapping[str, int]]
    wholes: Sequence[float]
    unmet: Odds
    kept: dict[str, Odds] = field(default_factory=dict)

    def odds(self, run: str) -> Odds:
        found = self.kept.get(run)
        if found is None:
            times = [count.get(run, 0) for count in self.counts]
            if not any(times):
                return self.unmet
            found = self.kept[run] = tuple(
                math.log((n + RARE) / whole) for n, whole in zip(times, self.wholes, strict=True)
            )
        return found


@dataclass(frozen=True)
class Ear:
    """``scripts`` maps a script (as Unicode names it) to the one language that writes in it;
    ``met`` a word to its share of each language."""

    codes: tuple[str, ...]
    scripts: Mapping[str, str]
    met: Mapping[str, Odds]
    runs: Runs
    marks: Mapping[str, Odds]
    kept: dict[str, Odds] = field(default_factory=dict)

    def odds(self, word: str) -> Odds:
        """How like each language one folded word is. Only words of our own texts are kept in
        memory: others are somebody's."""
        found = self.kept.get(word)
        if found is None:
            found = self._weigh(word)
            if word in self.met:
                self.kept[word] = found
        return found

    def _weigh(self, word: str) -> Odds:
        letters = self._by_letters(word)
        shares = self.met.get(word)
        if shares is None:
            return letters
        top = max(letters)
        alike = [math.exp(one - top) for one in letters]
        whole = sum(alike)
        return tuple(
            math.log(share + UNMET * (0.05 + like / whole))
            for share, like in zip(shares, alike, strict=True)
        )

    def _by_letters(self, word: str) -> Odds:
        rows = [self.runs.odds(run) for run in _runs(word)]
        return tuple(LIKE * sum(column) for column in zip(*rows, strict=True))


def learn(lessons: Mapping[str, Lesson]) -> Ear:
    """Build the ear once for each snapshot of knowledge."""
    codes = tuple(lessons)
    heads = [_letters(lesson) for lesson in lessons.values()]
    scripts = _scripts(codes, heads)
    counts = [_words(lesson, code in scripts.values()) for code, lesson in lessons.items()]
    sizes = [_size(count, head) for count, head in zip(counts, heads, strict=True)]
    return Ear(
        codes=codes,
        scripts=scripts,
        met=_shares(counts, sizes),
        runs=_weighed([_run_counts(count) for count in counts]),
        marks=_odds_of_marks(heads),
    )


def _shares(counts: Sequence[Mapping[str, int]], sizes: Sequence[int]) -> dict[str, Odds]:
    """Of each word that was read, how much of each language it is."""
    none = [0.0] * len(counts)
    shares: dict[str, list[float]] = {}
    for place, (count, size) in enumerate(zip(counts, sizes, strict=True)):
        for word, times in count.items():
            shares.setdefault(word, none[:])[place] = times / size
    return {word: tuple(each) for word, each in shares.items()}


@lru_cache(maxsize=8192)
def script_of(letter: str) -> str:
    """The script of a letter as Unicode names it: LATIN, CYRILLIC, ARABIC, HANGUL, CJK, …"""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def _words(lesson: Lesson, own_script: bool) -> Counter[str]:
    """Words as they are folded, and those with marks also as they are written. In the texts of a
    language with its own script a word in Latin letters is a borrowed one."""
    count = Counter() if own_script else _both_spellings(" ".join(lesson.texts))
    for word in {*_both_spellings(" ".join(lesson.listed)), *_with_digits(lesson.listed)}:
        count[word] += LISTED
    return count


def _with_digits(listed: Sequence[str]) -> set[str]:
    """Arabic in Latin letters writes some of its own as digits: "mo7ami", "3andi"."""
    return {word for one in listed for word in fold(one).split() if is_with_digits(word)}


def is_with_digits(word: str) -> bool:
    """Letters and digits, mostly letters, as in no number, ZIP or form."""
    digits = sum(letter.isdigit() for letter in word)
    return word.isascii() and word.isalnum() and 0 < digits < len(word) - digits


def _both_spellings(text: str) -> Counter[str]:
    return _latin_words(text) + Counter(marked_words(text))


def _size(words: Counter[str], letters: Counter[str]) -> int:
    """How many words were read, those of another script (five letters a word) included."""
    return max(sum(words.values()), sum(letters.values()) // 5, 1)


def marked_words(text: str) -> list[str]:
    """The words of a text that hold a letter outside ASCII, in lower case, in one normal form."""
    if text.isascii():
        return []
    lowered = unicodedata.normalize("NFC", text).lower()
    return [word for word in _WORD.findall(lowered) if not word.isascii()]


def _latin_words(text: str) -> Counter[str]:
    every = Counter(fold(text).split())
    return Counter({w: times for w, times in every.items() if w.isascii() and w.isalpha()})


def _letters(lesson: Lesson) -> Counter[str]:
    every = Counter("".join(lesson.texts).lower())
    return Counter({letter: times for letter, times in every.items() if letter.isalpha()})


def _runs(word: str) -> list[str]:
    padded = f"^{word}$"
    whole = len(padded) + 1
    return [padded[start : start + size] for size in _RUNS for start in range(whole - size)]


def _run_counts(words: Mapping[str, int]) -> dict[str, int]:
    runs: dict[str, int] = {}
    for word, times in words.items():
        weight = math.isqrt(times)
        for run in _runs(word):
            runs[run] = runs.get(run, 0) + weight
    return runs


def _weighed(counts: Sequence[Mapping[str, int]]) -> Runs:
    known = len(set().union(*counts))
    wholes = [sum(count.values()) + RARE * (known + 1) for count in counts]
    return Runs(counts, wholes, tuple(math.log(RARE / whole) for whole in wholes))


def _odds_of_marks(heads: list[Counter[str]]) -> dict[str, Odds]:
    """Letters outside ASCII, by how much of each language's writing they are."""
    wholes = [sum(head.values()) + 1 for head in heads]
    marked = {letter for head in heads for letter in head if not letter.isascii()}
    return {
        letter: tuple(
            MARKED * math.log((head[letter] + 0.5) / whole)
            for head, whole in zip(heads, wholes, strict=True)
        )
        for letter in marked
    }


def _scripts(codes: tuple[str, ...], heads: list[Counter[str]]) -> dict[str, str]:
    """Scripts that one language alone writes in."""
    owners: dict[str, list[str]] = {}
    for code, head in zip(codes, heads, strict=True):
        shares: Counter[str] = Counter()
        for letter, times in head.items():
            shares[script_of(letter)] += times
        for script, times in shares.items():
            if script != _PLAIN and times > _OWN_SHARE * sum(shares.values()):
                owners.setdefault(script, []).append(code)
    return {script: found[0] for script, found in owners.items() if len(found) == 1}
