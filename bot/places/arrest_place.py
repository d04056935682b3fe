"""Two places in one text, of which one is only where people live: "we live in Austin but he was
arrested in Laredo". The jail that matters is the other one's."""

from __future__ import annotations

from bot.places.evidence import evidence_for
from bot.places.letters import script_of
from bot.places.place import HELD
from bot.places.query import NameSpan, Query, Span

# Words between "we live" and the place ("we live here in", "nhà tôi ở").
NEAR = 3


def without_home(query: Query) -> str | None:
    """The folded text without the place where people live, where it tells of an arrest as well;
    None where it does not."""
    if not query.names:
        return None
    home = _home(query) or _here(query)
    name = _beside(query, home) if home else None
    if home is None or name is None or _is_a_jail(query, name):
        return None
    span = Span(min(home.start, name.start), _end(query, max(home.end, name.end)))
    around = (w for i, w in enumerate(query.words) if not span.start <= i < span.end)
    listed = query.gazetteer.vocabulary.arrested
    return query.rest([span]) if any(_tells_of(word, listed) for word in around) else None


def without_elsewhere(query: Query) -> str | None:
    """The folded text without a place where nobody is held: where somebody was born, where the
    lawyer or the judge is; None where it names none."""
    known = query.gazetteer.vocabulary.elsewhere
    if not known.begin.intersection(query.words):
        return None
    for i in range(len(query.words)):
        said = query.phrase_at(i, known)
        ends = [s.end for s in (*query.names, *query.states) if said and s.start == said.end]
        if said and ends:
            return query.rest([Span(said.start, _end(query, max(ends)))])
    return None


def arrested_at(query: Query) -> str | None:
    """The name right behind the word for an arrest: "yo arete l orlando"."""
    listed = query.gazetteer.vocabulary.arrested
    arrests = [i for i, word in enumerate(query.words) if _tells_of(word, listed)]
    names = (n for n in query.names for i in arrests if 0 < n.start - i <= NEAR)
    return next((query.text(name) for name in names), None)


def _home(query: Query) -> Span | None:
    known = query.gazetteer.vocabulary.home
    for i, word in enumerate(query.words):
        said = query.phrase_at(i, known)
        if said or (not word.isascii() and any(word.startswith(p[0]) for p in known)):
            return said or Span(i, i + 1)
        if script_of(word) == "han" and word.endswith(("住", "住在")):
            return Span(i, i + 1)
    return None


def _here(query: Query) -> Span | None:
    """ "I am in Boston, my brother was detained in Framingham": right before the place."""
    known = query.gazetteer.vocabulary.here
    if known.begin.isdisjoint(query.words):
        return None
    found = (query.phrase_before(evidence_for(query, n).outer.start, known) for n in query.names)
    return next(filter(None, found), None)


def _is_a_jail(query: Query, name: NameSpan) -> bool:
    """ "I am in Harris County jail", "I am in Krome": nobody lives there, somebody is held."""
    known, seen = query.gazetteer.vocabulary, evidence_for(query, name)
    said = query.words[seen.outer.start : seen.outer.end]
    is_said = seen.jail is not None or any((word,) in known.jail for word in said)
    return is_said or all(reading.kind in HELD for reading in name.readings)


def _tells_of(word: str, listed: frozenset[str]) -> bool:
    """Korean, Chinese and Arabic write more into such a word: 체포됐어요, 被抓了."""
    return word in listed or (not word.isascii() and any(one in word for one in listed))


def _beside(query: Query, home: Span) -> NameSpan | None:
    """The name behind "we live in"; in Korean the one before "살아요"."""
    behind = [n for n in query.names if home.end <= n.start <= home.end + NEAR]
    before = [n for n in query.names if home.start - 2 <= n.end <= home.start]
    hangul = script_of(query.words[home.start]) == "hangul"
    return next(iter(before if hangul else behind), None)


def _end(query: Query, end: int) -> int:
    """With the county word and the state that stand right behind the name."""
    county = query.phrase_at(end, query.gazetteer.vocabulary.county_after)
    end = county.end if county else end
    state = next((one for one in query.states if one.start == end), None)
    return state.end if state and not _is_a_word(query, state.end) else end


def _is_a_word(query: Query, behind: int) -> bool:
    """ "in San Jose mà chồng": a code that the text goes on from is a word."""
    code = query.words[behind - 1]
    return len(code) == 2 and code in query.gazetteer.vocabulary.code_words and not query.is_english
