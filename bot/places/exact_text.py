"""The text that most people send: a name, perhaps its county word and its state, nothing else.

One look at the whole text instead of a dozen steps. It says what the steps would say, or nothing
where any of them may have more to say; tests/places/test_exact_text.py holds it to that.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.places.county_step import counties_called
from bot.places.fold import words
from bot.places.gazetteer import Gazetteer
from bot.places.place import Matched, MatchKind, PlaceAnswer
from bot.places.query import LONGEST_NAME, LONGEST_PHRASE, Query, Span
from bot.places.reading import Reading, Readings
from bot.places.settle import settle
from bot.places.vocabulary import Vocabulary

Words = tuple[str, ...]
# Words for counties that are something else as well: Colorado, a hat.
DOUBTFUL = frozenset({"co", "hat"})


def by_exact_text(text: str, gazetteer: Gazetteer, hint_state: str = "") -> PlaceAnswer | None:
    """ "Jackson County, Michigan", "taylor mi", "condado de Hidalgo", "Houston"."""
    said = tuple(words(text))
    name, state = _without_state(said, gazetteer)
    if not name or len(name) > LONGEST_NAME + LONGEST_PHRASE or _may_be_more(said, name, gazetteer):
        return None
    bare, county = _without_county_word(name, gazetteer.vocabulary)
    if county.endswith(" de") and gazetteer.names.has("de" + "".join(bare)):
        return None  # "condado de Baca": Baca, or De Baca?
    readings = gazetteer.readings("".join(bare))
    if readings.holders or not (county or state or _stands_alone(bare, gazetteer)):
        return None
    meant = _meant(readings, county, state, gazetteer)
    if not meant:
        return None
    matched = Matched(" ".join(said), MatchKind.COUNTY if county else MatchKind.CITY)
    query = Query(said, gazetteer, hint_state.upper(), (), ())
    return settle(query, meant, matched, spans=[Span(0, len(said))],
                  explicit=bool(county or state), one_state=bool(state))  # fmt: skip


def _without_state(said: Words, gazetteer: Gazetteer) -> tuple[Words, str]:
    """The words before the state at the end of the text, and its postal code."""
    for start in range(max(0, len(said) - LONGEST_PHRASE), len(said)):
        known = gazetteer.state_names.get(said[start:])
        if known and said[start] not in DOUBTFUL:
            return said[:start], known[0]
    return said, ""


def _may_be_more(said: Words, name: Words, gazetteer: Gazetteer) -> bool:
    """A jail's name; a name of which the state or the county word is a part ("Lake California",
    "Augusta-Richmond County"); a country; a state behind a state."""
    known = gazetteer.vocabulary
    return (
        not known.jail_signs.isdisjoint(name)
        or (said != name and gazetteer.names.has("".join(said)))
        or " ".join(name) in known.countries
        or name in gazetteer.state_names
        or (said == name and " ".join(name) in gazetteer.halves_of_states)
    )


def _without_county_word(name: Words, known: Vocabulary) -> tuple[Words, str]:
    """ "orleans parish", "condado de hidalgo": the name, and the word."""
    for size in range(min(LONGEST_PHRASE, len(name) - 1), 0, -1):
        if name[-size:] in known.county_after:
            return name[:-size], " ".join(name[-size:])
        if name[:size] in known.county_before:
            return name[size:], " ".join(name[:size])
    return name, ""


def _stands_alone(name: Words, gazetteer: Gazetteer) -> bool:
    ordinary = gazetteer.vocabulary.ordinary
    return not all(word in ordinary or len(word) == 1 for word in name)


def _meant(readings: Readings, county: str, state: str, gazetteer: Gazetteer) -> Sequence[Reading]:
    here = readings.in_state(state) if state else readings
    if not county:
        return here
    return () if county in DOUBTFUL else counties_called(gazetteer, here, county)
