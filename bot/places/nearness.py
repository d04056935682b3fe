"""When a name comes near enough to a misspelt one to be meant, and which others are as near."""

from __future__ import annotations

from bot.places.fold import key
from bot.places.guesses import KNOWN, Try
from bot.places.near import Near
from bot.places.no_names import is_near_topic
from bot.places.place import MatchKind
from bot.places.pool import BY_EAR
from bot.places.query import Query, Span
from bot.places.reading import Reading
from bot.places.slips import DOUBLED

# A candidate ranked this much worse than the best one is out; within it, both are offered.
MARGIN = 0.35
# … and farther among the counties of all states, or where the best one has many wrong letters.
NO_STATE = 0.8
UNSURE = 0.5
# One of five letters with one slip must be a city of this size.
LARGE = 100_000
# A shorter name than this, with no sign beside it, must at least sound the same.
SURE_LENGTH = 6
# A name of this many people was written as it was meant.
WELL_KNOWN = 10_000


def _is_well_known(query: Query, span: Span) -> bool:
    """ "Maricopa County, Michigan" is no slip of the pen: it is another state's county."""
    readings = query.gazetteer.readings(key(query.text(span)))
    return any(r.people >= WELL_KNOWN for r in readings)


def _most_slips(query: Query, attempt: Try, said: str) -> float:
    if attempt.state or attempt.counties:
        well_known = _is_well_known(query, attempt.span)
        return attempt.slips if not well_known else 1.0 if len(said) >= SURE_LENGTH else 0.0
    return attempt.slips if len(said) >= SURE_LENGTH else BY_EAR


def is_rival(near: Near, best: Near, attempt: Try) -> bool:
    """Not far below the best, or written more like what was said, if less known: ask. The more
    letters are wrong, the farther the runner-up must be."""
    margin = NO_STATE if attempt.counties and not attempt.state else MARGIN
    margin += UNSURE * max(0.0, best.cost - 1.0)
    return near.rank <= best.rank + margin or near.cost < best.cost


SHORTEST_WORD = 4


def is_near_enough(query: Query, near: Near, attempt: Try, said: str) -> bool:
    word = query.text(attempt.span)
    if attempt.state and word in query.gazetteer.vocabulary.ordinary:
        return _is_plausible(query, near, attempt, word)
    if near.cost <= _most_slips(query, attempt, said) or not said.isascii():
        return True
    return len(said) == SURE_LENGTH - 1 and _is_famous(query, near)


def _is_plausible(query: Query, near: Near, attempt: Try, word: str) -> bool:
    """ "Grin Ohio" may be Green; "texas lawyer" and "ohio mommy" name no town."""
    known = any(
        r.kind is MatchKind.COUNTY or r.people >= KNOWN for r in readings_of(query, near, attempt)
    )
    if attempt.counties:  # "Pork county Florida": Polk; "web county texas": Webb
        return known and near.cost <= (1.0 if len(word) >= SHORTEST_WORD else DOUBLED)
    return known and near.cost < 1.0 and not is_near_topic(query, word)


def _is_famous(query: Query, near: Near) -> bool:
    """ "tuson", "maimi": five letters and one slip are enough for a large city."""
    people = (
        r.people for r in query.gazetteer.readings(near.key) if r.kind is not MatchKind.COUNTY
    )
    return near.cost <= 1.0 and max(people, default=0) >= LARGE


def readings_of(query: Query, near: Near, attempt: Try) -> list[Reading]:
    return [
        r
        for r in query.gazetteer.readings(near.key)
        if (not attempt.state or r.state == attempt.state)
        and (not attempt.counties or r.kind is MatchKind.COUNTY)
    ]
