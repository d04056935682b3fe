"""Misspelt words for counties and jails: "Coynty", "Faciility", "Correctionall"."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.gazetteer import Gazetteer

# Letters from which a word may be such a sign, and from which it may have two slips.
SHORTEST, LONG = 5, 10


def mended(word: str, gazetteer: Gazetteer) -> str:
    """The sign that a word comes near, where the word is nothing that we know; else itself."""
    known = gazetteer.vocabulary
    if (
        len(word) < SHORTEST
        or not word.isascii()
        or not word.isalpha()
        or word in known.ordinary
        or word in known.given_names
        or gazetteer.names.has(word)
    ):
        return word
    most = 2 if len(word) >= LONG else 1
    about_as_long = [
        s for n in range(-most, most + 1) for s in known.long_signs.get(len(word) + n, ())
    ]
    near = process.extractOne(word, about_as_long, scorer=OSA.distance, score_cutoff=most)
    return near[0] if near else word
