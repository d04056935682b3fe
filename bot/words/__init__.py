"""The words that people text: STOP, MORE, gracias (``content/words``)."""

from bot.words.faults import Fault, faults
from bot.words.phrases import Phrases, beginnings, is_hangul, is_unspaced, spans
from bot.words.reading import read_words
from bot.words.words import WHOLE, WITHIN, Words, WordsError, as_written

__all__ = [
    "WHOLE",
    "WITHIN",
    "Fault",
    "Phrases",
    "Words",
    "WordsError",
    "as_written",
    "beginnings",
    "faults",
    "is_hangul",
    "is_unspaced",
    "read_words",
    "spans",
]
