"""The surest step: a ZIP."""

from __future__ import annotations

from bot.places.meant import Candidate
from bot.places.place import Matched, MatchKind, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading
from bot.places.settle import answer

ZIP_DIGITS = 5


def by_zip(query: Query) -> PlaceAnswer | None:
    """ "48201", "I am in 90011", "48201-1234"; never "$15000" or a number of six digits."""
    for start, word in enumerate(query.words):
        if len(word) != ZIP_DIGITS or not word.isdecimal() or _is_amount(query, start):
            continue
        counties = query.gazetteer.zip_counties(word)
        if counties:
            span = Span(start, start + 1)
            candidates = [_zip_candidate(query, c, n) for n, c in enumerate(counties)]
            matched = Matched(word, MatchKind.ZIP, label=word)
            return answer(query, candidates, matched, spans=[span], explicit=True)
    return None


def _zip_candidate(query: Query, fips: str, place: int) -> Candidate:
    state = query.gazetteer.county(fips).state
    reading = Reading(MatchKind.ZIP, "zip", "", state, (fips,), 0)
    return Candidate(fips, 1.0 / (1 + place), reading)


_MONEY = frozenset({"usd", "dollars", "dollar", "dolares", "bond", "bail", "fianza", "pesos"})


def _is_amount(query: Query, start: int) -> bool:
    around = query.words[max(0, start - 2) : start + 2]
    return query.words[start].endswith("000") or bool(_MONEY.intersection(around))
