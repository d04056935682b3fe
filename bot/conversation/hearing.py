"""Which language a short text is in; undecided is a good answer.

The order was measured on short texts: script, then place names alone decide nothing, then the
language model where it is sure, then a lexicon that advocates can edit, else undecided.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Protocol

from bot.places.fold import fold
from bot.words import Words

SURE = 0.7
"""From this confidence on the model is believed; below it, it is wrong too often on two words."""

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh-Hans", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
# Letters that only Vietnamese uses among the languages of the line.
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_MODEL_CODES = {
    "en": "en",
    "es": "es",
    "ht": "ht",
    "pt": "pt-BR",
    "fr": "fr",
    "zh": "zh-Hans",
    "vi": "vi",
    "ar": "ar",
    "ko": "ko",
    "tl": "fil",
    "ru": "ru",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """``language`` is a BCP 47 code, None where it should not decide; ``confidence`` 0 to 1;
    ``words`` counts the words of evidence."""

    language: str | None
    confidence: float
    words: int = 0


UNDECIDED = Guess(None, 0.0)


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@functools.cache
def _identifier() -> _Identifier:
    """The model, restricted to the languages of the line. Loaded on first need: 0.6 s."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_MODEL_CODES))
    # The full model is 50 MB that nothing reads once the languages are chosen.
    identifier._full_model = (identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes)
    found: _Identifier = identifier
    return found


def warm_up() -> None:
    """Load the model now, so that the first person does not wait for it."""
    _identifier()


def guess(text: str, words: Words) -> Guess:
    """Guess the language of ``text``, from which place names were already taken out."""
    written = _by_script(text)
    if written:
        return Guess(written, 1.0, 2)
    tokens = fold(text).split()
    if not any(character.isalpha() for character in text):
        return UNDECIDED
    code, confidence = _identifier().classify(text.lower())
    lexical = _by_lexicon(tokens, words)
    if confidence >= SURE and not (lexical.language and len(tokens) <= lexical.words + 1):
        return Guess(_MODEL_CODES[code], float(confidence), len(tokens))
    return lexical


def guess_beside_place(text: str, rest: str, words: Words) -> Guess:
    """The language of a text that names a place: of what is left without the place, else of words
    such as "condado" in the whole; never of a name in Latin letters, which is in no language."""
    written = _by_script(text)
    heard = Guess(written, 1.0, 2) if written else guess(rest, words)
    return heard if heard.language else _by_lexicon(fold(text).split(), words)


def _by_script(text: str) -> str | None:
    for code, letters in _SCRIPTS:
        if letters.search(text):
            return code
    return "vi" if _VIETNAMESE.search(text) else None


def _by_lexicon(tokens: list[str], words: Words) -> Guess:
    counts: dict[str, int] = {}
    for token in tokens:
        for code in words.lexicon.get(token, ()):
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return UNDECIDED
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return UNDECIDED
    code, count = ranked[0]
    return Guess(code, count / len(tokens), count)
