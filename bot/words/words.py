"""What people text, other than topics: a noun for all languages' lists at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.words.phrases import Phrases

WHOLE = (
    "more", "menu", "help", "now", "unclear", "unsure", "hard", "lost", "about", "stop", "start",
    "delete", "other", "yes", "thanks", "greeting",
)  # fmt: skip
"""The lists of texts that mean something as a whole."""
WITHIN = ("despair", "self_harm", "abuse", "in_english", "private")
"""The lists of phrases that mean something inside a text."""
UNLESS = "_unless"
"""Behind the name of a list of ``WITHIN``: phrases that hold one of its own and mean no such thing
("hit me up")."""
AS_WRITTEN = "_as_written"
"""Behind the name of a list: words that count only with their marks ("dừng", "arrête")."""


class WordsError(ValueError):
    """A file of ``content/words`` cannot be used; the message says what to mend."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All languages' words at once: people mix them.

    ``whole`` maps a folded text to (meaning, language), ``shared`` are those of several languages;
    ``written`` a text with its marks; ``numbers`` a folded text to the number of the line that it
    picks ("the third one"), ``beside_numbers`` words that stand beside a digit ("number 3");
    ``within`` maps a meaning to the phrases that show it inside a text, ``unless`` to folded
    phrases that are taken out of the text before; ``phrases`` are all of
    these by language, as they are written; ``lexicon`` are the frequent words of each language;
    ``names`` are folded names of people and ``borrowed`` the English terms that people of every
    language use; ``kin`` are words for kin and ``alike`` lines of words that count as one, of all
    languages; ``doubtful`` the folded ones of kin that are another word in another language
    ("son" in Spanish): they count behind one of ``own`` ("my"). ``speaking`` are folded words that
    stand before the name of a language one asks for ("in", "habla"), ``tongues`` folded names of
    languages that the line does not have, ``please`` folded words that may stand beside a name
    and ask for nothing more. ``ice`` are folded names for ICE and its officers, ``how``
    what stands beside a name of English where somebody asks how to say something in it.
    ``refusing`` are phrases before the name of a language that is not wanted ("no", "it is in").
    ``courtesies`` are greetings and thanks, by language, as they are written. For short questions
    behind an answer, by language: ``fillers`` are folded phrases that say nothing in one ("but",
    "ok so"), longest first, ``people`` lines of words that count as one ("i we they").
    """

    whole: Mapping[str, tuple[str, str]]
    written: Mapping[str, tuple[str, str]]
    numbers: Mapping[str, int]
    beside_numbers: frozenset[str]
    shared: frozenset[str]
    within: Mapping[str, Phrases]
    unless: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    lexicon: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    borrowed: frozenset[str]
    kin: tuple[str, ...]
    alike: tuple[str, ...]
    doubtful: frozenset[str]
    own: frozenset[str]
    speaking: frozenset[str]
    tongues: frozenset[str]
    please: frozenset[str]
    ice: frozenset[str]
    how: Phrases
    refusing: Phrases
    courtesies: Mapping[str, tuple[str, ...]]
    fillers: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[str, ...]]


def as_written(text: str) -> str:
    """In lower case and one normal form, with all marks on its letters."""
    return unicodedata.normalize("NFC", text).lower().strip(" .,!?¡¿")
