"""The short questions of ``content/follow_ups`` as they are looked up behind one answer.

One line stands for many: words of one meaning count as one (``alike`` in ``content/words``), in
such a question also whoever does it (``people``), and words around it that ask nothing are set
aside (``fillers``, ``please``). Chinese writes no spaces: there a question is looked for between
any two signs of a text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.conversation.alike import Alike, alike_in
from bot.conversation.topic_ear import AGREEMENT, EXPLAINED, MODELS, TopicEar, learn
from bot.library import Library
from bot.library.follow_ups import ANY, COUNTY, NEXT, Target, follow_ups
from bot.places.fold import fold
from bot.words import Words, is_hangul, is_unspaced

_EXPLAINS_A_COUNTY = frozenset({AGREEMENT, *MODELS, *EXPLAINED})
"""Topics that say a county's answer in other words: what is asked behind them is asked about it."""

SHORTEST = 2
"""A single sign of Chinese stands in too many words."""

MOST_BESIDE, BESIDE_EACH = 5, 2
"""Words beside a listed question, and for each of its own: more say something of their own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What answers each question, in all its spellings: ``own`` are those for the answer that was
    just read, and go before those behind ``anywhere``."""

    own: Mapping[str, Target]
    anywhere: Mapping[str, Target]


@lru_cache(maxsize=512)
def listed_behind(words: Words, library: Library, language: str, behind: str) -> Listed:
    """For what was read: a topic or ``county``."""
    own = _by_spelling(words, library, language, behind)
    anywhere = _by_spelling(words, library, language, ANY)
    if behind == COUNTY:
        anywhere = {one: to for one, to in anywhere.items() if to != NEXT}
    if behind in _EXPLAINS_A_COUNTY:
        county = _by_spelling(words, library, language, COUNTY).items()
        # Who reads such a topic has been told already what it would tell.
        own = {one: to for one, to in county if to.topic not in _EXPLAINS_A_COUNTY} | own
    return Listed(own, anywhere)


@lru_cache(maxsize=512)
def _by_spelling(words: Words, library: Library, language: str, behind: str) -> dict[str, Target]:
    """Each question as it is written goes before what is left of another one."""
    asked = library.follow_ups.get(language, {}).get(behind, {})
    listed = [
        (spellings(fold(question), words, language), target)
        for target, questions in asked.items()
        for question in questions
    ]
    found: dict[str, Target] = {}
    for kind in reversed(range(4)):
        answers: dict[str, set[Target]] = {}
        for spelt, target in listed:
            answers.setdefault(spelt[kind], set()).add(target)
        found |= {one: to.pop() for one, to in answers.items() if len(to) == 1 and one}
    return found


def spellings(folded: str, words: Words, language: str) -> tuple[str, str, str, str]:
    """A question as it is looked up, the surest first: as it is written, whoever does it, bare,
    bare and whoever does it; "" where only a word would be left ("di khong" is not "khong")."""
    plain, anyone = joined(folded, words), _by_anyone(words, language)
    left = bare(folded, words, language)
    if left != plain and " " not in left and not is_unspaced(left):
        left = ""
    if is_hangul(plain):  # its spaces are written or not, as one likes
        plain, left = plain.replace(" ", ""), left.replace(" ", "")
    return plain, anyone.plain(plain), left, anyone.plain(left)


def joined(folded: str, words: Words) -> str:
    """A text with one word for each that is like it; in Chinese without spaces."""
    plain = alike_in(words).plain(folded)
    return plain.replace(" ", "") if is_unspaced(plain) else plain


def bare(folded: str, words: Words, language: str) -> str:
    """The same without the words that ask nothing."""
    plain = joined(folded, words)
    if is_unspaced(plain):
        return _edges(words).sub("", plain) or plain
    said = f" {folded} "
    for filler in words.fillers[language]:
        said = said.replace(f" {filler} ", " ")
    return joined(" ".join(word for word in said.split() if word not in words.please), words)


@lru_cache(maxsize=32)
def _by_anyone(words: Words, language: str) -> Alike:
    """Its words are no words that anybody texts."""
    groups = (line.split() for line in words.people[language])
    return Alike({fold(word): f"({group[0]})" for group in groups for word in group}, None)


@lru_cache(maxsize=4)
def _edges(words: Words) -> re.Pattern[str]:
    """What asks nothing at the ends of a text in Chinese; a last "不" is a mark of a question."""
    nothing = {joined(fold(one), words) for one in words.please if is_unspaced(one)}
    any_of = "|".join(map(re.escape, sorted(nothing, key=len, reverse=True)))
    return re.compile(f"^(?:{any_of})+|(?:{any_of}|(?<=..)不)+$")


def held_among_words(
    folded: str, listed: Mapping[str, Target], words: Words, language: str
) -> tuple[Target | None, str]:
    """What answers the longest listed question inside a text, and that question; None where much
    else is said."""
    said = folded.split()
    for size in range(len(said), max(0, len(said) - MOST_BESIDE - 1), -1):
        if len(said) - size > BESIDE_EACH * size:
            break
        for start in range(len(said) - size + 1):
            question = " ".join(said[start : start + size])
            for one in spellings(question, words, language)[:2]:
                if one in listed:
                    return listed[one], question
    return None, ""


def held_among_signs(
    text: str, listed: Mapping[str, Target], beside: int, words: Words
) -> Target | None:
    """What answers the longest listed question in a text of Chinese with no more than so many
    signs ``beside`` it; not what may stand behind anything ("可以吗")."""
    least = max(SHORTEST, len(text) - beside)
    long = (one for one in listed if len(one) >= least and one in text)
    held = (one for one in long if not _edges(words).fullmatch(one))
    return listed.get(max(held, key=len, default=""))


@lru_cache(maxsize=128)
def card_ear(words: Words, library: Library, language: str, behind: str) -> TopicEar | None:
    """Which card a text asks for, learned from what is listed for the topic itself; None where too
    little is."""
    asked = library.follow_ups.get(language, {}).get(behind, {})
    if len(asked) < 2:
        return None
    plain = {
        f"{topic} {card}": [joined(fold(one), words) for one in questions]
        for (topic, card), questions in asked.items()
    }
    return learn(plain)


@lru_cache(maxsize=4)
def tongues(words: Words, library: Library) -> Mapping[str, str]:
    """Of each question that one language alone lists, the language: "ki le" has not words enough
    for the ear."""
    listed = [
        (question, code)
        for code, asked in library.follow_ups.items()
        for question in {joined(fold(one), words) for one in follow_ups(asked)}
    ]
    times = Counter(question for question, _ in listed)
    return {question: code for question, code in listed if times[question] == 1}
