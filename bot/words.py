"""The words that people text, other than topics: ``content/words/<lang>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.places.fold import fold

WHOLE = ("more", "menu", "help", "stop", "start", "delete", "other", "thanks", "greeting")
WITHIN = ("despair", "abuse", "private")


class WordsError(ValueError):
    """A file of ``content/words`` cannot be used; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Words:
    """All languages' words at once: people mix them.

    ``whole`` maps a folded text to (meaning, language); ``within`` maps a meaning to the folded
    phrases and their language; ``lexicon`` maps a folded word to the languages that own it.
    """

    whole: Mapping[str, tuple[str, str]]
    within: Mapping[str, tuple[tuple[str, str], ...]]
    lexicon: Mapping[str, frozenset[str]]


def read_words(directory: Path, codes: Iterable[str]) -> Words:
    """Read the file of each language code. Raises :class:`WordsError`."""
    whole: dict[str, tuple[str, str]] = {}
    within: dict[str, list[tuple[str, str]]] = {meaning: [] for meaning in WITHIN}
    lexicon: dict[str, set[str]] = {}
    for code in codes:
        table = _table(directory / f"{code}.toml")
        for meaning in WHOLE:
            for phrase in table[meaning]:
                # The first language of the list keeps a word that two of them share.
                whole.setdefault(fold(phrase) or phrase, (meaning, code))
        for meaning in WITHIN:
            within[meaning] += [(fold(phrase), code) for phrase in table[meaning]]
        for word in table["lexicon"]:
            lexicon.setdefault(fold(word), set()).add(code)
    return Words(
        whole=whole,
        within={meaning: tuple(phrases) for meaning, phrases in within.items()},
        lexicon={word: frozenset(owners) for word, owners in lexicon.items()},
    )


def _table(path: Path) -> Mapping[str, list[str]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WordsError(f"{path}: cannot be read: {error}") from error
    for key in (*WHOLE, *WITHIN, "lexicon"):
        if not isinstance(table.get(key), list):
            raise WordsError(f'{path}: add {key} = ["…"], a list of words')
    return table
