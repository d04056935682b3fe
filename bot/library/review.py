"""Who wrote, translated and read which text: ``reviews.csv`` beside the texts.

The record of texts stays in the repository and not in the database: it is about the words of one
commit, so it must travel with them (a checkout, a fork and the wheel all know what was read), it
is reviewed in the same pull request as the words, and an installation without a database answers
all the same. The database's ``approvals`` are about what only an installation has: its roster.

Each line holds the hashes of the English and of the text as they were that day, so that a change
of either shows afterwards.
"""

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
COLUMNS = ("language", "source_hash", "text_hash", "reviewer", "date", "act")
FORMER_COLUMNS = COLUMNS[:-1]
"""Without ``act`` each line is a review."""

DRAFT = "drafted, not yet read by a fluent person"
"""The name in a record that claims no reader."""


class ReviewState(StrEnum):
    """``APPROVED``: a person approved this text against the English of today. ``STALE``: this
    text was approved or written, and the English has changed since. ``UNREVIEWED``: no fluent
    person has read it as it is now. ``MISSING``: there is no text."""

    APPROVED = "approved"
    STALE = "stale"
    UNREVIEWED = "unreviewed"
    MISSING = "missing"


class Act(StrEnum):
    """What a record claims. Only ``REVIEWED`` approves a text; the others say which English it
    was written from."""

    DRAFTED = "drafted"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Review:
    """One signature: ``source_hash`` names the English that was read, ``text_hash`` the text in
    ``language`` (see :func:`bot.library.cards.deck_hash`)."""

    language: str
    source_hash: str
    text_hash: str
    reviewer: str
    day: date
    act: Act = Act.REVIEWED


def parse_reviews(text: str) -> tuple[Review, ...]:
    """Read ``reviews.csv``. Raises ValueError, which says what is wrong with which line."""
    rows = csv.DictReader(StringIO(text))
    if tuple(rows.fieldnames or ()) not in (COLUMNS, FORMER_COLUMNS):
        raise ValueError(f"begin it with the line {','.join(COLUMNS)}")
    return tuple(_review(number, row) for number, row in enumerate(rows, start=2))


def _review(line: int, row: Mapping[str, str | None]) -> Review:
    language, source_hash, text_hash, reviewer, day = (row.get(name) or "" for name in COLUMNS[:5])
    if not (language and source_hash and text_hash and reviewer):
        raise ValueError(
            f"line {line} has an empty field; delete the line, then let the text be signed again"
        )
    try:
        act = Act(row.get("act") or Act.REVIEWED)
    except ValueError:
        raise ValueError(f"line {line}: act is one of {', '.join(Act)}") from None
    try:
        return Review(language, source_hash, text_hash, reviewer, date.fromisoformat(day), act)
    except ValueError:
        raise ValueError(f"line {line}: write the date as 2026-11-22") from None


def state_of(decks: Mapping[str, Deck], language: str, reviews: Iterable[Review]) -> ReviewState:
    """The state of one language's text of one topic or answer.

    A text that changed since its last record may have followed the English or not: nobody can
    tell, so it is unreviewed, not stale.
    """
    if language not in decks:
        return ReviewState.MISSING
    text, source = deck_hash(decks[language]), deck_hash(decks[SOURCE_LANGUAGE])
    records = [one for one in reviews if one.language == language and one.text_hash == text]
    if not records:
        return ReviewState.UNREVIEWED
    current = [one for one in records if one.source_hash == source]
    if any(one.act is Act.REVIEWED for one in current):
        return ReviewState.APPROVED
    return ReviewState.UNREVIEWED if current else ReviewState.STALE


def is_recorded(decks: Mapping[str, Deck], language: str, reviews: Iterable[Review]) -> bool:
    """Whether some record says that this text was made from, or read beside, this English."""
    now = (language, deck_hash(decks[SOURCE_LANGUAGE]), deck_hash(decks[language]))
    return any((one.language, one.source_hash, one.text_hash) == now for one in reviews)
