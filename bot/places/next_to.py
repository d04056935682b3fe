"""A county or jail "next to" a place: another one, and nobody can tell which."""

from __future__ import annotations

from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.query import Query, Span
from bot.places.reading_text import read_query
from bot.places.vocabulary import Vocabulary

# Words between "the county" and "next to" ("el condado que está al lado de").
NEAR = 3


def is_next_to(text: str, gazetteer: Gazetteer) -> bool:
    """ "the county next to Cobb", "el condado de al lado", "yon prizon akote Miami"."""
    known = gazetteer.vocabulary
    if not known.beside.may_stand_in(fold(text)):
        return False
    query = read_query(text, gazetteer)
    begins = range(len(query.words))
    return any(_is_one(query, beside, known) for i in begins if (beside := _beside(query, i)))


def _beside(query: Query, start: int) -> Span | None:
    return query.phrase_at(start, query.gazetteer.vocabulary.beside)


def _is_one(query: Query, beside: Span, known: Vocabulary) -> bool:
    lists = (known.county_after, known.county_before, known.county_last, known.jail)
    before = range(max(0, beside.start - NEAR), beside.start)
    return any(query.phrase_at(i, listed) for i in before for listed in lists)
