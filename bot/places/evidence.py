"""What stands around a name: a county word, a state, a jail, "in". It decides what is meant."""

from __future__ import annotations

from dataclasses import dataclass

from bot.places.people import person_beside
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.vocabulary import Vocabulary

# Between a name and its state may stand "county jail in the state of": this many words at most.
FARTHEST_STATE = 6
# Korean puts "in" behind the name.
KOREAN_IN = frozenset({("에",), ("에서",), ("로",), ("으로",)})
ZIP_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs found beside one name; None where there is no such sign.

    ``colorado`` is the "co" that may be Colorado or "county"; ``doubtful`` a code right behind
    the name that may be a word ("Astoria OR last night").
    """

    name: NameSpan
    county: Span | None
    city: Span | None
    jail: Span | None
    sheriff: Span | None
    police: Span | None
    state: StateSpan | None
    at: Span | None
    person: Span | None
    colorado: Span | None = None
    doubtful: StateSpan | None = None

    def spans(self) -> list[Span]:
        signs = (self.county, self.city, self.state, self.at, self.colorado, self.sheriff)
        return [self.name, *(sign for sign in signs if sign)]


def evidence_for(query: Query, name: NameSpan) -> Evidence:
    """What stands around a name of this text."""
    kept: Evidence | None = query.seen.get(id(name))
    if kept is None:
        kept = query.seen[id(name)] = _look_around(query, name)
    return kept


def _look_around(query: Query, name: NameSpan) -> Evidence:
    known = query.gazetteer.vocabulary
    county = _beside(query, name, known.county_after, known.county_before) or _last(query, name)
    if county and not query.is_county_sign(county):
        county = None
    city = _beside(query, name, known.city_after, known.city_before)
    outer = _outer(name, county, city)
    state = _state_of(query, name, outer)
    colorado = _colorado(query, county, state)
    return Evidence(
        name=name,
        county=county,
        city=city,
        jail=_near(query, outer, known.jail, known),
        sheriff=_near(query, outer, known.sheriff, known),
        police=_near(query, outer, known.police, known),
        state=state,
        at=_at(query, outer, known),
        person=person_beside(query, outer, known),
        colorado=colorado,
        doubtful=None if state else _doubtful(query, name),
    )


def _beside(
    query: Query, name: NameSpan, after: frozenset[tuple[str, ...]],
    before: frozenset[tuple[str, ...]],
) -> Span | None:  # fmt: skip
    return query.phrase_at(name.end, after) or query.phrase_before(name.start, before)


def _last(query: Query, name: NameSpan) -> Span | None:
    """ "Okeechobee konte": elsewhere such a word belongs to the name behind it."""
    known = query.gazetteer.vocabulary
    said = query.phrase_at(name.end, known.county_last)
    if said is None:
        return None
    ends = said.end == len(query.words) or query.phrase_at(said.end, known.jail)
    return said if ends or any(s.start == said.end for s in query.states) else None


def _outer(name: Span, *signs: Span | None) -> Span:
    spans = [name, *(sign for sign in signs if sign)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _near(
    query: Query, outer: Span, phrases: frozenset[tuple[str, ...]], known: Vocabulary
) -> Span | None:
    """ "jackson county jail", "jail in jackson county", "cárcel del condado de jackson"."""
    after = query.phrase_at(outer.end, phrases)
    if after:
        return after
    start = _skip_back(query, outer.start, known)
    return query.phrase_before(start, phrases)


def _skip_back(query: Query, start: int, known: Vocabulary) -> int:
    for _ in range(3):
        linking = query.phrase_before(start, known.between)
        if not linking:
            break
        start = linking.start
    return start


def _at(query: Query, outer: Span, known: Vocabulary) -> Span | None:
    at = query.phrase_before(outer.start, known.at) or query.phrase_at(outer.end, KOREAN_IN)
    if at:  # "ở Houston", but "o Milton tem"
        return at if query.text(at) != "o" or query.is_vietnamese else None
    own = query.phrase_before(outer.start, frozenset({("a",), ("no",), ("na",)}))
    if own and (query.is_french if query.text(own) == "a" else query.is_portuguese):
        return own  # "à Raleigh", "no Cape Cod"
    article = query.phrase_before(outer.start, frozenset({("the",), ("la",), ("el",)}))
    return query.phrase_before(article.start, known.at) if article else None


def _colorado(query: Query, county: Span | None, state: StateSpan | None) -> Span | None:
    """ "weld co": Colorado or county? With a state behind it, surely county."""
    if county and not state and query.text(county) == "co":
        return county
    return None


def _doubtful(query: Query, name: NameSpan) -> StateSpan | None:
    behind = (s for s in query.states if s.start == name.end and query.is_risky(s))
    return next((s for s in behind if any(r.state == s.code for r in name.readings)), None)


def _state_of(query: Query, name: NameSpan, outer: Span) -> StateSpan | None:
    others = [s for s in query.states if not s.overlaps(outer)]
    return (
        _state_after(query, name, outer, others)
        or _state_before(query, outer, others)
        or _only_state(name, others)
    )


def _state_after(
    query: Query, name: NameSpan, outer: Span, states: list[StateSpan]
) -> StateSpan | None:
    known, start = query.gazetteer.vocabulary, outer.end
    linking = known.between | known.county_after | known.jail | known.sheriff | known.city_after
    while start - outer.end <= FARTHEST_STATE:
        for state in states:
            if state.start == start and (state.sort == "name" or _code_fits(query, name, state)):
                return state
        link = query.phrase_at(start, linking)
        if not link:
            return None
        start = link.end
    return None


def _code_fits(query: Query, name: NameSpan, state: StateSpan) -> bool:
    """ "jackson mi" ends here, and so does "jackson mi please"; "jackson mi esposo" does not: there
    "mi" is a word."""
    if not query.is_risky(state):
        return True
    known = query.gazetteer.vocabulary
    if state.end == len(query.words) or _is_zip(query.words[state.end]):
        return True
    if query.phrase_at(state.end, known.jail | known.sheriff | frozenset({("usa",)})):
        return True
    is_here = any(r.state == state.code for r in name.readings)
    return is_here and _is_said_as_a_state(query, name, state)


def _is_said_as_a_state(query: Query, name: NameSpan, state: StateSpan) -> bool:
    """ "jackson mi please"; "Rockingham co. VA (the jail)"; "em Milford mass e a polícia"."""
    known = query.gazetteer.vocabulary
    if all((word,) in known.filler for word in query.words[state.end :]):
        return True
    if state.sort == "weak":
        return state.start == name.end and bool(query.phrase_before(name.start, known.at))
    county = query.phrase_before(state.start, known.county_after)
    return county is not None and query.text(state) in known.foreign_codes


def _is_zip(word: str) -> bool:
    """ "Lebanon in 2015" is no place in Indiana."""
    return word.isdigit() and len(word) == ZIP_DIGITS


def _state_before(query: Query, outer: Span, states: list[StateSpan]) -> StateSpan | None:
    known = query.gazetteer.vocabulary
    start = _skip_back(query, outer.start, known)
    for state in states:
        if state.end in (start, outer.start) and not query.is_risky(state):
            return state
    return None


def _only_state(name: NameSpan, states: list[StateSpan]) -> StateSpan | None:
    """A state named elsewhere in the text counts where it is the only one and fits the name."""
    sure = [s for s in states if s.sort == "name"]
    if len({s.code for s in sure}) == 1 and any(r.state == sure[0].code for r in name.readings):
        return sure[0]
    return None
