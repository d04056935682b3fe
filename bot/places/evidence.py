"""What stands around a name: a county word, a state, a jail, "in". It decides what is meant."""

from __future__ import annotations

from dataclasses import dataclass

from bot.places.lazily import Lazily
from bot.places.name_and_state import skip_back, state_of
from bot.places.people import person_beside
from bot.places.phrases import Phrases
from bot.places.place import MatchKind
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.vocabulary import Vocabulary

# Korean puts "in" behind the name.
KOREAN_IN = Phrases({("에",), ("에서",), ("로",), ("으로",)})
_OWN_IN = Phrases({("a",), ("no",), ("na",)})
# Before a name that is no word and nobody's.
BY = (("by",), ("on",), ("por",), ("pa",))
STREETS = frozenset(
    {"street", "st", "ave", "avenue", "blvd", "boulevard", "road", "rd", "drive", "dr", "lane",
     "ln", "hwy", "highway", "way", "court", "pkwy"}
)  # fmt: skip
_ARTICLES = Phrases({("the",), ("la",), ("el",)})


@dataclass(frozen=True)
class Evidence:
    """The signs found beside one name; None where there is no such sign.

    ``outer`` is the name with its county or city word; ``colorado`` the "co" that may be Colorado
    or "county". The others are looked for when a step asks for them.
    """

    query: Query
    name: NameSpan
    county: Span | None
    city: Span | None
    outer: Span

    @Lazily
    def alone(self) -> bool:
        """Nothing is said but the name, its county or city word, and its state: no other sign
        need be looked for."""
        state = self.state
        said = self.outer.end - self.outer.start + (state.end - state.start if state else 0)
        return said == len(self.query.words)

    @Lazily
    def state(self) -> StateSpan | None:
        return state_of(self.query, self.name, self.outer) if self.query.states else None

    @Lazily
    def colorado(self) -> Span | None:
        """ "weld co": Colorado or county? With a state behind it, surely county."""
        if self.county and not self.state and self.query.text(self.county) == "co":
            return self.county
        return None

    @Lazily
    def doubtful(self) -> StateSpan | None:
        """A code right behind the name that may be a word ("Astoria OR last night")."""
        return None if self.state or self.alone else _doubtful(self.query, self.name)

    @Lazily
    def jail(self) -> Span | None:
        return None if self.alone else _near(self.query, self.outer, self._known.jail)

    @Lazily
    def sheriff(self) -> Span | None:
        return None if self.alone else _near(self.query, self.outer, self._known.sheriff)

    @Lazily
    def police(self) -> Span | None:
        return None if self.alone else _near(self.query, self.outer, self._known.police)

    @Lazily
    def at(self) -> Span | None:
        return None if self.alone else _at(self.query, self.outer, self._known)

    @Lazily
    def person(self) -> Span | None:
        return None if self.alone else person_beside(self.query, self.outer, self._known)

    @property
    def _known(self) -> Vocabulary:
        return self.query.gazetteer.vocabulary

    def spans(self) -> list[Span]:
        signs: tuple[Span | None, ...] = (self.county, self.city, self.state)
        if not self.alone:
            signs = (*signs, self.at, self.colorado, self.sheriff)
        return [self.name, *filter(None, signs)]


def evidence_for(query: Query, name: NameSpan) -> Evidence:
    """What stands around a name of this text."""
    kept: Evidence | None = query.seen.get(id(name))
    if kept is None:
        kept = query.seen[id(name)] = _look_around(query, name)
    return kept


def _look_around(query: Query, name: NameSpan) -> Evidence:
    known = query.gazetteer.vocabulary
    county = _beside(query, name, known.county_after, known.county_before) or _last(query, name)
    county = county or _behind_its_state(query, name)
    if county and not query.is_county_sign(county):
        county = None
    city = _beside(query, name, known.city_after, known.city_before)
    return Evidence(query, name, county, city, _outer(name, county, city))


def _beside(query: Query, name: NameSpan, after: Phrases, before: Phrases) -> Span | None:
    return query.phrase_at(name.end, after) or query.phrase_before(name.start, before)


def _behind_its_state(query: Query, name: NameSpan) -> Span | None:
    """ "Forsyth ga county": between them stands a state that has such a county; not "held at lake
    in county jail"."""
    known = query.gazetteer.vocabulary
    state = next((one for one in query.states if one.start == name.end), None)
    county = query.phrase_at(state.end, known.county_after) if state else None
    if state is None or county is None:
        return None
    said = (query.text(state),)
    linking = said in known.at or said in known.between or said == ("or",)
    here = any(r.kind is MatchKind.COUNTY and r.state == state.code for r in name.readings)
    return county if here and not linking else None


def _last(query: Query, name: NameSpan) -> Span | None:
    """ "Okeechobee konte": elsewhere such a word belongs to the name behind it."""
    known = query.gazetteer.vocabulary
    said = query.phrase_at(name.end, known.county_last)
    if said is None:
        return None
    ends = said.end == len(query.words) or query.phrase_at(said.end, known.jail)
    return said if ends or any(s.start == said.end for s in query.states) else None


def _outer(name: Span, *signs: Span | None) -> Span:
    start, end = name.start, name.end
    for sign in signs:
        if sign:
            start, end = min(start, sign.start), max(end, sign.end)
    return Span(start, end)


def _near(query: Query, outer: Span, phrases: Phrases) -> Span | None:
    """ "jackson county jail", "jail in jackson county", "cárcel del condado de jackson"."""
    after = query.phrase_at(outer.end, phrases)
    if after:
        return after
    start = skip_back(query, outer.start, query.gazetteer.vocabulary)
    return query.phrase_before(start, phrases)


def _at(query: Query, outer: Span, known: Vocabulary) -> Span | None:
    at = query.phrase_before(outer.start, known.at) or query.phrase_at(outer.end, KOREAN_IN)
    if at:  # "ở Houston", but "o Milton tem"
        whole = at.start == 0 and outer.end == len(query.words)
        return at if query.text(at) != "o" or whole or query.is_vietnamese else None
    own = query.phrase_before(outer.start, _OWN_IN)
    whole = own is not None and own.start == 0 and outer.end == len(query.words)
    if own and (query.is_french or whole if query.text(own) == "a" else query.is_portuguese):
        return own  # "à Raleigh", "no Cape Cod"
    if _is_by_a_town(query, outer, known):
        return Span(outer.start - 1, outer.start)
    article = query.phrase_before(outer.start, _ARTICLES)
    return query.phrase_before(article.start, known.at) if article else None


def _is_by_a_town(query: Query, outer: Span, known: Vocabulary) -> bool:
    """ "picking apples by Wapato", "cleans houses on Nantucket", not "by Jackson"."""
    said, behind = query.words[outer.start : outer.end], query.words[outer.end : outer.end + 1]
    if query.words[outer.start - 1 : outer.start] not in BY or not STREETS.isdisjoint(behind):
        return False
    return not any(word in known.ordinary or word in known.given_names for word in said)


def _doubtful(query: Query, name: NameSpan) -> StateSpan | None:
    behind = (s for s in query.states if s.start == name.end and query.is_risky(s))
    return next((s for s in behind if any(r.state == s.code for r in name.readings)), None)
