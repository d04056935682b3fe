"""Which topic a text asks for: a phrase of a topic, whole or within, alike, with gaps, misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.alike import NOTHING_ALIKE, Alike
from bot.conversation.topic_slips import FUZZY_LETTERS, Misspellable, misspellable
from bot.library import Topic
from bot.places.fold import fold
from bot.words import beginnings, is_hangul, is_unspaced, spans

GAPPED_WORDS = 3
GAPS = 2
"""A phrase of three words or more is also found with two other words in it."""

LONG_STEM = 4
"""Syllables of a single Korean word that may have any ending."""

ARREST = "first-hours"
"""The topic of the arrest itself."""


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
    """Folded phrases of all topics in all languages. ``begins`` has for each first word how many
    words the longest of its phrases has, ``longest`` the longest of all. ``misspellable`` are
    those long enough for a slip to be told; ``starting`` those long enough for words between, by
    their first word; ``unspaced`` are in a script that writes no spaces, longest first, each with
    its signs alone. ``stems`` are the phrases of Korean, whose words take endings, behind a space;
    ``plain`` are those with one word for each group of ``alike`` words."""

    phrases: Mapping[str, tuple[str, str]]
    begins: Mapping[str, int]
    longest: int
    misspellable: Misspellable
    unspaced: tuple[tuple[str, str], ...]
    starting: Mapping[str, tuple[tuple[str, ...], ...]]
    stems: tuple[str, ...]
    alike: Alike = NOTHING_ALIKE
    plain: TopicIndex | None = None


def index_topics(topics: Iterable[Topic], alike: Alike = NOTHING_ALIKE) -> TopicIndex:
    """Build the index once for a library; the first topic in menu order keeps a shared phrase."""
    phrases: dict[str, tuple[str, str]] = {}
    for topic in sorted(topics, key=lambda one: one.order):
        for code, words in topic.words.items():
            for word in words:
                phrases.setdefault(fold(word), (topic.name, code))
    phrases.pop("", None)
    return _indexed(phrases, alike, _indexed(_plain(phrases, alike)))


def _plain(phrases: Mapping[str, tuple[str, str]], alike: Alike) -> dict[str, tuple[str, str]]:
    """Phrases of several words with one word for each group, unless two topics then share it."""
    found: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()
    for phrase, (topic, code) in phrases.items():
        plain = alike.plain(phrase)
        if found.setdefault(plain, (topic, code))[0] != topic:
            shared.add(plain)
    return {
        plain: hit
        for plain, hit in found.items()
        if plain not in shared and (" " in plain or is_unspaced(plain))
    }


def _indexed(
    phrases: Mapping[str, tuple[str, str]],
    alike: Alike = NOTHING_ALIKE,
    plain: TopicIndex | None = None,
) -> TopicIndex:
    unspaced = sorted((one for one in phrases if is_unspaced(one)), key=len, reverse=True)
    # A single word of two syllables begins too many others.
    stems = (f" {p}" for p in phrases if is_hangul(p) and (" " in p or len(p) >= LONG_STEM))
    return TopicIndex(
        phrases=phrases,
        begins=beginnings(phrases),
        longest=max((len(phrase.split()) for phrase in phrases), default=0),
        misspellable=misspellable(phrases),
        unspaced=tuple((one, one.replace(" ", "")) for one in unspaced),
        starting=_starting(phrases),
        stems=tuple(sorted(stems, key=len, reverse=True)),
        alike=alike,
        plain=plain,
    )


def _starting(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases long enough to be recognised with words between, by their first word."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(phrase.split()) for phrase in phrases):
        if len(words) >= GAPPED_WORDS:
            by_first.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in by_first.items()}


def find_topic(folded: str, index: TopicIndex, *, slips: bool = True) -> TopicHit | None:
    """The topic of a folded text: named whole, within (the longest phrase wins), or, where
    ``slips`` are looked for, with a slip."""
    if folded in index.phrases:
        topic, code = index.phrases[folded]
        return TopicHit(topic, code, Strength.WHOLE, folded)
    tokens = folded.split()
    named = _longer(_named(folded, index), _named_alike(folded, index))
    return named or (_slip(tokens, index) if slips else None)


def _named(folded: str, index: TopicIndex) -> TopicHit | None:
    return _within(folded.split(), index) or _unspaced(folded, index) or _by_stem(folded, index)


def _with_gaps(tokens: list[str], index: TopicIndex) -> TopicHit | None:
    """A phrase of three words or more, all in their order, with few words between them."""
    best: TopicHit | None = None
    said = frozenset(tokens)
    for start, word in enumerate(tokens):
        for phrase in index.starting.get(word, ()):
            held = said.issuperset(phrase) and _in_order(phrase, tokens[start:])
            if held and (best is None or len(phrase) > phrase_size(best.phrase)):
                topic, code = index.phrases[" ".join(phrase)]
                best = TopicHit(topic, code, Strength.WITHIN, " ".join(phrase))
    return best


def _in_order(phrase: tuple[str, ...], tokens: list[str]) -> bool:
    window = iter(tokens[: len(phrase) + GAPS])
    return all(word in window for word in phrase)


def _named_alike(folded: str, index: TopicIndex) -> TopicHit | None:
    """Named with another word of a group ("where is my nephew" as "where is my husband"), then
    with words between ("where is my poor nephew")."""
    if index.plain is None:
        return None
    plain = index.alike.plain(folded)
    found = _named(plain, index.plain)
    if found is None or found.topic == ARREST:
        return _longer(found, _with_gaps(plain.split(), index.plain))
    return found


def _longer(one: TopicHit | None, other: TopicHit | None) -> TopicHit | None:
    """The arrest itself only where nothing else is asked; else the longer phrase, the first where
    both are as long."""
    if one is None or other is None:
        return one or other
    if (one.topic == ARREST) != (other.topic == ARREST):
        return other if one.topic == ARREST else one
    return other if phrase_size(other.phrase) > phrase_size(one.phrase) else one


def phrase_size(phrase: str) -> int:
    """Its words; its signs where it is written without spaces."""
    return len(phrase.replace(" ", "")) if is_unspaced(phrase) else len(phrase.split())


def _within(tokens: list[str], index: TopicIndex) -> TopicHit | None:
    """Phrases between the spaces of a text, the longest first."""
    said = spans(tokens, index.begins)
    return _chosen((span for span in said if span in index.phrases), index)


def _unspaced(folded: str, index: TopicIndex) -> TopicHit | None:
    """Phrases of a script without spaces, anywhere in a text, the longest first."""
    if not is_unspaced(folded):
        return None
    joined = folded.replace(" ", "")
    return _chosen((one for one, signs in index.unspaced if signs in joined), index)


def _by_stem(folded: str, index: TopicIndex) -> TopicHit | None:
    """A phrase of Korean whose last word goes on: "인슐린 안" in "인슐린 안줘요"; longest first."""
    if not is_hangul(folded):
        return None
    text = f" {folded}"
    return _chosen((stem[1:] for stem in index.stems if stem in text), index)


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
        near = index.misspellable.nearest(text)
        if near:
            topic, code = index.phrases[near]
            return TopicHit(topic, code, Strength.FUZZY, near)
    return None
