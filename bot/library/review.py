"""Who approved which text: ``reviews.csv`` beside the texts, against the hashes of today."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO

from bot.language import SOURCE_LANGUAGE
from bot.library.cards import deck_hash
from bot.library.topic import Deck

REVIEWS_FILE = "reviews.csv"
COLUMNS = ("language", "source_hash", "text_hash", "reviewer", "date")


class ReviewState(StrEnum):
    """``APPROVED``: a person approved this text against the English of today. ``STALE``: this
    text was approved, and the English has changed since. ``UNREVIEWED``: the text changed, or
    nobody ever signed it. ``MISSING``: there is no text."""

    APPROVED = "approved"
    STALE = "stale"
    UNREVIEWED = "unreviewed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Review:
    """One signature: ``source_hash`` names the English that was read, ``text_hash`` the text in
    ``language`` (see :func:`bot.library.cards.deck_hash`)."""

    language: str
    source_hash: str
    text_hash: str
    reviewer: str
    day: date


def parse_reviews(text: str) -> tuple[Review, ...]:
    """Read ``reviews.csv``. Raises ValueError, which says what is wrong with which line."""
    rows = csv.DictReader(StringIO(text))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise ValueError(f"begin it with the line {','.join(COLUMNS)}")
    return tuple(_review(number, row) for number, row in enumerate(rows, start=2))


def _review(line: int, row: Mapping[str, str | None]) -> Review:
    language, source_hash, text_hash, reviewer, day = (row.get(name) or "" for name in COLUMNS)
    if not (language and source_hash and text_hash and reviewer):
        raise ValueError(
            f"line {line} has an empty field; delete the line, then let the text be signed again"
        )
    try:
        return Review(language, source_hash, text_hash, reviewer, date.fromisoformat(day))
    except ValueError:
        raise ValueError(f"line {line}: write the date as 2026-11-22") from None


def state_of(decks: Mapping[str, Deck], language: str, reviews: Iterable[Review]) -> ReviewState:
    """The state of one language's text of one topic or answer."""
    if language not in decks:
        return ReviewState.MISSING
    text = deck_hash(decks[language])
    signed = [one for one in reviews if one.language == language and one.text_hash == text]
    if not signed:
        return ReviewState.UNREVIEWED
    source = deck_hash(decks[SOURCE_LANGUAGE])
    current = any(one.source_hash == source for one in signed)
    return ReviewState.APPROVED if current else ReviewState.STALE
