"""A prison or a detention centre behind "in" or "to", without a word such as "jail": "esta en la
Polunsky", "moved to Coffield", "no mochanon"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.places.fold import key
from bot.places.gazetteer import SHORTEST_PRISON, Gazetteer
from bot.places.jail_step import MOVED_TO, jail_answer
from bot.places.name_and_state import state_of_jail
from bot.places.place import PlaceAnswer
from bot.places.query import Query, Span
from bot.places.reading import Reading

# Words that such a name may have.
LONGEST = 3
# Runs of words that are looked at, so that a long text costs no more than a short one.
MOST_RUNS = 9
# Wrong letters that each letter of a name bears, and at most; the runner-up must be so much worse.
SLIPS, MOST_SLIPS, MARGIN = 0.16, 1.6, 0.5
# A town of so many people that comes as near is meant.
TOWN = 20_000
ARTICLES = frozenset({"the", "la", "el", "los", "las", "le", "o", "a", "l"})
# Nobody comes from a prison.
FROM = frozenset({"from", "desde", "de", "taga", "depuis", "từ"})
IN = MOVED_TO | frozenset({"na", "no", "ao"})


def by_jail_behind_in(query: Query) -> PlaceAnswer | None:
    """Written as it is written: "he is at coffield now"."""
    for span in islice(_runs(query), MOST_RUNS):
        name = key(query.text(span))
        readings = _called(query, span, name) if len(name) >= SHORTEST_PRISON else []
        if readings and not _is_everyday(query, span):
            found = _answer(query, span, readings, fuzzy=False)
            if found:
                return found
    return None


def _called(query: Query, span: Span, name: str) -> Sequence[Reading]:
    """Of two words or more a county's or a city's jail may be called as well: "Al Cannon"."""
    several = span.end - span.start > 1 and not query.gazetteer.names.has(name)
    held = query.gazetteer.held_by(name)
    return held or (query.gazetteer.jails.readings(name) if several else ())


def by_misspelt_jail_behind_in(query: Query) -> PlaceAnswer | None:
    """ "que esta en el blubonet"."""
    for span in islice(_runs(query), MOST_RUNS):
        name = key(query.text(span))
        if len(name) < SHORTEST_PRISON or not name.isascii() or _is_everyday(query, span):
            continue
        if query.gazetteer.misspelt_state(name):  # "en newyersi" is not New Jersey State Prison
            continue
        readings = _nearest(query.gazetteer, name)
        found = _answer(query, span, readings, fuzzy=True) if readings else None
        if found:
            return found
    return None


def _runs(query: Query) -> Iterator[Span]:
    """Words right behind "in" and an article, longest first; said twice, they count once."""
    known, said = query.gazetteer.vocabulary, set()
    for start in range(len(query.words)):
        at = query.phrase_at(start, known.at)
        if (at is None and query.words[start] not in IN) or query.words[start] in FROM:
            continue
        first = at.end if at else start + 1
        if query.words[first : first + 1] and query.words[first] in ARTICLES:
            first += 1
        for end in range(min(first + LONGEST, len(query.words)), first, -1):
            if query.words[first:end] not in said:
                said.add(query.words[first:end])
                yield Span(first, end)


def _is_everyday(query: Query, span: Span) -> bool:
    """Everyday words, a person's name, a county or a state: no prison that is called so."""
    known, said = query.gazetteer.vocabulary, query.words[span.start : span.end]
    if query.known_signs(span) or any(word.isdigit() for word in said):
        return True
    if said[-1] in known.ordinary or (said[-1],) in known.filler:
        return True
    return all(word in known.given_names or word in known.ordinary for word in said)


def _nearest(gazetteer: Gazetteer, name: str) -> list[Reading]:
    near = gazetteer.held.near(name)
    most = min(SLIPS * len(name), MOST_SLIPS)
    if not near or near[0].cost > most:
        return []
    readings = gazetteer.held_by(near[0].key)
    rivals = (n for n in near[1:] if n.cost < near[0].cost + MARGIN)
    if any(r.counties != readings[0].counties for n in rivals for r in gazetteer.held_by(n.key)):
        return []
    towns = gazetteer.speller.near(name, people=TOWN)
    return readings if not towns or towns[0].cost > near[0].cost else []


def _answer(
    query: Query, span: Span, readings: Sequence[Reading], *, fuzzy: bool
) -> PlaceAnswer | None:
    state = state_of_jail(query, span)
    here = [r for r in readings if state is None or r.state == state.code]
    if not here:
        return None
    return jail_answer(query, span, here, [span, *([state] if state else [])], state, fuzzy=fuzzy)
