"""Which language a short text is in; undecided is a good answer.

The order: a script that one language alone writes in; then names of places and people, which are
in no language, are set aside; then what the ear says of the words that are left; undecided where
two languages are too near, or where no word that is left was ever met.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.conversation.ear import (
    Ear,
    Lesson,
    Odds,
    is_with_digits,
    learn,
    marked_words,
    script_of,
)
from bot.conversation.foreign_script import is_foreign
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.library import Library
from bot.once import Once
from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.words import Words

SURE = 0.88
"""From this confidence on a language is believed. A wrong guess costs more than none: who is
answered in a language that she cannot read may not write again."""

SHORTEST_NAME = 3
"""Letters."""

A_SENTENCE = 3
"""So many words of evidence are no borrowed word ("bond", "fianza")."""

SHARED = 2.0
"""Within this (a logarithm) of the likeliest, languages share a word."""


@dataclass(frozen=True, slots=True)
class Guess:
    """``language`` is a BCP 47 code, None where it should not decide; ``confidence`` 0 to 1;
    ``words`` counts the words of evidence."""

    language: str | None
    confidence: float
    words: int = 0


UNDECIDED = Guess(None, 0.0)


@dataclass(frozen=True)
class Listener:
    """The ear; ``silent`` words are not heard at all; ``slight`` ones decide nothing
    alone; ``beside`` are the words for a county, a city, a jail, the police."""

    ear: Ear
    silent: frozenset[str]
    slight: frozenset[str]
    beside: frozenset[str]


def listener(knowledge: Knowledge) -> Listener:
    """Built from the texts and the words of every offered language. A new roster changes none of
    them: it takes most of a second, in which nobody would be answered."""
    return learned_listener(knowledge.words, knowledge.library, knowledge.gazetteer)


@Once
def learned_listener(words: Words, library: Library, gazetteer: Gazetteer) -> Listener:
    ear = learn({code: _lesson(code, words, library) for code in words.lexicon})
    spoken = {fold(word) for listed in words.lexicon.values() for word in listed}
    people = words.names | gazetteer.vocabulary.given_names
    silent = (people - spoken) | words.borrowed
    greetings = {text for text, (meaning, _) in words.whole.items() if meaning == "greeting"}
    slight = silent | words.names | (_inside_names(gazetteer) - greetings)
    return Listener(ear, silent, slight, _beside_names(gazetteer))


def _inside_names(gazetteer: Gazetteer) -> frozenset[str]:
    """Small words and codes that stand in names of places ("city of", "el", "MN")."""
    known = gazetteer.vocabulary
    phrases = known.county_after | known.city_after | known.city_before | known.between | known.at
    codes = {code.lower() for code in gazetteer.states}
    return _single(phrases, 1) | known.first_words | known.last_words | codes


def _beside_names(gazetteer: Gazetteer) -> frozenset[str]:
    """Words for a county, a city, a jail, the police, that are no place's name themselves."""
    known = gazetteer.vocabulary
    phrases = known.county_before | known.city_before | known.jail | known.police | known.at
    spoken = _single(phrases, 3) - known.last_words
    return frozenset(word for word in spoken if not gazetteer.names.has(word))


def _single(phrases: Iterable[tuple[str, ...]], letters: int) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase if len(word) >= letters)


def _lesson(code: str, words: Words, library: Library) -> Lesson:
    topics = library.topics.values()
    asked = (word for topic in topics for word in topic.words.get(code, ()))
    cards = (card for topic in topics for card in topic.decks.get(code, ()))
    return Lesson((*words.phrases[code], *asked, *cards), words.lexicon[code])


def guess(
    text: str, knowledge: Knowledge, rest: str | None = None, named: Iterable[str] = ()
) -> Guess:
    """Guess the language of ``text``. ``rest`` is what is left of it, folded, without its place;
    where that shows nothing, the word for "county" beside the place may. ``named`` are the names
    of the place: no word of theirs shows anything ("Santa Ana")."""
    by = listener(knowledge)
    if is_foreign(text, by.ear.scripts):
        return UNDECIDED
    written = _by_script(text, by.ear)
    if written:
        return written
    folded = fold(text)
    if _is_only_a_name(folded, knowledge):
        return UNDECIDED
    names = {word for name in named for word in fold(name).split()}
    left = " ".join(w for w in (folded if rest is None else rest).split() if w not in names)
    heard = _by_words(text, left, by, knowledge)
    if heard.language or rest is None:
        return heard
    tongue = _by_state_name(folded, named, knowledge)
    if tongue:
        return Guess(tongue, 1.0, 1)
    beside = [w for w in folded.split() if w in by.beside and w not in names]
    return _by_word_beside(beside + _small_marked(text, by.ear), by.ear)


