"""Which topic a text is like, where it holds no phrase of ours: learned from those phrases.

People say one thing in more ways than any list holds. The words of all topics (``[words]`` in
``content/topics/*/topic.toml``) and the questions of ``content/questions`` are what there is to
learn from: no text that was sent teaches it anything. Words, pairs of words and runs of letters are
counted (naive Bayes) and weighed (:mod:`bot.conversation.telling_apart`); an advocate who adds a
question teaches all that are like it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.conversation.signs import SignsOf, signs, sounded
from bot.conversation.telling_apart import Apart, Rows, Table, Weights, tell_apart
from bot.library import Library
from bot.library.follow_ups import follow_ups
from bot.library.questions import NONE, asked_about
from bot.once import Once
from bot.places.fold import fold
from bot.words import Words, is_unspaced

UNRELATED = ""
"""What is about no topic at all (``[none]`` in ``content/questions``) is learned like one."""

AGREEMENT, MODELS, EXPLAINED = "287g", frozenset({"jem", "wso", "tfm"}), frozenset({"not-listed"})
"""Who asks about a model in other words than its name asks about the agreement; what "not listed"
means is asked behind an answer only."""

IN_TWO_SCRIPTS = "ar"
"""The language that is written in two scripts by the same people."""

ASKS_ON = "asks-on"
"""What asks about whatever was just read ("how long"): ``content/follow_ups``."""

_UNSEEN = 0.05
LEAST_PHRASES = 60
_NOTHING = 1e-6


Marks = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class TopicEar:
    """``known`` are the marks of signs, sorted, each with a row in ``odds``: for each topic, how
    much likelier the sign is in it than in all others. ``apart`` is there where the topics were
    also told apart; ``signs_of`` gives the signs of a text."""

    topics: Sequence[str]
    known: Marks
    odds: Table
    apart: Apart | None = None
    signs_of: SignsOf = signs

    def ranked(self, folded: str) -> list[tuple[float, str]]:
        """How likely each topic is, likeliest first; empty where no sign of the text was met."""
        met = self.met(self.signs_of(folded))
        if not met.size:
            return []
        odds: Weights = self.odds[met].sum(axis=0, dtype=np.float32)
        if self.apart is not None:
            odds = _both(odds, self.apart.scores(met))
        return sorted(zip(odds.tolist(), self.topics, strict=True), reverse=True)

    def met(self, said: Iterable[str]) -> Rows:
        """The rows of those of these signs that are known."""
        asked = np.array(sorted(map(_mark, said)), np.uint64)
        rows = np.searchsorted(self.known, asked)
        known = self.known.take(rows, mode="clip") == asked if self.known.size else rows > 0
        return rows[known]


def _mark(sign: str) -> int:
    """Eight bytes for a sign, as in Chinese one may be a whole sentence. That a strange one has the
    mark of one of sixty thousand happens once in three hundred million million."""
    whole = hashlib.blake2b(sign.encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(whole.digest(), "big")


def _both(odds: Weights, scores: Weights) -> Weights:
    """Each topic stands where both judges place it on the average, on the scale of the odds."""
    spread = odds.std()
    judged = (scores - scores.mean()) / max(scores.std(), _NOTHING) * spread
    both: Weights = (odds + odds.mean() + judged) / 2
    return both


class TopicEars:
    """The ear of each language, learned when its first text needs it."""

    def __init__(self, words: Words, library: Library) -> None:
        self._words, self._library = words, library
        self._ears: dict[str, TopicEar] = {}

    def of(self, language: str) -> TopicEar:
        if language not in self._ears:
            signs_of = sounded if language == IN_TWO_SCRIPTS else signs
            self._ears[language] = learn(self._phrases(language), apart=True, signs_of=signs_of)
        return self._ears[language]

    def learn_all(self) -> None:
        """Some fifteen seconds for eleven languages."""
        for language in self._library.questions:
            self.of(language)

    def _phrases(self, language: str) -> dict[str, Sequence[str]]:
        asked = self._library.questions.get(language, {})
        courtesies = self._words.courtesies[language]
        phrases: dict[str, Sequence[str]] = {UNRELATED: (*asked.get(NONE, ()), *courtesies)}
        for topic in self._library.topics.values():
            name = AGREEMENT if topic.name in MODELS else topic.name
            said = (*topic.words.get(language, ()), *asked_about(asked, topic.name))
            phrases[name] = (*phrases.get(name, ()), *said)
        phrases[ASKS_ON] = follow_ups(self._library.follow_ups.get(language, {}))
        return phrases


@Once
def topic_ears(words: Words, library: Library) -> TopicEars:
    """The ears of a snapshot, one set for all rosters."""
    return TopicEars(words, library)


def learn(
    phrases: Mapping[str, Sequence[str]], *, apart: bool = False, signs_of: SignsOf = signs
) -> TopicEar:
    """``phrases`` of one language, as they are written, by topic. Many of them can be told
    ``apart``; then a long sign that was met once is left out: these are half of all signs."""
    columns = [place for place, said in enumerate(phrases.values()) for _ in said]
    said = [signs_of(fold(phrase)) for each in phrases.values() for phrase in each]
    times = Counter(chain.from_iterable(said))
    kept = (sign for sign in times if times[sign] > 1 or not (apart and _is_long(sign)))
    marks = sorted((_mark(sign), sign) for sign in kept)
    known = {sign: row for row, (_, sign) in enumerate(marks)}
    held = [np.array(sorted(known[s] for s in each if s in known), np.intp) for each in said]
    met = np.zeros((len(known), len(phrases)), np.float32)
    for rows, column in zip(held, columns, strict=True):
        met[rows, column] += 1
    sizes = np.array([len(each) for each in phrases.values()], np.float32)
    told = tell_apart(held, columns, *met.shape) if apart else None
    heard = np.array([mark for mark, _ in marks], np.uint64)
    return TopicEar(tuple(phrases), heard, _odds(met, sizes), told, signs_of)


def _is_long(sign: str) -> bool:
    """A pair of words; in Chinese whatever has more letters than a word."""
    return " " in sign[:-1] or (len(sign) > 2 and is_unspaced(sign))


def _odds(met: Weights, sizes: Weights) -> Table:
    elsewhere = met.sum(axis=1, keepdims=True) - met
    odds = _log_share(met, sizes) - _log_share(elsewhere, sizes.sum() - sizes)
    return odds.astype(np.float16)


def _log_share(times: Weights, whole: Weights) -> Weights:
    """Of a topic with few phrases nothing is known yet: it must not be likely by being small."""
    share: Weights = np.log((times + _UNSEEN) / (np.maximum(whole, LEAST_PHRASES) + 2 * _UNSEEN))
    return share
