"""What a text wants, apart from its place: a command, a topic, a number, a cry for help."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from bot.library import Topic
from bot.places.fold import fold
from bot.words import Words, is_unspaced

CLOSE = 86.0
"""A topic word this near (of 100) is a typing slip; further off it is another word."""

FUZZY_LETTERS = 5
"""Shorter words have too many neighbours for a slip to be told from another word."""

ARREST = "first-hours"
"""The topic of the arrest itself."""

HIGHEST = 99
"""No list of ours is longer; a longer number is a ZIP code or something we do not keep."""

COURTESIES = ("help", "greeting", "thanks")
LONGEST_COURTESY = 6
"""Words of the longest phrase that is looked for inside a string of courtesies."""

_A_NUMBER = re.compile(r"(?<![\w])a[\s#:.-]{0,3}\d(?:[\s-]?\d){7,8}(?!\d)", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\d+-])(?!\d{5}-\d{4}(?!\d))\d(?:[\s-]?\d){7,}(?!\d)")
"""Eight digits or more, ZIP+4 apart."""


class Strength(StrEnum):
    WHOLE = "whole"
    WITHIN = "within"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic, the language of the word that named it, and how it was named."""

    topic: str
    language: str
    strength: Strength
    phrase: str


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """Folded phrases of all topics in all languages. ``single`` are, by length, those long enough
    for a slip to be told; ``unspaced`` are in a script that writes no spaces, longest first."""

    phrases: Mapping[str, tuple[str, str]]
    longest: int
    single: Mapping[int, tuple[str, ...]]
    unspaced: tuple[str, ...]


def index_topics(topics: Iterable[Topic]) -> TopicIndex:
    """Build the index once for a library; the first topic in menu order keeps a shared phrase."""
    phrases: dict[str, tuple[str, str]] = {}
    for topic in sorted(topics, key=lambda one: one.order):
        for code, words in topic.words.items():
            for word in words:
                phrases.setdefault(fold(word), (topic.name, code))
    phrases.pop("", None)
    longest = max((len(phrase.split()) for phrase in phrases), default=0)
    single: dict[int, tuple[str, ...]] = {}
    for phrase in phrases:
        if len(phrase) >= FUZZY_LETTERS:
            single[len(phrase)] = (*single.get(len(phrase), ()), phrase)
    unspaced = sorted((one for one in phrases if is_unspaced(one)), key=len, reverse=True)
    return TopicIndex(phrases, longest, single, tuple(unspaced))


def find_topic(folded: str, index: TopicIndex, *, slips: bool = True) -> TopicHit | None:
    """The topic of a folded text: named whole, within (the longest phrase wins), or, where
    ``slips`` are looked for, with a slip."""
    if folded in index.phrases:
        topic, code = index.phrases[folded]
        return TopicHit(topic, code, Strength.WHOLE, folded)
    tokens = folded.split()
    named = _within(tokens, index) or _unspaced(folded, index)
    return named or (_slip(tokens, index) if slips else None)


def _within(tokens: list[str], index: TopicIndex) -> TopicHit | None:
    """Phrases between the spaces of a text, the longest first."""
    spans = (
        " ".join(tokens[start : start + size])
        for size in range(min(index.longest, len(tokens)), 0, -1)
        for start in range(len(tokens) - size + 1)
    )
    return _chosen((span for span in spans if span in index.phrases), index)


def _unspaced(folded: str, index: TopicIndex) -> TopicHit | None:
    """Phrases of a script without spaces, anywhere in a text, the longest first."""
    if not is_unspaced(folded):
        return None
    joined = folded.replace(" ", "")
    return _chosen((one for one in index.unspaced if one.replace(" ", "") in joined), index)


def _chosen(phrases: Iterable[str], index: TopicIndex) -> TopicHit | None:
    """The first phrase; the arrest itself, with which most texts begin, only where it is alone."""
    arrest = None
    for phrase in phrases:
        topic, code = index.phrases[phrase]
        hit = TopicHit(topic, code, Strength.WITHIN, phrase)
        if topic != ARREST:
            return hit
        arrest = arrest or hit
    return arrest


def _slip(tokens: list[str], index: TopicIndex) -> TopicHit | None:
    """Only whole short texts and single long words: a slip inside a sentence is a guess."""
    tries = [" ".join(tokens)] if len(tokens) <= index.longest else []
    tries += [token for token in tokens if len(token) > FUZZY_LETTERS]
    for text in tries:
        near = _nearest(text, index)
        if near:
            topic, code = index.phrases[near]
            return TopicHit(topic, code, Strength.FUZZY, near)
    return None


def _nearest(text: str, index: TopicIndex) -> str | None:
    """The likest phrase, among those whose length lets them be like enough at all."""
    best, score = None, CLOSE
    share = CLOSE / (200 - CLOSE)
    for size in range(math.ceil(len(text) * share), int(len(text) / share) + 1):
        pool = index.single.get(size, ())
        near = process.extractOne(text, pool, scorer=fuzz.ratio, score_cutoff=score)
        if near and (best is None or near[1] > score):
            best, score = near[0], near[1]
    return best


def whole_meaning(folded: str, words: Words) -> tuple[str, str] | None:
    """The command or small talk that the whole text is: (meaning, language).

    Courtesies come in strings ("thank you so much god bless"): they count together as the one of
    them that asks for most.
    """
    exact = words.whole.get(folded)
    if exact:
        return exact
    strung = _strung(folded.split(), words)
    for meaning in COURTESIES:
        for one in strung:
            if one[0] == meaning:
                return one
    return None


def _strung(tokens: list[str], words: Words) -> list[tuple[str, str]]:
    """The courtesies that make up a text from its first word to its last; [] where a word is
    left over."""
    found: list[tuple[str, str]] = []
    while tokens:
        for size in range(min(len(tokens), LONGEST_COURTESY), 0, -1):
            one = words.whole.get(" ".join(tokens[:size]))
            if one and one[0] in COURTESIES:
                found.append(one)
                tokens = tokens[size:]
                break
        else:
            return []
    return found


def holds(folded: str, meaning: str, words: Words) -> str | None:
    """The language of the first phrase of this meaning inside the text, or None."""
    return words.within[meaning].first_in(folded)


def number(text: str) -> int | None:
    """A menu answer: one or two digits of any script, with the marks that people put beside."""
    digits = text.strip().strip("#().*:-").strip()
    return int(digits) if digits.isdecimal() and int(digits) <= HIGHEST else None


def holds_private_number(text: str) -> bool:
    """An A-number or another long number: never kept, never echoed (danger rules 21 and 22)."""
    return bool(_A_NUMBER.search(text) or _LONG_NUMBER.search(text))
