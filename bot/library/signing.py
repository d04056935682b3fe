"""Signing a text: one more line for ``reviews.csv``. Pure."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from bot.language import SOURCE_LANGUAGE
from bot.library.cards import deck_hash
from bot.library.review import COLUMNS, Act, Review
from bot.library.topic import Deck


def sign(
    decks: Mapping[str, Deck],
    language: str,
    reviewer: str,
    day: date,
    before: Iterable[Review],
    act: Act = Act.REVIEWED,
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
        act=act,
    )
    return written((*before, signed))


def written(reviews: Iterable[Review]) -> str:
    """The text of ``reviews.csv``."""
    file = StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in reviews:
        day = one.day.isoformat()
        rows.writerow(
            (one.language, one.source_hash, one.text_hash, one.reviewer, day, str(one.act))
        )
    return file.getvalue()
