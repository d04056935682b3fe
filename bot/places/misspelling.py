"""Names that are written wrong: where one may stand, and which one is meant.

A mended name is treated as if it had been written right, marked ``fuzzy``. It is taken only
where the runner-up is far below it; else both become readings of the same name, which asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from rapidfuzz.distance import OSA

from bot.places.fold import key, words
from bot.places.guesses import LONGEST, Try, guesses
from bot.places.near import Near
from bot.places.place import MatchKind
from bot.places.query import NameSpan, Query, Span, StateSpan
from bot.places.reading import Reading
from bot.places.sound import sound
from bot.places.spelling import BY_EAR

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
# No name begins with one of these; "la", "el", "del" do begin names (La Porte, Del Rio).
JOINING = frozenset({"and", "y", "e", "et", "ak", "at", "or", "o", "ou"})
LETTERS = 3  # different ones: "aaaaaa" is no name
LINKING = frozenset({"de", "of", "do", "da", "the", "is", "and", "y"})
# Each further word of the text that a name accounts for is worth so much of a wrong letter.
WORD = 0.6
# No more tries than this for one text, so that a long one costs no more than a short one.
MOST_TRIES = 8


def mended(query: Query) -> Iterator[Query]:
    """The query again with one name in it put right, surest first."""
    again = with_state_mended(query)
    if again.mended and again.mended.end - again.mended.start < len(query.words):
        # "Delwaare county PA": what comes near a state may be a name, or a part of one.
        yield from _mended(query)
    yield from _mended(again)


def _mended(query: Query) -> Iterator[Query]:
    tries = 0
    for group in guesses(query):
        mends: list[tuple[float, NameSpan]] = []
        for attempt in group:
            if tries < MOST_TRIES and not _is_no_name(query, attempt):
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
            code = query.gazetteer.misspelt_state("".join(said))
            if code:
                state = StateSpan(start, end, code, "name")
                names = tuple(n for n in query.names if not n.overlaps(state))
                return replace(query, states=(*query.states, state), names=names, mended=state)
    return query


def _unknown_words(query: Query) -> list[int]:
    """Where the words stand that are in no list of ours, the first few of them."""
    known = query.gazetteer.vocabulary
    found = (
        i
        for i, word in enumerate(query.words)
        if word.isalpha() and word not in known.ordinary and word not in known.given_names
    )
    return list(islice(found, MOST_TRIES))


def _is_no_name(query: Query, attempt: Try) -> bool:
    """Everyday words, names of people, and words near the topics of this line are no places."""
    known = query.gazetteer.vocabulary
    said = query.words[attempt.span.start : attempt.span.end]
    if (
        not said
        or (said[0],) in known.at
        or said[0] in LINKING
        or any(w.isdigit() for w in said)
        or (said[0].isascii() and len(set("".join(said))) < LETTERS)
        or query.known_signs(attempt.span)
    ):
        return True
    if attempt.state and not attempt.counties and _is_beside_county_word(query, attempt.span):
        return True
    sure = bool(attempt.state) or attempt.counties
    strange = [w for w in said if w not in known.ordinary and w not in known.first_words]
    spared = bool(attempt.state) and _is_short(query) and len(said) == 1
    spared = spared or (attempt.counties and not said[0].isascii())
    begun = len(said) > 1 and said[0] in known.first_words
    last = said[-1] in strange or said[-1] in known.last_words or begun
    if not spared and (not (strange or begun) or not last or not JOINING.isdisjoint(said)):
        return True
    if sure:
        return False
    people = all(w in known.given_names or w in known.ordinary for w in said)
    if people and said[0] not in known.first_words:
        return True
    return any(_is_near_topic(query, w) for w in said)


def _is_beside_county_word(query: Query, span: Span) -> bool:
    """ "X County": where no county comes near, no town does either."""
    known = query.gazetteer.vocabulary
    after = query.phrase_at(span.end, known.county_after)
    if after and query.is_county_sign(after):
        return True
    return query.phrase_before(span.start, known.county_before) is not None


def _is_well_known(query: Query, span: Span) -> bool:
    """ "Maricopa County, Michigan" is no slip of the pen: it is another state's county."""
    readings = query.gazetteer.readings(key(query.text(span)))
    return any(r.people >= WELL_KNOWN for r in readings)


