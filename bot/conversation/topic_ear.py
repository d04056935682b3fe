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
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TypeAlias

from bot.conversation.topic_words import Strength, TopicHit, phrase_size
from bot.library import Library
from bot.library.questions import NONE, asked_about
from bot.places.fold import fold
from bot.places.place import PlaceAnswer
from bot.words import Words, is_unspaced

SURE, CLEAR = 20.0, 6.0
"""A topic so likely (a logarithm, of signs that overlap), and so much likelier than the next, is
believed."""

MAYBE = 12.0
"""One so likely is worth offering by number."""

PHRASE, SLIP = 2.0, 2.0
"""What each word of a phrase that stands in the text says for its topic, and a misspelt one."""

LEAST, BESIDE, ASIDE = 10.0, 5.0, 20.0
"""The whole text overrules its phrase only where it is so likely about another topic and so much
likelier, or so much likelier about none at all: silence costs a person more than an answer that
was not asked for."""

ONE_WORD_ASIDE, ONE_WORD = 10.0, 0.0
"""A phrase of one word ("school", "boss") gives way sooner, and where the text around it is not a
little like its topic it is only offered."""

ALWAYS_MEANT = frozenset({"legal-help", "emergency"})
"""Whoever writes "lawyer", with whatever around it, is not asked whether that was meant."""

MOST_OFFERED = 3

UNRELATED = ""
"""What is about no topic at all (``[none]`` in ``content/questions``) is learned like one."""

AGREEMENT, MODELS, EXPLAINED = "287g", frozenset({"jem", "wso", "tfm"}), frozenset({"not-listed"})
"""Who asks about a model in other words than its name asks about the agreement; what "not listed"
means is asked behind an answer only."""

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


def heard_topic(
    folded: str,
    named: TopicHit | None,
    ear: Callable[[], TopicEar],
    language: str,
    *,
    behind: bool = False,
) -> tuple[TopicHit | None, tuple[str, ...]]:
    """The topic that a phrase ``named``, unless the whole text is likelier about another one or
    about none; and what may be meant where none is: one topic if it is sure, else some to offer.
    ``behind`` a county's answer it may be what that answer means."""
    if named and named.strength is Strength.WHOLE:
        return named, ()
    ranked = ear().ranked(folded)
    if not behind:
        ranked = [one for one in ranked if one[1] not in EXPLAINED]
    if named is None:
        return None, _liked(ranked) or _maybe(ranked)
    other = _likelier(ranked, named, folded)
    if other is None:
        return named, ()
    if other == UNRELATED:
        return None, _offered_with(named.topic, ranked)
    return TopicHit(other, language, Strength.FUZZY, named.phrase), ()


LEAST_ASKED, BESIDE_A_PLACE = 3, 34.0
"""Words beside a place that may ask something ("jail" and "please" do not), and how likely what
they ask has to be: the place itself was surely meant."""


def asked_beside(
    place: PlaceAnswer, named: TopicHit | None, ear: Callable[[], TopicEar], language: str
) -> TopicHit | None:
    """What the words beside a place surely ask for; a phrase in them is believed, unless they are
    far likelier about something else ("baby daddy locked up" is no question about a baby)."""
    whole = named is not None and named.strength is Strength.WHOLE
    if whole or len(place.rest.split()) < LEAST_ASKED:
        return named
    ranked = [one for one in ear().ranked(place.rest) if one[1] not in EXPLAINED]
    if not _liked(ranked) or ranked[0][0] < BESIDE_A_PLACE:
        return named
    if named is not None and _likelier(ranked, named, place.rest) in (None, UNRELATED):
        return named
    return TopicHit(ranked[0][1], language, Strength.FUZZY, "")


def _likelier(ranked: Sequence[tuple[float, str]], named: TopicHit, folded: str) -> str | None:
    """What the text is likelier about than what its phrase named; None where nothing is."""
    if named.topic in EXPLAINED:
        return None
    about = AGREEMENT if named.topic in MODELS else named.topic
    odds = next((one for one, name in ranked if name == about), 0.0)
    one_word = _is_one_word(named) and about not in ALWAYS_MEANT
    others = (each for each in ranked if each[1] != about)
    likeliest, other = next(others, (0.0, about))
    aside = ONE_WORD_ASIDE if one_word else ASIDE
    enough = _weight(named) + (aside if other == UNRELATED else BESIDE)
    if likeliest >= LEAST and likeliest - odds >= enough:
        return other
    much_else = phrase_size(folded) >= 3 * phrase_size(named.phrase)
    return UNRELATED if one_word and much_else and odds < ONE_WORD else None


def _is_one_word(named: TopicHit) -> bool:
    """Or two signs of Chinese, or misspelt: what may stand in a text by chance."""
    most = 2 if is_unspaced(named.phrase) else 1
    return named.strength is Strength.FUZZY or phrase_size(named.phrase) <= most


def _offered_with(topic: str, ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """What a phrase named is worth offering, beside the next, where the whole is about none."""
    others = (name for _, name in ranked if name not in (UNRELATED, topic))
    return (topic, *islice(others, 1))


def _weight(named: TopicHit) -> float:
    """How much a phrase says for its topic beside the whole text: the longer, the more."""
    if named.strength is Strength.FUZZY:
        return SLIP
    return PHRASE * phrase_size(named.phrase)


def _liked(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    if len(ranked) < 2 or ranked[0][0] < SURE or ranked[0][0] - ranked[1][0] < CLEAR:
        return ()
    topic = ranked[0][1]
    return () if topic == UNRELATED else (topic,)


def _maybe(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """Two or three; one alone would be taken for sure."""
    near = [topic for _, topic in ranked[:MOST_OFFERED] if topic]
    found = tuple(topic for odds, topic in ranked[:MOST_OFFERED] if odds >= MAYBE and topic)
    if not found or ranked[0][1] == UNRELATED:
        return ()
    return found if len(found) > 1 else tuple(near[:2])
