"""The words that people text, other than topics: ``content/words/<lang>.toml``."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bot.places.fold import fold

WHOLE = (
    "more", "menu", "help", "about", "stop", "start", "delete", "other", "thanks", "greeting",
)  # fmt: skip
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u4e00-\u9fff]")
EVERYWHERE = ("borrowed", "kin", "alike", "own", "speaking", "tongues")
"""Lists that a language may leave out; they count whatever the text's language is."""
NAMES = "names.txt"
WITHIN = ("despair", "abuse", "private")


class WordsError(ValueError):
    """A file of ``content/words`` cannot be used; the message says what to mend."""


class Fault(NamedTuple):
    """What is wrong with a list: its file, the wording at fault, and what to do."""

    file: str
    quote: str
    what: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded phrases that are looked for inside a text, with their language.

    ``longest`` counts the words of the longest; ``unspaced`` are those of a script that writes no
    spaces, which are looked for letter by letter; ``stems`` are Korean, whose words go on after
    the phrase ends.
    """

    languages: Mapping[str, str]
    longest: int
    unspaced: tuple[str, ...]
    stems: tuple[str, ...] = ()

    def first_in(self, folded: str) -> str | None:
        """The language of a phrase that the folded text holds, or None."""
        tokens = folded.split()
        for size in range(min(self.longest, len(tokens)), 0, -1):
            for start in range(len(tokens) - size + 1):
                code = self.languages.get(" ".join(tokens[start : start + size]))
                if code:
                    return code
        return next((self.languages[one] for one in self._inside(folded)), None)

    def _inside(self, folded: str) -> Iterator[str]:
        if is_unspaced(folded):
            joined = folded.replace(" ", "")
            yield from (one for one in self.unspaced if one.replace(" ", "") in joined)
        if is_hangul(folded):
            yield from (one for one in self.stems if f" {one}" in f" {folded}")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All languages' words at once: people mix them.

    ``whole`` maps a folded text to (meaning, language), ``shared`` are those of several languages;
    ``within`` maps a meaning to the phrases that show it inside a text; ``phrases`` are all of
    these by language, as they are written; ``lexicon`` are the frequent words of each language;
    ``names`` are folded names of people and ``borrowed`` the English terms that people of every
    language use; ``kin`` are words for kin and ``alike`` lines of words that count as one, of all
    languages; ``doubtful`` the folded ones of kin that are another word in another language
    ("son" in Spanish): they count behind one of ``own`` ("my"). ``speaking`` are folded words that
    stand before the name of a language one asks for ("in", "habla"), ``tongues`` folded names of
    languages that the line does not have. ``courtesies`` are greetings and thanks, by
    language, as they are written.
    """

    whole: Mapping[str, tuple[str, str]]
    shared: frozenset[str]
    within: Mapping[str, Phrases]
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
    courtesies: Mapping[str, tuple[str, ...]]


def is_unspaced(text: str) -> bool:
    """Chinese is written without spaces: its words are looked for inside a text, not between."""
    return _HAN.search(text) is not None


def is_hangul(text: str) -> bool:
    """Korean: its words take endings, so that they are known by how they begin."""
    return _HANGUL.search(text) is not None


def read_words(directory: Path, codes: Iterable[str]) -> Words:
    """Read the file of each language code. Raises :class:`WordsError`."""
    whole: dict[str, tuple[str, str]] = {}
    shared: set[str] = set()
    within: dict[str, dict[str, str]] = {meaning: {} for meaning in WITHIN}
    phrases: dict[str, tuple[str, ...]] = {}
    lexicon: dict[str, tuple[str, ...]] = {}
    everywhere: dict[str, list[str]] = {key: [] for key in EVERYWHERE}
    kin: dict[str, frozenset[str]] = {}
    courtesies: dict[str, tuple[str, ...]] = {}
    for code in codes:
        table = _table(directory / f"{code}.toml")
        for meaning in WHOLE:
            for phrase in table[meaning]:
                # The first language of the list keeps a word that two of them share.
                folded = fold(phrase) or phrase
                if whole.setdefault(folded, (meaning, code))[1] != code:
                    shared.add(folded)
        for meaning in WITHIN:
            for phrase in table[meaning]:
                within[meaning].setdefault(fold(phrase), code)
        phrases[code] = tuple(one for meaning in (*WHOLE, *WITHIN) for one in table[meaning])
        for key in EVERYWHERE:
            everywhere[key] += table.get(key, ())
        kin[code] = frozenset(map(fold, table.get("kin", ())))
        courtesies[code] = (*table["thanks"], *table["greeting"])
        lexicon[code] = (*table["lexicon"], *table.get("latin", ()))
    return Words(
        whole=whole,
        shared=frozenset(shared),
        within={meaning: _phrases(found) for meaning, found in within.items()},
        phrases=phrases,
        lexicon=lexicon,
        names=_names(directory / NAMES),
        borrowed=frozenset(map(fold, everywhere["borrowed"])),
        kin=tuple(everywhere["kin"]),
        alike=tuple(everywhere["alike"]),
        doubtful=_doubtful(kin, lexicon),
        own=frozenset(map(fold, everywhere["own"])),
        speaking=frozenset(map(fold, everywhere["speaking"])),
        tongues=frozenset(map(fold, everywhere["tongues"])),
        courtesies=courtesies,
    )


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


def _phrases(languages: Mapping[str, str]) -> Phrases:
    longest = max((len(phrase.split()) for phrase in languages), default=0)
    unspaced = tuple(phrase for phrase in languages if is_unspaced(phrase))
    stems = tuple(phrase for phrase in languages if _HANGUL.match(phrase))
    return Phrases(languages, longest, unspaced, stems)


def _table(path: Path) -> Mapping[str, list[str]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WordsError(f"{path}: cannot be read: {error}") from error
    for key in (*WHOLE, *WITHIN, "lexicon"):
        if not isinstance(table.get(key), list):
            raise WordsError(f'{path}: add {key} = ["…"], a list of words')
    return table


def faults(directory: Path, offered: Iterable[str], listed: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with the lists themselves: a language without words for a meaning, a phrase
    with two meanings (the later one would never be heard), a file of no language."""
    known = set(listed)
    for path in sorted(directory.glob("*.toml")):
        if path.stem not in known:
            yield Fault(path.name, "", "is of no language in languages.toml; take the file out")
    meanings: dict[str, tuple[str, str]] = {}
    for code in offered:
        path = directory / f"{code}.toml"
        try:
            table = _table(path)
        except WordsError as error:
            yield Fault(path.name, "", str(error))
            continue
        for meaning in (*WHOLE, *WITHIN, "lexicon"):
            if not table[meaning]:
                yield Fault(path.name, meaning, f"{meaning} is empty; add what people text")
        yield from _second_meanings(table, path.name, meanings)


def _second_meanings(
    table: Mapping[str, list[str]], file: str, meanings: dict[str, tuple[str, str]]
) -> Iterator[Fault]:
    """Phrases that the lists before this one have for something else; ``meanings`` grows."""
    for meaning in WHOLE:
        for phrase in table[meaning]:
            first, where = meanings.setdefault(fold(phrase) or phrase, (meaning, file))
            if first != meaning:
                what = f'"{phrase}" is {first} already (words/{where}); keep one'
                yield Fault(file, f'"{phrase}"', what)
