"""Names that are written wrong: where one may stand, and which one is meant.

A mended name is treated as if it had been written right, marked ``fuzzy``. It is taken only
where the runner-up is far below it; else both become readings of the same name, which asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from bot.places.fold import key
from bot.places.guesses import Try, beside_county_words, guesses
from bot.places.near import Near, once
from bot.places.nearness import is_near_enough, is_rival, readings_of
from bot.places.no_names import is_half, is_no_name, keeps_words
from bot.places.place import MatchKind
from bot.places.query import NameSpan, Query, StateSpan
from bot.places.reading import Readings

# Each further word of the text that a name accounts for is worth so much of a wrong letter.
WORD = 0.6
# A letter too many, too few, or another one.
ONE_SLIP = 1.0
# No more tries than this for one text, so that a long one costs no more than a short one.
MOST_TRIES = 8
# Words with which names of states begin, in our languages.
STATES_BEGIN = frozenset({"nueva", "nuevo", "nova", "novo", "nou", "nouvo", "norte", "sur", "isla"})


def mended(query: Query) -> Iterator[Query]:
    """The query again with one name in it put right, surest first."""
    again = with_state_mended(query)
    if again.mended and again.mended.end - again.mended.start < len(query.words):
        # "Delwaare county PA": what comes near a state may be a name, or a part of one; but
        # behind "in" it is that ("somewhere in tennesee").
        behind_in = query.phrase_before(again.mended.start, query.gazetteer.vocabulary.at)
        yield from mended_counties(query) if behind_in else _mended(query)
    yield from _mended(again)


def mended_counties(query: Query) -> Iterator[Query]:
    """The same of names beside a county word only."""
    return _mended(query, beside_county_words)


def _mended(
    query: Query, tried: Callable[[Query], Iterator[list[Try]]] = guesses
) -> Iterator[Query]:
    tries = 0
    for group in tried(query):
        mends: list[tuple[float, NameSpan]] = []
        for attempt in group:
            if tries < MOST_TRIES and not is_no_name(query, attempt):
                tries += 1
                mends += _mend(query, attempt)
        if mends:
            name = min(mends, key=lambda mend: mend[0])[1]
            others = tuple(n for n in query.names if not n.overlaps(name))
            yield replace(query, names=(name, *others))


def with_state_mended(query: Query) -> Query:
    """ "Masachusets", "tennesee": a state's name is long, and there are few to be mistaken."""
    if any(state.sort == "name" for state in query.states):
        return query
    for start in _unknown_words(query):
        for end in range(min(start + 2, len(query.words)), start, -1):
            said = query.words[start:end]
            if len(said) > 1 and said[-1] in query.gazetteer.vocabulary.ordinary:
                continue  # "wats that" is not Washington
            code = query.gazetteer.misspelt_state("".join(said)) or _slipped(query, start, end)
            if code:
                state = StateSpan(start, end, code, "name")
                names = tuple(n for n in query.names if not n.overlaps(state))
                return replace(query, states=(*query.states, state), names=names, mended=state)
    return query


def _slipped(query: Query, start: int, end: int) -> str:
    """ "provo utha", "polk county iwoa": a short state at the end, of the name before it."""
    if end != len(query.words) or end - start > 1:
        return ""
    county = query.phrase_before(start, query.gazetteer.vocabulary.county_after)
    ends = (start, county.start if county else start)
    codes = {r.state for n in query.names if n.end in ends for r in n.readings}
    return query.gazetteer.slipped_state(query.words[start], codes)


def _unknown_words(query: Query) -> list[int]:
    """Where the words stand that are in no list of ours, the first few of them."""
    known = query.gazetteer.vocabulary
    strange = (
        i
        for i, word in enumerate(query.words)
        if word.isalpha()
        and word not in known.ordinary
        # "henrico virgina": behind a name a state is likelier than a person.
        and (word not in known.given_names or any(n.end == i for n in query.names))
    )
    found = list(islice(strange, MOST_TRIES))
    first = known.first_words | STATES_BEGIN
    begun = (i - 1 for i in found if i and query.words[i - 1] in first)
    return [*begun, *found]  # "nueva yersi" before "yersi"


def _mend(query: Query, attempt: Try) -> list[tuple[float, NameSpan]]:
    """The mended name, if there is one, with its rank: of two, the longer text is likelier."""
    said = key(query.text(attempt.span))
    near = _near(query, attempt, said)
    near = [n for n in near if _is_possible(query, n, attempt)]
    if not near or not is_near_enough(query, near[0], attempt, said):
        return []
    if near[0].cost > 0 and is_half(query, attempt):
        return []
    close = [
        n for n in near if is_rival(n, near[0], attempt) or _is_as_near(query, n, near[0], attempt)
    ]
    readings = Readings(r for n in close[:4] for r in readings_of(query, n, attempt))
    span = attempt.span
    name = NameSpan(span.start, span.end, readings, fuzzy=True)
    return [(near[0].rank - WORD * (span.end - span.start), name)] if readings else []


def _is_as_near(query: Query, near: Near, best: Near, attempt: Try) -> bool:
    """Of two counties of the state that was named, each one slip away, none is guessed, however
    many more people live in one ("harriso tx": docs/rules.md, 28)."""
    if not attempt.state or near.cost > max(best.cost, ONE_SLIP):
        return False
    return any(r.kind is MatchKind.COUNTY for r in readings_of(query, near, attempt))


def _near(query: Query, attempt: Try, said: str) -> list[Near]:
    """Names near what was said, as it stands and with its words as they were heard: "Pot Sen
    Lisi" for Port Saint Lucie."""
    heard = query.gazetteer.vocabulary.heard
    again = key(" ".join(heard.get(word, word) for word in query.text(attempt.span).split()))
    found = [
        near
        for way in dict.fromkeys((said, again))
        for near in query.gazetteer.speller.near(
            way, state=attempt.state, counties=attempt.counties, people=attempt.people
        )
    ]
    return once(sorted(found, key=lambda n: (n.rank, n.key)))


def _is_possible(query: Query, near: Near, attempt: Try) -> bool:
    found = readings_of(query, near, attempt)
    return bool(found) and keeps_words(query, attempt, (r.label for r in found))
