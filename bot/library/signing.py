"""Signing a text: one more line for ``reviews.csv``, and the skeleton of a new language. Pure."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from bot.language import SOURCE_LANGUAGE
from bot.library.cards import deck_hash
from bot.library.review import COLUMNS, Review
from bot.library.topic import Deck


def sign(
    decks: Mapping[str, Deck], language: str, reviewer: str, day: date, before: Iterable[Review]
) -> str:
    """The whole new text of ``reviews.csv``: the former lines, and this signature last.

    It names the English and the text by their hashes of today, so that a later change of either
    shows. Raises KeyError where there is no text in ``language``.
    """
    signed = Review(
        language=language,
        source_hash=deck_hash(decks[SOURCE_LANGUAGE]),
        text_hash=deck_hash(decks[language]),
        reviewer=reviewer,
        day=day,
    )
    written = StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in (*before, signed):
        rows.writerow(
            (one.language, one.source_hash, one.text_hash, one.reviewer, one.day.isoformat())
        )
    return written.getvalue()
