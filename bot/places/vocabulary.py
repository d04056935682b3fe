"""The words around a place name ("county of", "cárcel", "in"): ``data/vocabulary.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from bot.places.fold import words

DATA = Path(__file__).with_name("data")

# Letters of a sign that may have a slip.
_LONG = 6

# A phrase is a tuple of folded words: ("county", "of").
Phrase = tuple[str, ...]


class PlaceDataError(ValueError):
    """A file of this room's data cannot be used; the message names the file and the remedy."""


@dataclass(frozen=True)
class Vocabulary:
    """Each set holds folded phrases; see the comments in the file for what each one is for."""

    county_after: frozenset[Phrase]
    county_before: frozenset[Phrase]
    county_last: frozenset[Phrase]
    city_after: frozenset[Phrase]
    city_before: frozenset[Phrase]
    jail: frozenset[Phrase]
    jail_common: frozenset[str]
    jail_signs: frozenset[str]
    weak_jail_signs: frozenset[str]
    sheriff: frozenset[Phrase]
    police: frozenset[Phrase]
    at: frozenset[Phrase]
    between: frozenset[Phrase]
    person: frozenset[Phrase]
    says: frozenset[Phrase]
    person_states: frozenset[str]
    zip: frozenset[Phrase]
    numbered: frozenset[str]
    verbs: frozenset[str]
    filler: frozenset[Phrase]
    code_words: frozenset[str]
    rare_code_words: frozenset[str]
    foreign_codes: frozenset[str]
    english: frozenset[str]
    not_english: frozenset[str]
    french: frozenset[str]
    portuguese: frozenset[str]
    vietnamese: frozenset[str]
    never_alone: frozenset[str]
    countries: frozenset[str]
    ordinary: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]
    topics: frozenset[str]
    given_names: frozenset[str]
    heard: Mapping[str, str]

    @cached_property
    def long_signs(self) -> tuple[str, ...]:
        """Single words for counties and jails, long enough to be known although misspelt."""
        phrases = self.county_after | self.county_before | self.jail | self.sheriff
        single = {word for phrase in phrases if len(phrase) == 1 for word in phrase}
        signs = single | self.jail_signs | self.jail_common
        return tuple(sorted(w for w in signs if w.isascii() and len(w) >= _LONG))


@cache
def read_vocabulary(path: Path = DATA / "vocabulary.toml") -> Vocabulary:
    """Raises :class:`PlaceDataError` where a list is missing."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))

    def phrases(table: str, name: str) -> frozenset[Phrase]:
        try:
            listed = tables[table][name]
        except KeyError:
            raise PlaceDataError(f'{path}: add {name} = ["…"] under [{table}]') from None
        return frozenset(phrase for text in listed if (phrase := tuple(words(text))))

    def single(table: str, name: str) -> frozenset[str]:
        return frozenset(word for phrase in phrases(table, name) for word in phrase)

    return Vocabulary(
        county_after=phrases("county", "after"),
        county_before=phrases("county", "before"),
        county_last=phrases("county", "last"),
        city_after=phrases("city", "after"),
        city_before=phrases("city", "before"),
        jail=phrases("jail", "words"),
        jail_common=single("jail", "common"),
        jail_signs=single("jail", "signs"),
        weak_jail_signs=single("jail", "weak_signs"),
        sheriff=phrases("sheriff", "words"),
        police=phrases("police", "words"),
        at=phrases("at", "words"),
        between=phrases("at", "between"),
        person=phrases("person", "words"),
        says=phrases("person", "says"),
        person_states=single("person", "states"),
        zip=phrases("at", "zip"),
        numbered=single("codes", "numbered"),
        verbs=single("ordinary", "verbs"),
        filler=phrases("filler", "words"),
        code_words=single("codes", "words"),
        rare_code_words=single("codes", "rare_words"),
        foreign_codes=single("codes", "foreign"),
        english=single("codes", "english"),
        not_english=single("codes", "not_english"),
        french=single("codes", "french"),
        portuguese=single("codes", "portuguese"),
        vietnamese=single("codes", "vietnamese"),
        never_alone=single("codes", "never_alone"),
        countries=frozenset(map(" ".join, phrases("countries", "names"))),
        ordinary=_listed(path.with_name("ordinary_words.txt"))
        | single("ordinary", "more")
        | single("ordinary", "topics"),
        first_words=single("ordinary", "first_words"),
        last_words=single("ordinary", "last_words"),
        topics=frozenset(word for word in single("ordinary", "topics") if len(word) >= 5),
        given_names=_listed(path.with_name("given_names.txt")),
        heard=dict(tables["heard"]["words"]),
    )


def _listed(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text(encoding="utf-8").split())
    except OSError as error:
        raise PlaceDataError(f"{path}: cannot be read; it lists one folded word a line") from error
