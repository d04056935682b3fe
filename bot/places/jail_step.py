"""Jails, prisons and ICE detention centres by their names or the short forms people use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.places.evidence import Evidence, evidence_for
from bot.places.fold import fold
from bot.places.name_and_state import state_of_jail
from bot.places.names import STATE_PRISON
from bot.places.naming import companions
from bot.places.place import HELD, Matched, MatchKind, PlaceAnswer
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Reading
from bot.places.settle import settle
from bot.places.standing_alone import is_before_a_country, is_filler, is_given_name, is_ordinary

# Words that an official name may have on either side of "detention", "correctional" …
REACH = 4
# A text that says "jail" more often than this names one jail all the same.
MOST_SIGNS = 4
# "They moved him to Eloy", "lo trasladaron a Adelanto".
MOVED_TO = frozenset({"to", "a", "al", "para", "pou"})
# A town of fewer people than this does not stand against a jail of its name.
SMALL_TOWN = 1_000
SHORTEST_CORE = 4
ICE = "ice"
# Letters of a jail's name that is known without a word such as "jail".
LONG_CORE = 6
# Where these are said, the prison of a state counts, not only the jail of the town.
PRISON = frozenset({"prison", "prision", "prizon", "prisao", "penitentiary", "corr"})
# A city of this size does, even where the text says "detention center".
LARGE_CITY = 100_000


def by_jail_name(query: Query) -> PlaceAnswer | None:
    """ "Krome", "Sing Sing", "Stewart Detention Center", "centro de detención de Adelanto"."""
    for name in query.names:
        if name.readings.holders:
            seen = evidence_for(query, name)
            if is_before_a_country(query, name):
                continue
            found = _by_short_form(query, seen, list(name.readings.holders))
            if found:
                return found
    return _by_official_name(query) or _by_bare_name(query)


def _by_short_form(query: Query, seen: Evidence, readings: list[Reading]) -> PlaceAnswer | None:
    """A short form of our list, unless it is rather the town of that name, or a person."""
    if seen.person or seen.county:
        return None
    if seen.state:
        readings = [r for r in readings if r.state == seen.state.code]
    moved = query.words[max(0, seen.name.start - 1) : seen.name.start]
    there = companions(query, seen.name, readings)
    held = {county for r in readings for county in r.counties}
    towns = [r for r in seen.name.readings if _stands_against(r, held, seen.state)]
    placed = seen.jail or seen.at or seen.state or there or _is_alone(query, seen)
    placed = placed or not MOVED_TO.isdisjoint(moved) or _is_only_a_jail(query, seen, towns)
    if not readings or not placed:
        return None
    if towns and not (seen.jail or there):
        readings = [*readings, *towns]
    spans = [*seen.spans(), _with_common(query, seen.name)]
    return jail_answer(query, seen.name, readings, spans, seen.state)


def _is_only_a_jail(query: Query, seen: Evidence, towns: list[Reading]) -> bool:
    """ "Dilley con los niños": a detention centre, no word, nobody's name, no other town."""
    ice = any(r.kind in HELD and r.sort == "alias" for r in seen.name.readings)
    long = len(query.text(seen.name)) >= LONG_CORE
    word = is_ordinary(query, seen.name) or is_given_name(query, seen.name)
    return ice and long and not towns and not word


def _with_common(query: Query, name: Span) -> Span:
    """The name with the "detention center" behind it, which is part of it."""
    common, end = query.gazetteer.vocabulary.jail_common, name.end
    while end < len(query.words) and query.words[end] in common:
        end += 1
    return Span(name.start, end)


def _is_alone(query: Query, seen: Evidence) -> bool:
    """Nothing else is said, or the short form itself says "jail" ("LaSalle ICE")."""
    signs = query.gazetteer.vocabulary.jail_signs
    words = query.words[seen.name.start : seen.name.end]
    left = [w for w in query.rest(seen.spans()).split() if w not in signs]
    common = query.gazetteer.vocabulary.jail_common
    only = is_filler(query, seen.spans()) or all(w in common for w in left)
    # "LaSalle ICE" is a centre where nothing else is said; "in Conroe, ICE is outside" is none.
    return only or any(word in signs and word != ICE for word in words)


def _stands_against(reading: Reading, held: set[str], state: StateSpan | None) -> bool:
    elsewhere = not held.issuperset(reading.counties)
    here = state is None or reading.state == state.code
    return elsewhere and here and reading.kind not in HELD and reading.people >= SMALL_TOWN


def _by_official_name(query: Query) -> PlaceAnswer | None:
    known = query.gazetteer.vocabulary
    signs = (i for i, word in enumerate(query.words) if word in known.jail_signs)
    for at in islice(signs, MOST_SIGNS):
        word = query.words[at]
        # "Etowah County Detention Center, Gadsden": the county says which.
        of_county = at > 0 and (query.words[at - 1],) in known.county_after
        for span in _windows(query, at):
            if is_any_jail(query, span):
                continue
            readings = _in_full(query, span)
            if not readings and not of_county:
                readings = _of_window(query, span, word in known.weak_jail_signs)
            if readings:
                state = state_of_jail(query, span)
                here = [r for r in readings if state is None or r.state == state.code]
                if here:
                    spans = [span, *([state] if state else [])]
                    return jail_answer(query, _with_common(query, span), here, spans, state)
    return None


