"""The surest step: a ZIP."""

from __future__ import annotations

import re

from bot.places.meant import Candidate
from bot.places.place import Matched, MatchKind, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading
from bot.places.settle import answer

# Letters that thumbs leave no space before or behind: "zip33125", "FL33125", "33125에서".
_WRITTEN_ON = r"zip|[a-z]{2}|[^\W\d_a-z]+"
_ZIP = re.compile(rf"({_WRITTEN_ON})?([0-9]{{5}})({_WRITTEN_ON})?")


def by_zip(query: Query) -> PlaceAnswer | None:
    """ "48201", "I am in 90011", "48201-1234"; never "$15000" or a number of six digits."""
    for start, said in enumerate(query.words):
        word = _digits(said, query)
        if not word or _is_amount(query, start):
            continue
        counties = query.gazetteer.zip_counties(word)
        if counties:
            span = Span(start, start + 1)
            candidates = [_zip_candidate(query, c, n) for n, c in enumerate(counties)]
            matched = Matched(word, MatchKind.ZIP, label=word)
            return answer(query, candidates, matched, spans=[span], explicit=True)
    return None


def _digits(word: str, query: Query) -> str:
    """The five digits of a word; empty where it has others, or letters that are not its state."""
    written = _ZIP.fullmatch(word)
    if not written:
        return ""
    before, digits, behind = written.groups()
    codes = (w.upper() for w in (before, behind) if w and len(w) == 2 and w.isascii())
    states = {query.gazetteer.county(c).state for c in query.gazetteer.zip_counties(digits)}
    return digits if states.issuperset(codes) else ""


def _zip_candidate(query: Query, fips: str, place: int) -> Candidate:
    state = query.gazetteer.county(fips).state
    reading = Reading(MatchKind.ZIP, "zip", "", state, (fips,), 0)
    return Candidate(fips, 1.0 / (1 + place), reading)


_MONEY = frozenset({"usd", "dollars", "dollar", "dolares", "bond", "bail", "fianza", "pesos"})


def _is_amount(query: Query, start: int) -> bool:
    around = query.words[max(0, start - 2) : start + 2]
    return query.words[start].endswith("000") or bool(_MONEY.intersection(around))
