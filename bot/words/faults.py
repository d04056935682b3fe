"""What is wrong with the lists of ``content/words``, as an advocate is told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.places.fold import fold
from bot.words.reading import table_of
from bot.words.words import WHOLE, WITHIN, WordsError


class Fault(NamedTuple):
    """What is wrong with a list: its file, the wording at fault, and what to do."""

    file: str
    quote: str
    what: str


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
            table = table_of(path)
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
