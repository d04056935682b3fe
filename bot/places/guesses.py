"""Where a misspelt name may stand: beside a county word or a state, alone, after "in"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.places.evidence import KOREAN_IN
from bot.places.query import Query, Span, StateSpan

# People of a place that may be meant without any sign of a place beside it.
KNOWN = 20_000
FAMOUS = 100_000
# Nor is a place of fewer people than this taken for a misspelt one beside its state.
HAMLET = 500
# Words of a name that may be misspelt.
LONGEST = 3
ARTICLES = frozenset({"the", "el", "la"})
# Letters of a single word that may be a famous city although nothing says so.
LONG_WORD = 7
# In a longer text a name stands before its state, not after it.
FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Try:
    """Words that may be a misspelt name, how much is known of it, and the most wrong letters."""

    span: Span
    state: str = ""
    counties: bool = False
    people: int = 0
    slips: float = 3.0


def guesses(query: Query) -> Iterator[list[Try]]:
    """Groups of tries at one spot: "georgs" or "prince georgs" before the word "county"."""
    yield from beside_county_words(query)
    yield from _with_state(query)
    yield from _by_state(query)
    yield from _whole_text(query)
    yield from _after_in(query)
    yield from _single_words(query)


def beside_county_words(query: Query) -> Iterator[list[Try]]:
    known = query.gazetteer.vocabulary
    if known.county_begins.isdisjoint(query.words):
        return
    state = _one_state(query)
    for start in range(len(query.words)):
        after = query.phrase_at(start, known.county_after)
        if after and query.is_county_sign(after):
            yield list(_ending(start, Try(after, state, counties=True)))
        before = query.phrase_at(start, known.county_before)
        if before and query.is_county_sign(before):
            yield list(_starting(query, before.end, Try(before, state, counties=True)))


def _by_state(query: Query) -> Iterator[list[Try]]:
    for state in query.states:
        if state.sort == "code" and not _is_short_text(query, state):
            continue
        like = Try(state, state.code, people=HAMLET)
        before, after = _ending(_linked(query, state), like), _starting(query, state.end, like)
        yield [*before, *(after if len(query.words) <= FEW_WORDS else ())]


def _linked(query: Query, state: StateSpan) -> int:
    """Where the name before a state ends: "pine prérie en Louisiane"."""
    known = query.gazetteer.vocabulary
    link = query.phrase_before(state.start, known.at) if state.sort == "name" else None
    return link.start if link else state.start


def _with_state(query: Query) -> Iterator[list[Try]]:
    """ "Kansas Citt", "Virginia Bech": a city whose name begins with a state's."""
    for state in query.states:
        if state.sort == "name" and state.end < len(query.words):
            yield [Try(Span(state.start, state.end + 1), people=KNOWN, slips=1.0)]


def _is_short_text(query: Query, state: StateSpan) -> bool:
    """ "jakson mi", not "my boss did not pay me"."""
    short = len(query.words) <= LONGEST
    return state.end == len(query.words) and (short or not query.is_risky(state))


def _one_state(query: Query) -> str:
    codes = {s.code for s in query.states if s.sort in ("name", "short") or
             s.end == len(query.words)}  # fmt: skip
    return codes.pop() if len(codes) == 1 else ""


def _ending(end: int, like: Try) -> Iterator[Try]:
    for size in range(1, min(LONGEST, end) + 1):
        yield replace(like, span=Span(end - size, end))


def _starting(query: Query, start: int, like: Try) -> Iterator[Try]:
    for size in range(1, min(LONGEST, len(query.words) - start) + 1):
        yield replace(like, span=Span(start, start + size))


def _whole_text(query: Query) -> Iterator[list[Try]]:
    known = query.gazetteer.vocabulary
    left = [i for i, word in enumerate(query.words) if (word,) not in known.filler]
    if left and left[-1] - left[0] < LONGEST and not _ends_in_a_state(query):
        letters = sum(len(query.words[i]) for i in left)
        slips = 2.0 if letters > LONG_WORD + 1 else 1.5
        yield [Try(Span(left[0], left[-1] + 1), people=KNOWN, slips=slips)]


def _ends_in_a_state(query: Query) -> bool:
    """ "bima az" is no town of another state, whatever it sounds like."""
    return any(
        s.sort == "code" and s.start > 0 and s.end == len(query.words) and not query.is_risky(s)
        for s in query.states
    )


def _after_in(query: Query) -> Iterator[list[Try]]:
    known = query.gazetteer.vocabulary
    for start in range(len(query.words)):
        at = query.phrase_at(start, known.at)
        if at and at.end < len(query.words):
            like = Try(at, people=KNOWN, slips=1.5)
            yield list(_starting(query, at.end, like))[:2]
            if query.words[at.end] in ARTICLES:  # "en el adelando"
                yield list(_starting(query, at.end + 1, like))[:1]
        behind = query.phrase_at(start, KOREAN_IN)
        if behind:
            yield list(_ending(start, Try(behind, people=KNOWN, slips=1.5)))[:2]


def _single_words(query: Query) -> Iterator[list[Try]]:
    """A text that names its state means no famous city of another one."""
    sure = {s.code for s in query.states if not query.is_risky(s)}
    state = sure.pop() if len(sure) == 1 else ""
    for start, word in enumerate(query.words):
        if len(word) >= LONG_WORD:
            yield [Try(Span(start, start + 1), state, people=FAMOUS, slips=1.0)]