def is_any_jail(query: Query, span: Span) -> bool:
    """ "the women's jail", "downtown jail": every county has one."""
    common = query.gazetteer.vocabulary.jail_common
    return all(word in common for word in query.words[span.start : span.end])


def _windows(query: Query, at: int) -> Iterator[Span]:
    """Runs of words around a sign, longest first."""
    first, last = max(0, at - REACH), min(len(query.words), at + REACH + 1)
    for size in range(last - first, 1, -1):
        for start in range(max(first, at - size + 1), min(at, last - size) + 1):
            yield Span(start, start + size)


def _in_full(query: Query, span: Span) -> list[Reading]:
    """The whole official name: "Plymouth County Correctional Facility" is one place only."""
    name = "".join(query.words[span.start : span.end])
    readings = query.gazetteer.jails.readings
    return list(readings(f"~{name}") or readings(f"~{name}jail"))  # "rappahannock regional"


def _of_window(query: Query, span: Span, weak: bool) -> list[Reading]:
    known, jails = query.gazetteer.vocabulary, query.gazetteer.jails
    said = query.words[span.start : span.end]
    if any((w,) in known.county_after and w != "co" for w in said):
        return []
    if any(span.overlaps(s) for s in query.states if s.sort == "name"):
        return []
    core = core_of(query, span)
    name = "".join(core)
    everyday = all(w in known.ordinary and w not in known.given_names for w in core)
    readings = list(jails.readings(name)) if len(name) >= SHORTEST_CORE else []
    if not readings or (everyday and not _is_in_state_named(query, span, readings)):
        return []
    ice = [r for r in readings if r.kind is MatchKind.ICE_FACILITY]
    places = [r for r in query.gazetteer.readings(name) if r.sort != "alias"]
    sure = not weak or (ICE in said and _is_ice_alone(query, span, places))
    if ice and len({r.counties for r in ice}) == 1 and sure:
        return ice
    if weak and places:
        return _prisons(readings, places) if not PRISON.isdisjoint(said) else []
    return readings + [r for r in places if r.people >= LARGE_CITY and r.sort == "city"]


def _is_ice_alone(query: Query, span: Span, places: list[Reading]) -> bool:
    """ "Eloy ICE" is the centre; "I am in Houston, ICE is at my door" is no centre, and "tulsa ICE"
    may ask whether the county works with ICE."""
    large = any(r.people >= LARGE_CITY for r in places)
    return not large and is_filler(query, [span])


def _is_in_state_named(query: Query, span: Span, readings: list[Reading]) -> bool:
    """ "two bridges jail in maine": of everyday words, but the state has such a jail."""
    state = state_of_jail(query, span)
    return state is not None and any(r.state == state.code for r in readings)


def core_of(query: Query, span: Span) -> list[str]:
    """What is left of a jail's name: without "county", "detention", "center", and initials."""
    said = query.words[span.start : span.end]
    core = [w for w in said if w not in query.gazetteer.vocabulary.jail_common]
    return [w for w in core if len(w) > 1] or core


def _prisons(readings: list[Reading], places: list[Reading]) -> list[Reading]:
    """ "Lincoln prison": the state's prison of that name, or the jail of the town; both are asked
    about where they are not in one county. Not ICE's centre of the town's name: "en prison à
    Houston" is whoever the police hold there."""
    held = [
        r for r in readings if r.people >= STATE_PRISON and r.kind is not MatchKind.ICE_FACILITY
    ]
    return [*held, *places] if held else []


def _by_bare_name(query: Query) -> PlaceAnswer | None:
    """ "Stateville" as the whole text: no town and no word is called so, only the prison."""
    known = query.gazetteer.vocabulary
    said = [i for i, word in enumerate(query.words) if (word,) not in known.filler]
    if query.names or query.states or not said:
        return None
    span = Span(said[0], said[-1] + 1)
    name = "".join(query.words[span.start : span.end])
    strange = any(
        w not in known.ordinary and w not in known.given_names
        for w in query.words[span.start : span.end]
    )
    if not strange or len(name) < LONG_CORE or not query.gazetteer.jails.has(name):
        return None
    return jail_answer(query, span, list(query.gazetteer.jails.readings(name)), [span], None)


def jail_answer(
    query: Query, name: Span | NameSpan, readings: list[Reading], spans: Sequence[Span],
    state: StateSpan | None, *, fuzzy: bool = False,
) -> PlaceAnswer:  # fmt: skip
    """The answer for a jail, the first of ``readings``, said by the words ``name``."""
    first = readings[0]
    fuzzy = fuzzy or getattr(name, "fuzzy", False)
    right = fold(first.label) if fuzzy else ""
    matched = Matched(query.text(name), first.kind, fuzzy, first.label, first.record, right)
    return settle(query, readings, matched, spans=spans, explicit=True,
                  one_state=state is not None)  # fmt: skip
