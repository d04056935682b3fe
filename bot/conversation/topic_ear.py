"""Which topic a text is like, where it holds no phrase of ours: learned from those phrases.

People say one thing in more ways than any list holds. The words of all topics (``[words]`` in
``content/topics/*/topic.toml``) are what there is to learn from: no text that was sent teaches it
anything. Naive Bayes over words, pairs of words and runs of letters; an advocate who adds a phrase
teaches all that are like it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise

from bot.conversation.topic_words import Strength, TopicHit
from bot.library import Library
from bot.places.fold import fold
from bot.words import Words, is_unspaced

SURE, CLEAR = 25.0, 6.0
"""A topic so likely (a logarithm, of signs that overlap), and so much likelier than the next, is
believed."""

MAYBE = 16.0
"""One so likely is worth offering by number."""

MUCH_LIKER = 40.0
"""By so much another topic must be likelier than the one whose phrase stands in the text."""

MOST_OFFERED = 3

UNRELATED = ""
"""What is about no topic at all (``unrelated`` in ``content/words``) is learned like one."""

AGREEMENT, MODELS, EXPLAINED = "287g", frozenset({"jem", "wso", "tfm"}), frozenset({"not-listed"})
"""Who asks about a model in other words than its name asks about the agreement; what "not listed"
means is asked behind an answer only."""

_UNSEEN = 0.1
_LETTERS, _HAN_LETTERS = (4,), (1, 2, 3)


@dataclass(frozen=True)
class TopicEar:
    """``sizes`` counts the phrases of each topic, ``counts`` how many of them hold a sign;
    ``met`` are the signs of all."""

    topics: Sequence[str]
    sizes: Sequence[int]
    counts: Sequence[Mapping[str, int]]
    met: Set[str]
    kept: dict[str, Sequence[float]] = field(default_factory=dict)

    def ranked(self, folded: str) -> list[tuple[float, str]]:
        """How likely each topic is, likeliest first; empty where no sign of the text was met."""
        rows = [self._odds(sign) for sign in signs(folded) if sign in self.met]
        odds = map(sum, zip(*rows, strict=True))
        return sorted(zip(odds, self.topics, strict=False), reverse=True)

    def _odds(self, sign: str) -> Sequence[float]:
        """Only signs of our own phrases are kept in memory: others are somebody's."""
        known = self.kept.get(sign)
        if known is None:
            known = self.kept[sign] = self._weigh([count.get(sign, 0) for count in self.counts])
        return known

    def _weigh(self, times: Sequence[int]) -> Sequence[float]:
        """For each topic, how much likelier the sign is in it than in all others."""
        everywhere, phrases = sum(times), sum(self.sizes)
        return [
            _log_share(here, size) - _log_share(everywhere - here, phrases - size)
            for here, size in zip(times, self.sizes, strict=True)
        ]


def _log_share(times: int, whole: int) -> float:
    return math.log((times + _UNSEEN) / (whole + 2 * _UNSEEN))


@lru_cache(maxsize=32)
def topic_ear(words: Words, library: Library, language: str) -> TopicEar:
    """Learned when the first text of a language needs it, in less than a tenth of a second."""
    phrases: dict[str, tuple[str, ...]] = {UNRELATED: words.unrelated[language]}
    for topic in library.topics.values():
        if topic.name not in EXPLAINED:
            name = AGREEMENT if topic.name in MODELS else topic.name
            phrases[name] = (*phrases.get(name, ()), *topic.words.get(language, ()))
    return learn(phrases)


def learn(phrases: Mapping[str, Sequence[str]]) -> TopicEar:
    """``phrases`` of one language, as they are written, by topic."""
    taught = [[signs(fold(phrase)) for phrase in said] for said in phrases.values()]
    counts = [Counter(chain.from_iterable(each)) for each in taught]
    sizes = [len(each) for each in taught]
    return TopicEar(tuple(phrases), sizes, counts, frozenset().union(*counts))


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


def heard_topic(
    folded: str, named: TopicHit | None, ear: Callable[[], TopicEar], language: str
) -> tuple[TopicHit | None, tuple[str, ...]]:
    """The topic that a phrase ``named``, unless another is far likelier; and what may be meant
    where none was named: one topic if it is sure, else those to offer."""
    if named and (named.strength is Strength.WHOLE or named.language != language):
        return named, ()
    ranked = ear().ranked(folded)
    if named is None:
        return None, _liked(ranked) or _maybe(ranked)
    other = _much_liker(ranked, named.topic)
    return (TopicHit(other, language, Strength.FUZZY, named.phrase) if other else named), ()


def _liked(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    if len(ranked) < 2 or ranked[0][0] < SURE or ranked[0][0] - ranked[1][0] < CLEAR:
        return ()
    topic = ranked[0][1]
    return () if topic == UNRELATED else (topic,)


def _much_liker(ranked: Sequence[tuple[float, str]], topic: str) -> str:
    """Another topic than the one that was named, where it is far likelier."""
    odds = {name: one for one, name in ranked}
    far = ranked and ranked[0][0] - odds.get(topic, 0.0) >= MUCH_LIKER
    return ranked[0][1] if far else UNRELATED


def _maybe(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """Two or three; one alone would be taken for sure."""
    near = [topic for _, topic in ranked[:MOST_OFFERED] if topic]
    found = tuple(topic for odds, topic in ranked[:MOST_OFFERED] if odds >= MAYBE and topic)
    if not found or ranked[0][1] == UNRELATED:
        return ()
    return found if len(found) > 1 else tuple(near[:2])
