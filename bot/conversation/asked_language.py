"""A language asked for by name: alone ("Español"), behind a place ("jackson mi spanish"), or in a
short question ("do you have this in spanish")."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Set
from dataclasses import replace

from bot.conversation.message import Message
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.place import Outcome
from bot.words import is_unspaced

MOST_WORDS = 3
"""Words at the end of a text that may ask for a language: "jackson mi en español"."""


MOST_ASKING = 9
"""Words of a text that may be nothing but the question for a language."""


NOT_OURS = ""
"""In place of the code of a language that we do not have."""


@functools.lru_cache(maxsize=4)
def language_words(knowledge: Knowledge) -> Mapping[str, str]:
    """The folded words that switch to each offered language."""
    offered = (language for language in knowledge.languages.values() if language.offered)
    return {fold(word): language.code for language in offered for word in language.words}


def language_alone(folded: str, knowledge: Knowledge) -> str | None:
    """The code of the language whose name is the whole text, but for courtesies: "english please",
    "kreyòl tanpri"."""
    names = language_words(knowledge)
    return names.get(folded) or names.get(_without_courtesies(folded, knowledge.words.please))


def _without_courtesies(folded: str, please: frozenset[str]) -> str:
    if is_unspaced(folded):
        for word in please:
            folded = folded.replace(word, "") if is_unspaced(word) else folded
        return folded.strip()
    text = f" {folded} "
    for pair in _pairs(please):
        text = text.replace(f" {pair} ", " ")
    return " ".join(word for word in text.split() if word not in please)


@functools.lru_cache(maxsize=4)
def _pairs(please: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in please if " " in word)


def refused_language(folded: str, knowledge: Knowledge) -> str:
    """The code of the language that a short text does not ask for although it names it: "no
    spanish", "why is this in spanish", "el papel está en inglés"; "" where it refuses none."""
    said = folded.split()
    if len(said) > MOST_ASKING or folded in language_words(knowledge):
        return ""
    names = language_words(knowledge)
    named = (place for place, word in enumerate(said) if word in names)
    refused = (p for p in named if knowledge.words.refusing.first_in(" ".join(said[:p])))
    return next((names[said[place]] for place in refused), "")


def names_a_language(folded: str, knowledge: Knowledge) -> bool:
    """A short text that holds the name of one of ours: "i dont speak spanish"."""
    said = folded.split()
    return len(said) <= MOST_ASKING and not language_words(knowledge).keys().isdisjoint(said)


def names_english(folded: str, knowledge: Knowledge) -> bool:
    """A text that holds a name of English, in any of our languages."""
    names = [n for n, code in language_words(knowledge).items() if code == SOURCE_LANGUAGE]
    if is_unspaced(folded):
        return any(name in folded for name in names)
    return any(f" {name} " in f" {folded} " for name in names)


def place_in_a_language(message: Message, knowledge: Knowledge) -> Message:
    """The place alone, to be answered in the language named behind it; any other text as it is.

    Only where the rest is a place and nothing else: "a lawyer in Miami who speaks Spanish" does
    not say in which language to answer.
    """
    said = message.body.split()
    for size in range(min(MOST_WORDS, len(said) - 1), 0, -1):
        code = language_words(knowledge).get(fold(" ".join(said[-size:])))
        if code:
            body = " ".join(said[:-size])
            there = find(body, knowledge.gazetteer)
            alone = there.outcome is not Outcome.NONE and not there.rest
            return replace(message, body=body, language=code) if alone else message
    return message


def asked_within(folded: str, knowledge: Knowledge) -> str | None:
    """The code of an offered language that a short text asks for, :data:`NOT_OURS` for another,
    None where it asks for none: the name stands behind "in", "speak", "habla"."""
    if len(folded.split()) > MOST_ASKING:
        return None
    words, offered = knowledge.words, language_words(knowledge)
    if is_unspaced(folded):
        text, ours = folded.replace(" ", ""), offered
        tongues, speaking = words.tongues, words.speaking
    else:
        text, ours = f" {folded} ", {f" {name} ": code for name, code in offered.items()}
        tongues = frozenset(f" {name} " for name in words.tongues)
        speaking = frozenset(f" {word}" for word in words.speaking)
    if _named(text, tongues, speaking):
        return NOT_OURS
    return ours.get(_named(text, ours.keys(), speaking))


def _named(text: str, names: Set[str], speaking: Set[str]) -> str:
    """The name among ``names`` that stands right behind one of the words ``speaking``; both are
    looked for as they stand, with their spaces."""
    said = (name for name in names if name in text)
    return next((n for n in said if any(f"{before}{n}" in text for before in speaking)), "")
