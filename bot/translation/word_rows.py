"""Words that people text, of a translator's book: no word may mean two things. Pure but for the
lists of the other languages, which are read from their files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence

from bot.library.heard_words import heard_as
from bot.translation.leaving import NAMES, WORDS
from bot.translation.row import Row, entries
from bot.translation.shelf import Shelf
from bot.words import WHOLE


class WordRows:
    """Who owns which word: topics, commands, names of languages. ``rows`` are
    about to be replaced: what stands there today owns nothing; a row that was taken owns its words
    from then on."""

    def __init__(self, shelf: Shelf, code: str, rows: Mapping[str, Row]) -> None:
        self._owners: dict[str, str] = {}
        for language, owner, words in _owned(shelf, code):
            if language != code or owner not in rows:
                self._own(owner, words)

    def fault(self, row: Row) -> str:
        """Why a list cannot be taken, or "" (also for a row that is no list)."""
        if not is_list(row.key):
            return ""
        for word in entries(row.text):
            if not heard_as(word) and not _is_sign(row.key, word):
                return f'"{word}" has no letters; take it out'
            owner = self._owners.get(heard_as(word) or word, row.key)
            if owner != row.key and _is_exclusive(row.key):
                return f'"{word}" belongs to {owner} already; take it out of one of them'
        if _is_exclusive(row.key):
            self._own(row.key, entries(row.text))
        return ""

    def _own(self, owner: str, words: Sequence[str]) -> None:
        for word in words:
            self._owners.setdefault(heard_as(word) or word, owner)


def _owned(shelf: Shelf, code: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Language, owner (a row's key) and words of every list there is today."""
    for topic in shelf.library.topics.values():
        for language, words in topic.words.items():
            yield language, f"topics/{topic.name}/words", words
    for path in sorted((shelf.folder / WORDS).glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for meaning in WHOLE:
            yield path.stem, f"{WORDS}/{meaning}", table.get(meaning, [])
    for one in shelf.languages.values():
        owner = NAMES if one.code == code else f"the language {one.code}"
        yield one.code, owner, one.words


def is_list(key: str) -> bool:
    return key.startswith(f"{WORDS}/") or key.endswith("/words")


def _is_exclusive(key: str) -> bool:
    """Words that stand for the whole text; phrases looked for inside a text may overlap."""
    name = key.partition("/")[2]
    return key.endswith("/words") or key == NAMES or name in WHOLE


def _is_sign(key: str, word: str) -> bool:
    """A command may be a sign alone ("?", "+"), a topic may not."""
    return key.startswith(f"{WORDS}/") and bool(word.strip())
