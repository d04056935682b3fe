"""A text -> a query: its words, and every state and name of ours among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from bot.places import signs
from bot.places.county_question import without_county_question
from bot.places.fold import words
from bot.places.gazetteer import Gazetteer
from bot.places.place import MatchKind
from bot.places.query import LONGEST_NAME, LONGEST_PHRASE, NameSpan, Query, Span, StateSpan
from bot.places.reading import Readings

# Two SMS pages of words: what follows is not read, so that the cost stays flat.
MOST_WORDS = 330
# Nor are more names than this weighed.
MOST_NAMES = 24
# Vietnamese "in", which without its mark is a word of other languages ("o Milton tem").
_AT = re.compile(r"\bở\b", re.IGNORECASE)
# "Boston né": isn't it?, and no Nebraska.
_TAG = re.compile(r"\bné\b(?=\W*$)", re.IGNORECASE)


def read_query(text: str, gazetteer: Gazetteer, hint_state: str = "") -> Query:
    """Look up every run of words; costs one look-up per run, whatever the text says."""
    if "ở" in text.lower():
        text = _AT.sub("tại", text)
    if "né" in text.lower():
        text = _TAG.sub(" ", text)
    plain = without_county_question(words(text)[:MOST_WORDS], gazetteer.vocabulary)
    plain = _city_for_cty(_parted(plain, gazetteer), gazetteer)
    plain = [_without_article(word, gazetteer) for word in plain]
    plain = _with_directions([signs.mended(word, gazetteer) for word in plain], gazetteer)
    foreign: frozenset[int] = frozenset()
    if not "".join(plain).isascii():
        put = gazetteer.scripts.latin(plain)
        plain = [word.text for word in put]
        foreign = frozenset(i for i, word in enumerate(put) if word.foreign)
    said = tuple(plain)
    states = tuple(_states(said, gazetteer))
    names = tuple(islice(_names(said, states, gazetteer), MOST_NAMES))
    states = tuple(s for s in states if not _is_in_jail_name(s, names))
    return Query(said, gazetteer, hint_state.upper(), states, names, foreign)


def _is_in_jail_name(state: StateSpan, names: Sequence[NameSpan]) -> bool:
    """The "Montana" of "Camp East Montana", a detention centre in Texas."""
    return any(
        state.within(n) and n.end - n.start > state.end - state.start
        and all(r.kind in (MatchKind.JAIL, MatchKind.ICE_FACILITY) for r in n.readings)
        for n in names
    )  # fmt: skip


# "S. Lake Tahoe", "in N Las Vegas"; elsewhere "e" is a word of Portuguese and Italian.
_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def _with_directions(said: list[str], gazetteer: Gazetteer) -> list[str]:
    if _DIRECTIONS.keys().isdisjoint(said):
        return said
    for start, word in enumerate(said):
        begins = start == 0 or (said[start - 1],) in gazetteer.vocabulary.at
        whole = _DIRECTIONS.get(word) if begins else None
        runs = range(start + 2, min(start + LONGEST_NAME, len(said) + 1)) if whole else ()
        if any(gazetteer.names.has(f"{whole}{''.join(said[start + 1 : end])}") for end in runs):
            said = [*said[:start], str(whole), *said[start + 1 :]]
    return said


# Words that thumbs run together with a name.
_JOINED = ("county", "parish")
_SHORTEST = 4
_VOWELS = frozenset("aeiou")


def _parted(said: list[str], gazetteer: Gazetteer) -> list[str]:
    if not any(sign in word for word in said for sign in _JOINED):
        return said
    return [part for word in said for part in _parts(word, gazetteer)]


def _parts(word: str, gazetteer: Gazetteer) -> list[str]:
    """ "clarkcounty", "gwinnettcountyga", "dentoncountytexas": the name, the sign, the state."""
    if gazetteer.names.has(word):
        return [word]
    for sign in _JOINED:
        name, _, state = word.partition(sign)
        known = not state or (state,) in gazetteer.state_names
        if len(name) >= _SHORTEST and known and name != word and gazetteer.names.has(name):
            return [name, sign, state] if state else [name, sign]
    return [word]


def _city_for_cty(said: list[str], gazetteer: Gazetteer) -> list[str]:
    """ "siler cty nc": there is no Siler County, but a Siler City."""
    if "cty" not in said:
        return said
    return ["city" if _is_city(said, at, gazetteer) else word for at, word in enumerate(said)]


def _is_city(said: list[str], at: int, gazetteer: Gazetteer) -> bool:
    if said[at] != "cty" or at == 0:
        return False
    counties = [r for r in gazetteer.readings(said[at - 1]) if r.kind is MatchKind.COUNTY]
    return not counties and gazetteer.names.has(f"{said[at - 1]}city")


def _without_article(word: str, gazetteer: Gazetteer) -> str:
    """ "dans l'Ohio", "comté d'Allegheny": the apostrophe is gone by now."""
    name = word[1:]
    if word[:1] in ("l", "d") and name[:1] in _VOWELS and len(name) >= _SHORTEST:
        _, sort = gazetteer.state_names.get((name,), ("", ""))
        is_name = sort == "name" or (len(name) > _SHORTEST and gazetteer.names.has(name))
        if is_name and not gazetteer.names.has(word) and word not in gazetteer.vocabulary.ordinary:
            return name
    return word


def _states(said: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[StateSpan]:
    start = 0
    while start < len(said):
        found = _state_at(said, start, gazetteer)
        if found:
            yield found
        start = found.end if found else start + 1


def _state_at(said: tuple[str, ...], start: int, gazetteer: Gazetteer) -> StateSpan | None:
    if said[start] not in gazetteer.states_begin:
        return None
    for size in range(min(LONGEST_PHRASE, len(said) - start), 0, -1):
        known = gazetteer.state_names.get(said[start : start + size])
        if known:
            is_word = size == 1 and (
                _is_before_its_word(said, start, gazetteer)
                or _is_creole_the(said, start)
                or _names_a_county(said, start)
            )
            return None if is_word else StateSpan(start, start + size, *known)
    return None


_CREOLE = frozenset({"konte", "prizon", "nan", "cherif", "lapolis", "vil"})


def _is_creole_the(said: tuple[str, ...], start: int) -> bool:
    """ "cherif konte Collier la": the article ends the text."""
    return said[start] == "la" and start == len(said) - 1 and not _CREOLE.isdisjoint(said)


def _names_a_county(said: tuple[str, ...], start: int) -> bool:
    """ "arcadia LA county": Louisiana has parishes, so that is Los Angeles County. "Jersey County"
    is in Illinois."""
    return said[start] in ("la", "jersey") and said[start + 1 : start + 2] == ("county",)


def _is_before_its_word(said: tuple[str, ...], start: int, gazetteer: Gazetteer) -> bool:
    """ "esta en Monroe, la carcel no contesta": the article, not Louisiana."""
    behind = gazetteer.vocabulary.words_before.get(said[start], frozenset())
    return start > 0 and start + 1 < len(said) and said[start + 1] in behind


def _names(
    said: tuple[str, ...], states: Sequence[StateSpan], gazetteer: Gazetteer
) -> Iterator[NameSpan]:
    reached = 0
    for start in range(len(said)):
        for end, name in _runs(said, start, reached, gazetteer.names.every):
            if not _is_part_of_state(Span(start, end), states):
                span = NameSpan(start, end, gazetteer.readings(name))
                yield _without_state(said, span, states, gazetteer)
                reached = end
                break


def _runs(
    said: tuple[str, ...], start: int, reached: int, every: Set[str]
) -> list[tuple[int, str]]:
    """Where each name that begins here ends, past what was read, and its key; longest first."""
    name, runs = "", []
    for end, word in enumerate(said[start : start + LONGEST_NAME], start + 1):
        name += word
        if name in every and end > reached:
            runs.append((end, name))
    return runs[::-1]


def _without_state(
    said: tuple[str, ...], name: NameSpan, states: Sequence[StateSpan], gazetteer: Gazetteer
) -> NameSpan:
    """ "Lake California" is a village, but may be the Lake County of California as well; and
    "Webster County" is a town in Georgia, but other states' county first."""
    for state in states:
        if state.end == name.end and state.start > name.start:
            first = gazetteer.readings("".join(said[name.start : state.start]))
            here = tuple(r for r in first if r.state == state.code)
            if here:
                return NameSpan(name.start, state.start, Readings((*here, *name.readings)))
    if (
        said[name.start] == "de"
        and said[name.start - 1 : name.start + 1] in gazetteer.vocabulary.county_before
    ):
        return _of_de(said, name, gazetteer)
    if said[name.end - 1] in _JOINED:
        first = gazetteer.readings("".join(said[name.start : name.end - 1]))
        if first:
            return NameSpan(name.start, name.end - 1, Readings((*first, *name.readings)))
    return name


def _of_de(said: tuple[str, ...], name: NameSpan, gazetteer: Gazetteer) -> NameSpan:
    """ "condado de León" is no county called De León; "condado de Baca" may be Baca or De Baca."""
    first = gazetteer.readings("".join(said[name.start + 1 : name.end]))
    if all(r.kind is not MatchKind.COUNTY for r in first):
        return name
    own = (r for r in name.readings if r.kind is MatchKind.COUNTY)
    return NameSpan(name.start + 1, name.end, Readings((*first, *own)))


def _is_part_of_state(span: Span, states: Sequence[StateSpan]) -> bool:
    """ "Jersey" in "New Jersey" is no town; "Kansas City" is one although Kansas is a state."""
    return any(
        span.overlaps(s) and not s.within(span) for s in states if s.sort in ("name", "short")
    )
