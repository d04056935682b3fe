"""The surest step: a ZIP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.places.meant import Candidate
from bot.places.place import Matched, MatchKind, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading
from bot.places.settle import answer, asking

# Letters that thumbs leave no space before or behind: "zip33125", "FL33125", "33125에서".
_WRITTEN_ON = r"zip|[a-z]{2}|[^\W\d_a-z]+"
ZIP_DIGITS = 5
_LEAST_DIGITS = 3
_LETTERS_FOR_DIGITS = str.maketrans("oli", "011")
_ZIP = re.compile(rf"({_WRITTEN_ON})?([0-9]{{5}})({_WRITTEN_ON})?")


def by_zip(query: Query) -> PlaceAnswer | None:
    """ "48201", "I am in 90011", "48201-1234"; of two ZIPs that are not in the same counties none
    is guessed ("from 60505 to 60629")."""
    answers = [_zip_answer(query, word, span, fuzzy=False) for word, span in zips(query)]
    if not answers:
        return None
    return answers[0] if _are_the_same(answers) else asking(answers)


def zips(query: Query) -> Iterator[tuple[str, Span]]:
    """The ZIPs of a text, and where they stand; never "$15000", "case 24-30318", or six digits."""
    for start, said in enumerate(query.words):
        word = _digits(said, query)
        if word and not _is_amount(query, start) and query.gazetteer.zip_counties(word):
            yield word, Span(start, start + 1)


def _are_the_same(answers: Sequence[PlaceAnswer]) -> bool:
    return len({frozenset(place.fips for place in one.places) for one in answers}) == 1


def by_mistyped_zip(query: Query) -> PlaceAnswer | None:
    """ "3oo93", "O7055", "7 7 0 3 6", "zip 1 1368": letters for digits, and spaces between."""
    if all(map(str.isalpha, query.words)):
        return None
    for start, said in enumerate(query.words):
        if _is_amount(query, start):
            continue
        typed = said.translate(_LETTERS_FOR_DIGITS)
        digits = sum(letter.isdigit() for letter in said)
        if digits >= _LEAST_DIGITS and _is_zip(query, typed):
            return _zip_answer(query, typed, Span(start, start + 1), fuzzy=True)
        short = f"0{said}"  # "7105 nj"
        if _is_zip(query, short) and _is_state_of(query, short, start + 1):
            return _zip_answer(query, short, Span(start, start + 2), fuzzy=True)
        if said.isdigit() and (start == 0 or not query.words[start - 1].isdigit()):
            end = next((i for i in range(start, len(query.words))
                        if not query.words[i].isdigit()), len(query.words))  # fmt: skip
            apart = query.words[start:end]
            is_zip = _is_zip(query, "".join(apart)) and len(apart) > 1
            if is_zip and (len(apart) == ZIP_DIGITS or _is_said_to_be_one(query, start)):
                return _zip_answer(query, "".join(apart), Span(start, end), fuzzy=True)
    return None


def _is_state_of(query: Query, word: str, at: int) -> bool:
    states = {query.gazetteer.county(fips).state for fips in query.gazetteer.zip_counties(word)}
    return any(s.start == at and s.code in states for s in query.states)


def _is_said_to_be_one(query: Query, start: int) -> bool:
    known, said = query.gazetteer.vocabulary.zip, query.words[:start]
    return query.phrase_before(start, known) is not None or any((word,) in known for word in said)


def _is_zip(query: Query, word: str) -> bool:
    shaped = len(word) == ZIP_DIGITS and word.isascii() and word.isdigit()
    return shaped and bool(query.gazetteer.zip_counties(word))


def _zip_answer(query: Query, word: str, span: Span, *, fuzzy: bool) -> PlaceAnswer:
    counties = query.gazetteer.zip_counties(word)
    candidates = [_zip_candidate(query, c, n) for n, c in enumerate(counties)]
    matched = Matched(word, MatchKind.ZIP, fuzzy, label=word)
    return answer(query, candidates, matched, spans=[span], explicit=True)


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
    if query.phrase_before(start, query.gazetteer.vocabulary.zip):
        return False  # "at our apt, zip 27360"
    around = query.words[max(0, start - 2) : start + 2]
    numbered = query.gazetteer.vocabulary.numbered.intersection(
        query.words[max(0, start - 4) : start]
    )
    return query.words[start].endswith("000") or bool(_MONEY.intersection(around) or numbered)
