"""Who asks "what county is Dallas in?" means Dallas: the question itself names no place, and its
"in" is not Indiana."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.places.letters import script_of
from bot.places.phrases import Phrase, Phrases
from bot.places.vocabulary import Vocabulary


def without_county_question(said: list[str], vocabulary: Vocabulary) -> list[str]:
    """The words without the question for a county and what ends it; the same list where they hold
    none, or nothing else."""
    asked = vocabulary.county_asked
    if not "".join(said).isascii():
        said = [part for word in said for part in _parted(word, vocabulary)]
    if asked.begin.isdisjoint(said):
        return said
    start, end = max(_places(said, asked), key=_length, default=(0, 0))
    before, behind = said[:start], said[end:]
    if not end or not (before or behind):
        return said
    closing = _closing(before, behind, vocabulary.county_asked_end)
    return [*before, *behind[: len(behind) - closing]]


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _parted(word: str, vocabulary: Vocabulary) -> list[str]:
    """Chinese is written without spaces: "达拉斯在哪个县" holds the question behind the name."""
    if script_of(word) != "han":
        return [word]
    held = next((asked for asked in vocabulary.county_asked_in_han if asked in word), word)
    return [part for part in word.partition(held) if part]


def _places(said: Sequence[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    for start, word in enumerate(said):
        for phrase in phrases.by_first.get(word, ()):
            end = start + len(phrase)
            if _says(said[start:end], phrase):
                yield start, end


def _says(said: Sequence[str], phrase: Phrase) -> bool:
    """Korean words take endings: "카운티에", "카운티인가요"."""
    if tuple(said) == phrase:
        return True
    if len(said) != len(phrase) or script_of(phrase[-1]) != "hangul":
        return False
    return all(word.startswith(part) for word, part in zip(said, phrase, strict=True))


def _closing(before: Sequence[str], behind: Sequence[str], ends: Phrases) -> int:
    """How many words behind the question end it; the place must be left."""
    fitting = (e for e in ends if len(e) <= len(behind) and len(e) < len(before) + len(behind))
    return max((len(end) for end in fitting if _says(behind[-len(end) :], end)), default=0)