def _most_slips(query: Query, attempt: Try, said: str) -> float:
    if attempt.state or attempt.counties:
        well_known = _is_well_known(query, attempt.span)
        return attempt.slips if not well_known else 1.0 if len(said) >= SURE_LENGTH else 0.0
    return attempt.slips if len(said) >= SURE_LENGTH else BY_EAR


def _is_short(query: Query) -> bool:
    return len(query.words) <= LONGEST + 1


def _is_near_topic(query: Query, word: str) -> bool:
    topics = query.gazetteer.vocabulary.topics
    most = 1 if len(word) < 8 else 2
    return any(abs(len(t) - len(word)) <= most and OSA.distance(t, word, score_cutoff=most) <= most
               for t in topics)  # fmt: skip


def _mend(query: Query, attempt: Try) -> list[tuple[float, NameSpan]]:
    """The mended name, if there is one, with its rank: of two, the longer text is likelier."""
    said = key(query.text(attempt.span))
    near = query.gazetteer.speller.near(
        said, state=attempt.state, counties=attempt.counties, people=attempt.people
    )
    near = [n for n in near if _readings(query, n, attempt) and _keeps_words(query, attempt, n)]
    if not near or not _is_near_enough(query, near[0], attempt, said):
        return []
    close = [n for n in near if _is_rival(n, near[0], attempt)]
    readings = tuple(r for n in close[:4] for r in _readings(query, n, attempt))
    span = attempt.span
    name = NameSpan(span.start, span.end, readings, fuzzy=True)
    return [(near[0].rank - WORD * (span.end - span.start), name)] if readings else []


def _keeps_words(query: Query, attempt: Try, near: Near) -> bool:
    """ "Pemmbroke Pines", not "my Pemmbroke": an everyday word is seldom a slip of the pen, so
    where nothing else says that a place is named it must stand in the name itself, or sound like
    a word of it."""
    if attempt.state or attempt.counties:
        return True
    known = query.gazetteer.vocabulary
    said = query.words[attempt.span.start : attempt.span.end]
    everyday = {w for w in said if w in known.ordinary and w not in known.first_words}
    heard = {sound(w) for w in everyday}
    labels = ({sound(w) for w in words(r.label)} for r in _readings(query, near, attempt))
    return not heard or any(heard <= label for label in labels)


def _is_rival(near: Near, best: Near, attempt: Try) -> bool:
    """Not far below the best, or written more like what was said, if less known: ask. The more
    letters are wrong, the farther the runner-up must be."""
    margin = NO_STATE if attempt.counties and not attempt.state else MARGIN
    margin += UNSURE * max(0.0, best.cost - 1.0)
    return near.rank <= best.rank + margin or near.cost < best.cost


def _is_near_enough(query: Query, near: Near, attempt: Try, said: str) -> bool:
    if near.cost <= _most_slips(query, attempt, said) or not said.isascii():
        return True
    return len(said) == SURE_LENGTH - 1 and _is_famous(query, near)


def _is_famous(query: Query, near: Near) -> bool:
    """ "tuson", "maimi": five letters and one slip are enough for a large city."""
    people = (
        r.people for r in query.gazetteer.readings(near.key) if r.kind is not MatchKind.COUNTY
    )
    return near.cost <= 1.0 and max(people, default=0) >= LARGE


def _readings(query: Query, near: Near, attempt: Try) -> list[Reading]:
    return [
        r
        for r in query.gazetteer.readings(near.key)
        if (not attempt.state or r.state == attempt.state)
        and (not attempt.counties or r.kind is MatchKind.COUNTY)
    ]
