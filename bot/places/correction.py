"""A text that corrects a place: what it denies, and what is meant instead.

"not maricopa county, pinal"; "캘리포니아 말고 플로리다"; "perdón, es Fulton". In a first text only
what is denied counts, or what is named where nothing was found: "is" stands in many of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.letters import script_of
from bot.places.phrases import Phrases
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading_text import read_query
from bot.places.standing_alone import is_torn
from bot.places.zip_step import zips

_BREAK = re.compile(r"[,;!?\n،؛，；。、！？…]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """``left`` is the folded text without the place that it denies, ``named`` the same without
    the words of correcting ("sorry", "es", "pala"); ``denied`` is whether it denies any, and
    ``begins`` whether it begins with such a word or a "no"."""

    left: str
    named: str
    denied: bool
    begins: bool


def correction(text: str, gazetteer: Gazetteer) -> Correction | None:
    """None where a text corrects nothing, as nearly always: then no name is looked up."""
    known, folded = gazetteer.vocabulary, fold(text)
    if not any(one.may_stand_in(folded) for one in (known.correcting, *_denying(gazetteer))):
        return None
    query = read_query(text, gazetteer)
    breaks = _breaks(text, query)
    places = _places(query)
    denied = [span for place in places if (span := _denied(query, place, places, breaks))]
    asides = [one for one in _asides(query) if not any(one.overlaps(p) for p in places)]
    left, named = query.rest(denied), query.rest([*denied, *asides])
    if not denied and named == " ".join(query.words):
        return None
    begins = query.phrase_at(0, known.no) or any(one.start == 0 for one in asides)
    return Correction(left, named, bool(denied), bool(begins))


def may_deny(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text holds words that deny a place: only then is it worth :func:`correction`."""
    folded = fold(text)
    return any(listed.may_stand_in(folded) for listed in _denying(gazetteer))


def _denying(gazetteer: Gazetteer) -> tuple[Phrases, ...]:
    known = gazetteer.vocabulary
    return known.denied, known.denied_behind, known.rather


def _breaks(text: str, query: Query) -> frozenset[int]:
    """Before which words a comma or the like stands; none where that cannot be told."""
    clauses = [read_query(one, query.gazetteer).words for one in _BREAK.split(text)]
    ends = list(accumulate(map(len, clauses)))
    return frozenset(ends) if ends[-1] == len(query.words) else frozenset()


def _places(query: Query) -> list[Span]:
    """ZIPs, names with their county word and their state, and states, in their order; of those that
    share a word the longest: "Portland Maine" before "Maine"."""
    states = [one for one in query.states if one.sort in ("name", "short")]
    found = [span for _, span in zips(query)]
    names = (one for one in query.names if not is_torn(query, one))  # "no, el otro" is no Noel
    both: list[NameSpan | StateSpan] = [*states, *names]
    wholes = [_whole(query, one) for one in both if not _is_aside(query, one)]
    for said in sorted(wholes, key=lambda span: span.start - span.end):
        if not any(said.overlaps(other) for other in found):
            found.append(said)
    return sorted(found, key=lambda span: span.start)


def _whole(query: Query, name: NameSpan | StateSpan) -> Span:
    if isinstance(name, StateSpan):
        return Span(name.start, name.end)
    behind = query.phrase_at(name.end, query.gazetteer.vocabulary.county_after)
    end = behind.end if behind else name.end
    here = {reading.state for reading in name.readings}
    state = next((one for one in query.states if one.start == end and one.code in here), None)
    return Span(name.start, state.end if state else end)


def _denied(
    query: Query, place: Span, places: Sequence[Span], breaks: frozenset[int]
) -> Span | None:
    """From the word that denies to the end of the place, or the other way round."""
    known = query.gazetteer.vocabulary
    before = _just_before(query, place.start, known.denied)
    if before and breaks.isdisjoint(range(before.start + 1, place.start + 1)):
        return Span(before.start, place.end)
    said_no = _just_before(query, place.start, known.no)
    another = any(other.start >= place.end for other in places)
    if said_no and another and place.start not in breaks:
        return Span(said_no.start, place.end)
    return _denied_behind(query, place, places, breaks)


def _denied_behind(
    query: Query, place: Span, places: Sequence[Span], breaks: frozenset[int]
) -> Span | None:
    """ "Memphis, I mean Nashville"; "캘리포니아 말고 플로리다"; "aurora no, elgin"."""
    known = query.gazetteer.vocabulary
    rather = query.phrase_at(place.end, known.rather)
    if rather and any(other.start in (rather.end, rather.end + 1) for other in places):
        return Span(place.start, rather.end)
    behind = query.phrase_at(place.end, known.denied_behind)
    if behind is None:
        no = query.phrase_at(place.end, known.no) or query.phrase_at(place.end, known.denied)
        ends = no is not None and (no.end in breaks or no.end == len(query.words))
        behind = no if ends else None
    return Span(place.start, behind.end) if behind and place.end not in breaks else None


def _just_before(query: Query, end: int, phrases: Phrases) -> Span | None:
    """Chinese writes no space before its "is not": 我说错了不是."""
    found = query.phrase_before(end, phrases)
    if found or end == 0 or script_of(query.words[end - 1]) != "han":
        return found
    ends = any(len(p) == 1 and query.words[end - 1].endswith(p[0]) for p in phrases)
    return Span(end - 1, end) if ends else None


def _asides(query: Query) -> Iterator[Span]:
    """The words of correcting, the longest first."""
    start = 0
    while start < len(query.words):
        aside = query.phrase_at(start, query.gazetteer.vocabulary.correcting)
        if aside is None and _is_aside(query, Span(start, start + 1)):
            aside = Span(start, start + 1)
        if aside:
            yield aside
        start = aside.end if aside else start + 1


def _is_aside(query: Query, span: Span) -> bool:
    """A word of correcting, or in Chinese several of them together."""
    correcting = query.gazetteer.vocabulary.correcting
    if query.words[span.start : span.end] in correcting:
        return True
    left = query.text(span)
    if script_of(left) != "han":
        return False
    for phrase in sorted(correcting, key=lambda one: -len(one[0])):
        left = left.replace(phrase[0], "") if len(phrase) == 1 else left
    return not left
