"""A text as the finder sees it: its words, the states in it, and every name of ours in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from bot.places.fold import words
from bot.places.gazetteer import Gazetteer
from bot.places.reading import Reading
from bot.places.vocabulary import Phrase

# Longest name in the tables, in words, that people type ("Naval Air Station Fort Worth …" aside).
LONGEST_NAME = 5
LONGEST_PHRASE = 4
# Two SMS pages of words: what follows is not read, so that the cost stays flat.
MOST_WORDS = 330
# Nor are more names than this weighed.
MOST_NAMES = 24


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``start`` to ``end`` (without ``end``)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class StateSpan(Span):
    """``sort`` as in :func:`bot.places.tables.read_state_names`."""

    code: str
    sort: str


@dataclass(frozen=True, slots=True)
class NameSpan(Span):
    """A name of ours and all that it can mean. ``fuzzy`` where the spelling was mended."""

    readings: tuple[Reading, ...]
    fuzzy: bool = False


@dataclass(frozen=True)
class Query:
    """One text. ``hint_state`` may only order the choices of a question; ``foreign`` counts the
    words that were put into our letters from another script."""

    words: tuple[str, ...]
    gazetteer: Gazetteer
    hint_state: str
    states: tuple[StateSpan, ...]
    names: tuple[NameSpan, ...]
    foreign: frozenset[int] = frozenset()
    mended: StateSpan | None = None
    # What stands around each name (by its id), kept because every step asks for it.
    seen: dict[int, Any] = field(default_factory=dict, init=False, compare=False)

    def text(self, *spans: Span) -> str:
        return " ".join(self.words[i] for i in sorted({i for s in spans for i in
                                                       range(s.start, s.end)}))  # fmt: skip

    def rest(self, spans: Sequence[Span]) -> str:
        """The text without these words."""
        used = {i for span in spans for i in range(span.start, span.end)}
        return " ".join(word for i, word in enumerate(self.words) if i not in used)

    def is_risky(self, state: StateSpan) -> bool:
        """A code or abbreviation that is also a word: "in", "me", "del"."""
        known = self.gazetteer.vocabulary.code_words
        return state.sort == "weak" or (state.sort == "code" and self.text(state) in known)

    def is_county_sign(self, span: Span) -> bool:
        """ "co" is also a word ("có" in Vietnamese): a county only before a state or a jail, or
        where the text ends."""
        if self.text(span) != "co":
            return True
        known = self.gazetteer.vocabulary
        if span.end == len(self.words):
            return span.start < 2 or self.words[span.start - 1] not in known.ordinary
        behind = self.phrase_at(span.end, known.jail | known.sheriff | {("in",), ("en",)})
        return behind is not None or any(s.start == span.end for s in self.states)

    def known_signs(self, span: Span) -> bool:
        """Whether a county word, a state, or a jail word stands among these words."""
        known = self.gazetteer.vocabulary
        signs = known.county_after | known.jail | known.sheriff | known.police | known.at
        said = self.words[span.start : span.end]
        if any(span.overlaps(s) and not self._is_inside(s, span) for s in self.states):
            return True
        linking = all((word,) in known.between or (word,) in known.filler for word in said)
        return linking or any((word,) in signs for word in said)

    def _is_inside(self, state: StateSpan, span: Span) -> bool:
        """A code, or the "Kansas" of "Kansas Sity", may be a part of a name."""
        return state.sort == "code" or (state.within(span) and state.start == span.start
                                        and state.end < span.end)  # fmt: skip

    def phrase_at(self, start: int, phrases: Set[Phrase]) -> Span | None:
        """The longest of the phrases that begins with word ``start``."""
        for size in range(min(LONGEST_PHRASE, len(self.words) - start), 0, -1):
            if self.words[start : start + size] in phrases:
                return Span(start, start + size)
        return None

    def phrase_before(self, end: int, phrases: Set[Phrase]) -> Span | None:
        """The longest of the phrases that ends just before word ``end``."""
        for size in range(min(LONGEST_PHRASE, end), 0, -1):
            if self.words[end - size : end] in phrases:
                return Span(end - size, end)
        return None


def read_query(text: str, gazetteer: Gazetteer, hint_state: str = "") -> Query:
    """Look up every run of words; costs one look-up per run, whatever the text says."""
    plain = _parted(words(text)[:MOST_WORDS], gazetteer)
    foreign: frozenset[int] = frozenset()
    if not "".join(plain).isascii():
        put = gazetteer.scripts.latin(plain)
        plain = [word.text for word in put]
        foreign = frozenset(i for i, word in enumerate(put) if word.foreign)
    said = tuple(plain)
    states = tuple(_states(said, gazetteer))
    names = tuple(islice(_names(said, states, gazetteer), MOST_NAMES))
    return Query(said, gazetteer, hint_state.upper(), states, names, foreign)


# Words that thumbs run together with a name: "clarkcounty", "orleansparish".
_JOINED = ("county", "parish")
_SHORTEST = 4


def _parted(said: list[str], gazetteer: Gazetteer) -> list[str]:
    parted: list[str] = []
    for word in said:
        sign = next((s for s in _JOINED if word.endswith(s) and len(word) > len(s)), "")
        name = word[: len(word) - len(sign)]
        if (
            sign
            and len(name) >= _SHORTEST
            and gazetteer.names.has(name)
            and not (gazetteer.names.has(word))
        ):
            parted += [name, sign]
        else:
            parted.append(word)
    return parted


def _states(said: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[StateSpan]:
    start = 0
    while start < len(said):
        found = _state_at(said, start, gazetteer)
        if found:
            yield found
        start = found.end if found else start + 1


def _state_at(said: tuple[str, ...], start: int, gazetteer: Gazetteer) -> StateSpan | None:
    for size in range(min(LONGEST_PHRASE, len(said) - start), 0, -1):
        known = gazetteer.state_names.get(said[start : start + size])
        if known:
            return StateSpan(start, start + size, *known)
    return None


def _names(
    said: tuple[str, ...], states: Sequence[StateSpan], gazetteer: Gazetteer
) -> Iterator[NameSpan]:
    reached = 0
    for start in range(len(said)):
        for end in range(min(start + LONGEST_NAME, len(said)), max(reached, start), -1):
            span = Span(start, end)
            readings = gazetteer.readings("".join(said[start:end]))
            if readings and not _is_part_of_state(span, states):
                yield _without_state(said, NameSpan(start, end, readings), states, gazetteer)
                reached = end
                break


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
                return NameSpan(name.start, state.start, (*here, *name.readings))
    if said[name.end - 1] in _JOINED:
        first = gazetteer.readings("".join(said[name.start : name.end - 1]))
        if first:
            return NameSpan(name.start, name.end - 1, (*first, *name.readings))
    return name


def _is_part_of_state(span: Span, states: Sequence[StateSpan]) -> bool:
    """ "Jersey" in "New Jersey" is no town; "Kansas City" is one although Kansas is a state."""
    return any(
        span.overlaps(s) and not s.within(span) for s in states if s.sort in ("name", "short")
    )
