"""Which topic a text is like, where it holds no phrase of ours: learned from those phrases.

People say one thing in more ways than any list holds. The words of all topics (``[words]`` in
``content/topics/*/topic.toml``) and the questions of ``content/questions`` are what there is to
learn from: no text that was sent teaches it anything. Naive Bayes over words, pairs of words and
runs of letters; an advocate who adds a question teaches all that are like it.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import TypeAlias

from bot.library import Library
from bot.library.follow_ups import follow_ups
from bot.library.questions import NONE, asked_about
from bot.places.fold import fold
from bot.words import Words, is_unspaced

UNRELATED = ""
"""What is about no topic at all (``[none]`` in ``content/questions``) is learned like one."""

AGREEMENT, MODELS, EXPLAINED = "287g", frozenset({"jem", "wso", "tfm"}), frozenset({"not-listed"})
"""Who asks about a model in other words than its name asks about the agreement; what "not listed"
means is asked behind an answer only."""

ASKS_ON = "asks-on"
"""What asks about whatever was just read ("how long"): ``content/follow_ups``."""

_UNSEEN = 0.05
LEAST_PHRASES = 60
_LETTERS, _HAN_LETTERS = (3,), (1, 2, 3)


Row: TypeAlias = "array[int]"
"""For each topic, in their order, how many of its phrases hold one sign."""


@dataclass(frozen=True)
class TopicEar:
    """``sizes`` counts the phrases of each topic; ``met`` has the row of each sign."""

    topics: Sequence[str]
    sizes: Sequence[int]
    met: Mapping[str, Row]
    kept: dict[str, array[float]] = field(default_factory=dict)

    def ranked(self, folded: str) -> list[tuple[float, str]]:
        """How likely each topic is, likeliest first; empty where no sign of the text was met."""
        rows = [self._odds(sign) for sign in signs(folded) if sign in self.met]
        odds = map(sum, zip(*rows, strict=True))
        return sorted(zip(odds, self.topics, strict=False), reverse=True)

    def _odds(self, sign: str) -> array[float]:
        """Only signs of our own phrases are kept in memory: others are somebody's."""
        known = self.kept.get(sign)
        if known is None:
            known = self.kept[sign] = array("f", self._weigh(self.met[sign]))
        return known

    def _weigh(self, times: Row) -> Sequence[float]:
        """For each topic, how much likelier the sign is in it than in all others."""
        everywhere, phrases = sum(times), sum(self.sizes)
        return [
            _log_share(here, size) - _log_share(everywhere - here, phrases - size)
            for here, size in zip(times, self.sizes, strict=True)
        ]


def _log_share(times: int, whole: int) -> float:
    """Of a topic with few phrases nothing is known yet: it must not be likely by being small."""
    return math.log((times + _UNSEEN) / (max(whole, LEAST_PHRASES) + 2 * _UNSEEN))


@lru_cache(maxsize=32)
def topic_ear(words: Words, library: Library, language: str) -> TopicEar:
    """Learned when the first text of a language needs it, in less than a fifth of a second."""
    asked = library.questions.get(language, {})
    phrases = {UNRELATED: (*asked.get(NONE, ()), *words.courtesies[language])}
    for topic in library.topics.values():
        name = AGREEMENT if topic.name in MODELS else topic.name
        said = (*topic.words.get(language, ()), *asked_about(asked, topic.name))
        phrases[name] = (*phrases.get(name, ()), *said)
    phrases[ASKS_ON] = follow_ups(library.follow_ups.get(language, {}))
    return learn(phrases)


def learn(phrases: Mapping[str, Sequence[str]]) -> TopicEar:
    """``phrases`` of one language, as they are written, by topic."""
    met: dict[str, Row] = {}
    for place, said in enumerate(phrases.values()):
        held = Counter(chain.from_iterable(signs(fold(phrase)) for phrase in said))
        for sign, times in held.items():
            if sign not in met:
                met[sign] = array("H", bytes(2 * len(phrases)))
            met[sign][place] = times
    return TopicEar(tuple(phrases), [len(said) for said in phrases.values()], met)


def signs(folded: str) -> Set[str]:
    """The words of a folded text, their pairs, and their runs of letters."""
    said = folded.split()
    runs = (run for word in said for run in _runs(word))
    return {*(f"{word} " for word in said), *map(" ".join, pairwise(said)), *runs}


def _runs(word: str) -> Iterator[str]:
    sizes, padded = (_HAN_LETTERS, word) if is_unspaced(word) else (_LETTERS, f"^{word}$")
    for size in sizes:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
