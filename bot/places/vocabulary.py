"""The words around a place name ("county of", "cárcel", "in"): ``data/vocabulary.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

from bot.places.fold import words
from bot.places.letters import script_of
from bot.places.phrases import Phrase, Phrases

DATA = Path(__file__).with_name("data")

# Letters of a sign that may have a slip.
_LONG = 6


class PlaceDataError(ValueError):
    """A file of this room's data cannot be used; the message names the file and the remedy."""


@dataclass(frozen=True)
class Vocabulary:
    """Each set holds folded phrases; see the comments in the file for what each one is for."""

    county_after: Phrases
    county_before: Phrases
    county_last: Phrases
    county_asked: Phrases
    county_asked_end: Phrases
    city_after: Phrases
    city_before: Phrases
    jail: Phrases
    jail_common: frozenset[str]
    jail_signs: frozenset[str]
    weak_jail_signs: frozenset[str]
    sheriff: Phrases
    police: Phrases
    at: Phrases
    between: Phrases
    home: Phrases
    here: Phrases
    elsewhere: Phrases
    beside: Phrases
    near: Phrases
    asking_on: Phrases
    arrested: frozenset[str]
    denied: Phrases
    denied_behind: Phrases
    rather: Phrases
    no: Phrases
    correcting: Phrases
    person: Phrases
    says: Phrases
    brands: Phrases
    person_states: frozenset[str]
    zip: Phrases
    numbered: frozenset[str]
    verbs: frozenset[str]
    things: frozenset[str]
    filler: Phrases
    code_words: frozenset[str]
    rare_code_words: frozenset[str]
    foreign_codes: frozenset[str]
    words_before: Mapping[str, frozenset[str]]
    english: frozenset[str]
    not_english: frozenset[str]
    french: frozenset[str]
    portuguese: frozenset[str]
    vietnamese: frozenset[str]
    never_alone: frozenset[str]
    countries: frozenset[str]
    foreigners: Phrases
    americans: Phrases
    ordinary: frozenset[str]
    foreign: frozenset[str]
    everyday: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]
    topics: frozenset[str]
    given_names: frozenset[str]
    heard: Mapping[str, str]

    @cached_property
    def before_a_state(self) -> Phrases:
        """What may stand between a name and its state: "county jail in the state of"."""
        signs = self.county_after | self.county_before | self.jail | self.sheriff | self.police
        return Phrases(self.between | signs | self.city_after)

    @cached_property
    def county_asked_in_han(self) -> Sequence[str]:
        """Questions for the county that stand behind a name without a space; longest first."""
        han = (p[0] for p in self.county_asked if len(p) == 1 and script_of(p[0]) == "han")
        return sorted(han, key=len, reverse=True)

    @cached_property
    def behind_a_state(self) -> Phrases:
        """What shows that two letters before it were a state."""
        return Phrases(self.jail | self.sheriff | {("usa",)})

    @cached_property
    def behind_co(self) -> Phrases:
        """What shows that "co" before it was a county, or Colorado: "wayne co has him"."""
        verbs = {(word,) for word in ("has", "got", "took", "arrested", "picked")}
        return Phrases(self.jail | self.sheriff | {("in",), ("en",)} | verbs)

    @cached_property
    def county_begins(self) -> frozenset[str]:
        """The first words of all words for counties."""
        return self.county_after.begin | self.county_before.begin

    @cached_property
    def any_sign(self) -> frozenset[Phrase]:
        """Words for counties, those who hold people, and "in"."""
        return self.county_after | self.jail | self.sheriff | self.police | self.at

    @cached_property
    def beside_a_name(self) -> frozenset[Phrase]:
        """What may stand before a name without being a part of it."""
        return self.at | self.between | self.filler | self.person | self.jail

    @cached_property
    def long_signs(self) -> Mapping[int, Sequence[str]]:
        """Single words for counties and jails, long enough to be known although misspelt, by
        their length."""
        phrases = self.county_after | self.county_before | self.jail | self.sheriff
        single = {word for phrase in phrases if len(phrase) == 1 for word in phrase}
        signs = single | self.jail_signs | self.jail_common
        long = sorted((w for w in signs if w.isascii() and len(w) >= _LONG), key=len)
        return {length: sorted(group) for length, group in groupby(long, key=len)}


@cache
def read_vocabulary(path: Path = DATA / "vocabulary.toml") -> Vocabulary:
    """Raises :class:`PlaceDataError` where a list is missing."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))

    def phrases(table: str, name: str) -> Phrases:
        try:
            listed = tables[table][name]
        except KeyError:
            raise PlaceDataError(f'{path}: add {name} = ["…"] under [{table}]') from None
        return Phrases(phrase for text in listed if (phrase := tuple(words(text))))

    def single(table: str, name: str) -> frozenset[str]:
        return frozenset(word for phrase in phrases(table, name) for word in phrase)

    everyday = single("ordinary", "everyday")
    foreign = everyday | _listed(path.with_name("foreign_words.txt"))
    return Vocabulary(
        county_after=phrases("county", "after"),
        county_before=phrases("county", "before"),
        county_last=phrases("county", "last"),
        county_asked=phrases("county", "asked"),
        county_asked_end=phrases("county", "asked_end"),
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
        home=phrases("at", "home"),
        here=phrases("at", "here"),
        elsewhere=phrases("at", "elsewhere"),
        beside=phrases("at", "beside"),
        near=phrases("at", "near"),
        asking_on=phrases("at", "asking_on"),
        arrested=single("at", "arrested"),
        denied=phrases("at", "denied"),
        denied_behind=phrases("at", "denied_behind"),
        rather=phrases("at", "rather"),
        no=phrases("at", "no"),
        correcting=phrases("at", "correcting"),
        person=phrases("person", "words"),
        says=phrases("person", "says"),
        brands=Phrases(phrases("person", "brands") | phrases("person", "surnames")),
        person_states=single("person", "states"),
        zip=phrases("at", "zip"),
        numbered=single("codes", "numbered"),
        verbs=single("ordinary", "verbs"),
        things=frozenset(map(" ".join, phrases("ordinary", "things"))),
        filler=phrases("filler", "words"),
        code_words=single("codes", "words"),
        rare_code_words=single("codes", "rare_words"),
        foreign_codes=single("codes", "foreign"),
        words_before={
            code: frozenset(word for text in listed for word in words(text))
            for code, listed in tables["codes"]["before"].items()
        },
        english=single("codes", "english"),
        not_english=single("codes", "not_english"),
        french=single("codes", "french"),
        portuguese=single("codes", "portuguese"),
        vietnamese=single("codes", "vietnamese"),
        never_alone=single("codes", "never_alone"),
        foreigners=phrases("countries", "people"),
        americans=phrases("countries", "ours"),
        countries=frozenset(map(" ".join, phrases("countries", "names"))),
        ordinary=_listed(path.with_name("ordinary_words.txt"))
        | single("ordinary", "more")
        | single("ordinary", "topics")
        | foreign,
        foreign=foreign,
        everyday=everyday,
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
