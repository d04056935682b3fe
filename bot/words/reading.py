"""The words that people text, other than topics: ``content/words/<lang>.toml``."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.places.fold import fold
from bot.words.phrases import Phrases, phrases_of
from bot.words.words import AS_WRITTEN, UNLESS, WHOLE, WITHIN, Words, WordsError, as_written

Tables = Mapping[str, Mapping[str, list[str]]]
NAMES = "names.txt"


def read_words(directory: Path, codes: Iterable[str]) -> Words:
    """Read the file of each language code. Raises :class:`WordsError`."""
    tables = {code: table_of(directory / f"{code}.toml") for code in codes}
    whole, shared = _whole(tables)
    kin = {code: frozenset(map(fold, table.get("kin", ()))) for code, table in tables.items()}
    lexicon = {code: (*table["lexicon"], *table.get("latin", ())) for code, table in tables.items()}
    return Words(
        whole=whole,
        written=_written(tables),
        numbers=_numbers(_everywhere(tables, "numbers")),
        beside_numbers=_folded(tables, "beside_numbers"),
        shared=shared,
        within={meaning: _within(tables, meaning) for meaning in WITHIN},
        unless={meaning: tuple(_folded(tables, meaning + UNLESS)) for meaning in WITHIN},
        phrases={code: _every_phrase(table) for code, table in tables.items()},
        lexicon=lexicon,
        names=_names(directory / NAMES),
        borrowed=_folded(tables, "borrowed"),
        kin=tuple(_everywhere(tables, "kin")),
        alike=tuple(_everywhere(tables, "alike")),
        doubtful=_doubtful(kin, lexicon),
        own=_folded(tables, "own"),
        speaking=_folded(tables, "speaking"),
        tongues=_folded(tables, "tongues"),
        please=_folded(tables, "please"),
        ice=_folded(tables, "ice"),
        how=_within(tables, "how"),
        refusing=_within(tables, "refusing"),
        courtesies={code: (*t["thanks"], *t["greeting"]) for code, t in tables.items()},
        fillers={code: _fillers(table) for code, table in tables.items()},
        people={code: tuple(table.get("people", ())) for code, table in tables.items()},
    )


def _whole(tables: Tables) -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    """The first language of the list keeps a word that two of them share."""
    whole: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()
    for code, meaning, phrase in _of_whole(tables):
        folded = fold(phrase) or phrase
        if whole.setdefault(folded, (meaning, code))[1] != code:
            shared.add(folded)
    return whole, frozenset(shared)


def _written(tables: Tables) -> dict[str, tuple[str, str]]:
    listed = _of_whole(tables, AS_WRITTEN)
    return {as_written(phrase): (meaning, code) for code, meaning, phrase in listed}


def _of_whole(tables: Tables, ending: str = "") -> Iterator[tuple[str, str, str]]:
    """(Language, meaning, phrase) of the lists that are whole texts."""
    for code, table in tables.items():
        for meaning in WHOLE:
            for phrase in table.get(meaning + ending, ()):
                yield code, meaning, phrase


def _within(tables: Tables, meaning: str) -> Phrases:
    languages: dict[str, str] = {}
    for code, table in tables.items():
        for phrase in table.get(meaning, ()):
            languages.setdefault(fold(phrase), code)
    return phrases_of(languages)


def _every_phrase(table: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(one for meaning in (*WHOLE, *WITHIN) for one in table[meaning])


def _everywhere(tables: Tables, name: str) -> Iterator[str]:
    """A list that a language may leave out; it counts whatever the text's language is."""
    return (one for table in tables.values() for one in table.get(name, ()))


def _folded(tables: Tables, name: str) -> frozenset[str]:
    return frozenset(map(fold, _everywhere(tables, name)))


def _fillers(table: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(sorted(map(fold, table.get("fillers", ())), key=len, reverse=True))


def _numbers(lines: Iterable[str]) -> dict[str, int]:
    """ "3 = three; third; the third one", of each language. Raises :class:`WordsError`."""
    found: dict[str, int] = {}
    for line in lines:
        number, _, phrases = line.partition("=")
        if not number.strip().isdecimal():
            raise WordsError(f'numbers: write a line as "3 = three; third", not {line!r}')
        for phrase in phrases.split(";"):
            found.setdefault(fold(phrase), int(number))
    return found


def _doubtful(
    kin: Mapping[str, frozenset[str]], lexicon: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """Words for kin in one language that are frequent words of another, where they are no kin."""
    others = {code: frozenset(map(fold, words)) - kin[code] for code, words in lexicon.items()}
    count = Counter(word for words in kin.values() for word in words)
    return frozenset(
        word
        for code, words in kin.items()
        for word in words
        if count[word] == 1 and any(word in said for o, said in others.items() if o != code)
    )


def _names(path: Path) -> frozenset[str]:
    """One name a line; a line that begins with # is a comment. Names show no language."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WordsError(f"{path}: cannot be read: {error}") from error
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def table_of(path: Path) -> Mapping[str, list[str]]:
    """One language's lists. Raises :class:`WordsError` where one is missing."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WordsError(f"{path}: cannot be read: {error}") from error
    for key in (*WHOLE, *WITHIN, "lexicon"):
        if not isinstance(table.get(key), list):
            raise WordsError(f'{path}: add {key} = ["…"], a list of words')
    return table