def _by_state_name(folded: str, named: Iterable[str], knowledge: Knowledge) -> str:
    """The one language that calls the state so: "Caroline du Nord"; "" where none does."""
    said = f" {folded} "
    states = {name.rpartition(", ")[2] for name in named}
    called = _own_names(knowledge)
    calling = {
        code for state in states for own, code in called.get(state, ()) if f" {own} " in said
    }
    return calling.pop() if len(calling) == 1 else ""


@lru_cache(maxsize=4)
def _own_names(knowledge: Knowledge) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By the English name of a state, each other folded name that it has, and in which language."""
    english = [state.name for state in knowledge.gazetteer.states.values()]
    own = {
        name: [(fold(c.pgettext("state", name)), code) for code, c in knowledge.catalogs.items()]
        for name in english
    }
    return {name: tuple(one for one in own[name] if one[0] != fold(name)) for name in english}


def _small_marked(text: str, ear: Ear) -> list[str]:
    """The "ở" of "em ở Houston": no name has so few letters."""
    return [word for word in marked_words(text) if len(word) < SHORTEST_NAME and word in ear.met]


def _is_only_a_name(folded: str, knowledge: Knowledge) -> bool:
    """ "Del Rio", "La Mesa": a town of two words or more, and nothing else. One word alone may as
    well be a word."""
    said = folded.split()
    return len(said) > 1 and knowledge.gazetteer.names.has("".join(said))


def _by_word_beside(words: list[str], ear: Ear) -> Guess:
    """The first language of the list keeps a word that several share; English names of counties
    are written in every language."""
    if not words:
        return UNDECIDED
    odds = [sum(column) for column in zip(*map(ear.odds, words), strict=True)]
    near = [code for code, one in zip(ear.codes, odds, strict=True) if max(odds) - one < SHARED]
    return UNDECIDED if near[0] == SOURCE_LANGUAGE else Guess(near[0], 1 / len(near), len(words))


def _by_script(text: str, ear: Ear) -> Guess | None:
    """Each letter is evidence like a word: a Chinese text may be one word. Where nothing else is
    written, two are as good as a sentence."""
    if text.isascii():
        return None
    scripts = (ear.scripts.get(script_of(letter)) for letter in text if not letter.isascii())
    written = [code for code in scripts if code]
    if not written:
        return None
    alone = not any(letter.isascii() and letter.isalpha() for letter in text)
    return Guess(written[0], 1.0, max(len(written), A_SENTENCE if alone else 0))


def _by_words(text: str, folded: str, by: Listener, knowledge: Knowledge) -> Guess:
    said = folded.split()
    spoken = (w for w in said if w.isalpha() or (is_with_digits(w) and w in by.ear.met))
    tokens = (word for word in spoken if word not in by.silent)
    heard = [word for word in tokens if word in by.ear.met or not _is_place(word, knowledge)]
    marked = [word for word in marked_words(text) if fold(word) in heard]
    if not any(_is_evidence(word, by) for word in heard) and by.ear.met.keys().isdisjoint(marked):
        return UNDECIDED
    rows = [by.ear.odds(word) for word in heard] + _marks(marked, by.ear)
    return _ranked(tuple(map(sum, zip(*rows, strict=True))), heard, by.ear)


def _is_evidence(word: str, by: Listener) -> bool:
    """One such word is needed: letters alone, names and small words never decide."""
    return len(word) > 1 and word in by.ear.met and word not in by.slight


def _is_place(word: str, knowledge: Knowledge) -> bool:
    return knowledge.gazetteer.names.has(word)


def _marks(marked: list[str], ear: Ear) -> list[Odds]:
    """What accents say: of the letters, and of the words as they are written."""
    letters = [ear.marks[letter] for word in marked for letter in word if letter in ear.marks]
    return letters + [ear.odds(word) for word in marked if word in ear.met]


def _ranked(odds: Odds, heard: list[str], ear: Ear) -> Guess:
    first, second = sorted(odds, reverse=True)[:2]
    confidence = 1 / (1 + math.exp(second - first))
    if confidence < SURE:
        return Guess(None, confidence)
    best = odds.index(first)
    words = sum(1 for word in heard if max(ear.odds(word)) - ear.odds(word)[best] < 1)
    return Guess(ear.codes[best], confidence, words)
