"""A text as the finder sees it: its words, the states in it, and every name of ours in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.places.gazetteer import Gazetteer
from bot.places.lazily import Lazily
from bot.places.phrases import Phrases
from bot.places.reading import Readings

LONGEST_PHRASE = 4
# Longest name in the tables, in words, that people type ("Naval Air Station Fort Worth …" aside).
LONGEST_NAME = 5
# Of its words a text needs so many to be in a language for sure.
SURE_WORDS = 2


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

    readings: Readings
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

    @Lazily
    def strange(self) -> tuple[int, ...]:
        """Where the words stand that are more than "hello" and "please"."""
        filler = self.gazetteer.vocabulary.filler
        return tuple(i for i, word in enumerate(self.words) if (word,) not in filler)

    def text(self, *spans: Span) -> str:
        if len(spans) == 1:
            return " ".join(self.words[spans[0].start : spans[0].end])
        return " ".join(self.words[i] for i in sorted({i for s in spans for i in
                                                       range(s.start, s.end)}))  # fmt: skip

    def rest(self, spans: Sequence[Span]) -> str:
        """The text without these words."""
        used = {i for span in spans for i in range(span.start, span.end)}
        if len(used) == len(self.words):
            return ""
        return " ".join(word for i, word in enumerate(self.words) if i not in used)

    def is_risky(self, state: StateSpan) -> bool:
        """A code or abbreviation that is also a word: "in", "me", "del"."""
        if state.sort != "code":
            return state.sort == "weak"
        known, code = self.gazetteer.vocabulary, self.text(state)
        if self.is_in_another_script:
            return False
        return code in known.code_words and not (self.is_english and code in known.foreign_codes)

    @Lazily
    def is_in_another_script(self) -> bool:
        """Two Latin letters in a Korean text are a state, not a word of Spanish or English."""
        other = sum(not word.isascii() for word in self.words)
        return 2 * other > len(self.words)

    @Lazily
    def is_english(self) -> bool:
        """Surely so: "va" and "la" are then no words, but Virginia and Louisiana."""
        known = self.gazetteer.vocabulary
        if not known.not_english.isdisjoint(self.words):
            return False
        return len(known.english.intersection(self.words)) >= SURE_WORDS

    @Lazily
    def is_french(self) -> bool:
        return len(self.gazetteer.vocabulary.french.intersection(self.words)) >= SURE_WORDS

    @Lazily
    def is_portuguese(self) -> bool:
        known = self.gazetteer.vocabulary
        return len(known.portuguese.intersection(self.words)) >= SURE_WORDS

    @Lazily
    def is_vietnamese(self) -> bool:
        return len(self.gazetteer.vocabulary.vietnamese.intersection(self.words)) >= SURE_WORDS

    def is_county_sign(self, span: Span) -> bool:
        """ "co" is also a word ("có" in Vietnamese): a county only before a state or a jail, or
        where the text ends."""
        if self.text(span) == "hat":  # "hạt", but not in English
            return not self.is_english
        if self.text(span) != "co":
            return True
        known = self.gazetteer.vocabulary
        if span.end == len(self.words):
            few = span.start < 2 or self.words[span.start - 1] not in known.ordinary
            return few or any(self._is_long_county(n) for n in self.names if n.end == span.start)
        behind = self.phrase_at(span.end, known.behind_co)
        return behind is not None or any(s.start == span.end for s in self.states)

    @staticmethod
    def _is_long_county(name: NameSpan) -> bool:
        """ "otter tail co": two words or more that are a county."""
        return name.end - name.start > 1 and any(r.sort == "county" for r in name.readings)

    def known_signs(self, span: Span) -> bool:
        """Whether a county word, a state, or a jail word stands among these words."""
        known = self.gazetteer.vocabulary
        said = self.words[span.start : span.end]
        if any(span.overlaps(s) and not self._is_inside(s, span) for s in self.states):
            return True
        linking = all((word,) in known.between or (word,) in known.filler for word in said)
        return linking or any((word,) in known.any_sign for word in said)

    def _is_inside(self, state: StateSpan, span: Span) -> bool:
        """A code, or the "Kansas" of "Kansas Sity", may be a part of a name."""
        return state.sort == "code" or (state.within(span) and state.start == span.start
                                        and state.end < span.end)  # fmt: skip

    def phrase_at(self, start: int, phrases: Phrases) -> Span | None:
        """The longest of the phrases that begins with word ``start``."""
        if start >= len(self.words) or self.words[start] not in phrases.begin:
            return None
        for size in range(min(LONGEST_PHRASE, len(self.words) - start), 0, -1):
            if self.words[start : start + size] in phrases:
                return Span(start, start + size)
        return None

    def phrase_before(self, end: int, phrases: Phrases) -> Span | None:
        """The longest of the phrases that ends just before word ``end``."""
        if end <= 0 or self.words[end - 1] not in phrases.end:
            return None
        for size in range(min(LONGEST_PHRASE, end), 0, -1):
            if self.words[end - size : end] in phrases:
                return Span(end - size, end)
        return None
