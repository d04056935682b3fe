"""The step for jails written wrong: "Stewert detention center", "mashannon valley detention"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.jail_step import REACH, core_of, is_any_jail, jail_answer
from bot.places.name_and_state import state_of_jail
from bot.places.place import HELD, PlaceAnswer
from bot.places.query import Query, Span
from bot.places.slips import slips

# Letters of a name that may have one slip, and from which it may have two.
SHORTEST, LONG = 6, 10
# The runner-up must be so many letters farther off.
MARGIN = 0.5
# Letters of a short form ("Krome") that may have a slip where nothing says "jail".
SHORT_FORM = 7


def by_misspelt_jail(query: Query) -> PlaceAnswer | None:
    """Only beside a word that makes a jail of any name ("detention", "correctional"), for the
    jail of a town is known by the town, which other steps put right."""
    known = query.gazetteer.vocabulary
    strong = known.jail_signs - known.weak_jail_signs
    at = next((i for i, word in enumerate(query.words) if word in strong), None)
    if at is None:
        return _by_short_form(query)
    state = state_of_jail(query, Span(at, at + 1))
    for span in _runs(query, at):
        if is_any_jail(query, span):
            continue
        name = "".join(core_of(query, span))
        for core in _near(query, name):
            readings = [r for r in query.gazetteer.jails.readings(core)
                        if state is None or r.state == state.code]  # fmt: skip
            if readings:
                spans = [span, *([state] if state else [])]
                return jail_answer(query, span, readings, spans, state, fuzzy=True)
    return None


def _by_short_form(query: Query) -> PlaceAnswer | None:
    """ "joe corly", "aligator alkatraz": a short form of our list is the whole text."""
    known = query.gazetteer.vocabulary
    said = [i for i, word in enumerate(query.words) if (word,) not in known.filler]
    if not said or query.names or query.states or said[-1] - said[0] >= REACH:
        return None
    span = Span(said[0], said[-1] + 1)
    if is_any_jail(query, span):
        return None
    name = query.text(span).replace(" ", "")
    if len(name) < SHORT_FORM or not name.isascii():
        return None
    for short in _nearest(name, query.gazetteer.names.jails, 2 if len(name) >= LONG else 1):
        readings = [r for r in query.gazetteer.readings(short) if r.kind in HELD]
        return jail_answer(query, span, readings, [span], None, fuzzy=True)
    return None


def _runs(query: Query, at: int) -> Iterator[Span]:
    """The words before the sign back to "in", "at", "is", longest first; then those behind it
    ("centro de detención de Stewert")."""
    known = query.gazetteer.vocabulary
    stops = known.at | known.filler | known.person | known.between
    start = at
    while start > max(0, at - REACH) and (query.words[start - 1],) not in stops:
        start -= 1
    for first in range(start, at):
        yield Span(first, at + 1)
    end = min(len(query.words), at + 1 + REACH)
    for last in range(end, at + 1, -1):
        yield Span(at, last)


def _near(query: Query, name: str) -> list[str]:
    if len(name) < SHORTEST or not name.isascii():
        return []
    return _nearest(name, query.gazetteer.jails.cores, 2 if len(name) >= LONG else 1)


def _nearest(name: str, names: Sequence[str], most: int) -> list[str]:
    """The one name that comes near and no other as near; empty where there is none."""
    found = process.extract(name, names, scorer=OSA.distance, score_cutoff=most, limit=5)
    ranked = sorted((slips(name, near), near) for near, _, _ in found)
    if not ranked or (len(ranked) > 1 and ranked[1][0] < ranked[0][0] + MARGIN):
        return []
    return [ranked[0][1]]
