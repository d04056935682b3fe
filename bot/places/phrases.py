"""Phrases that a text is searched for, word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

# A phrase is a tuple of folded words: ("county", "of").
Phrase = tuple[str, ...]


class Phrases(frozenset[Phrase]):
    """Phrases, with the words that they begin and end with: most words of a text are neither,
    so that they need not be looked up in every length."""

    @cached_property
    def begin(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self)

    @cached_property
    def end(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self)

    @cached_property
    def _as_text(self) -> tuple[frozenset[str], tuple[str, ...], tuple[Phrase, ...]]:
        """Single Latin words, longer Latin phrases, and those of other letters."""
        latin = [phrase for phrase in self if "".join(phrase).isascii()]
        longer = tuple(f" {' '.join(phrase)} " for phrase in latin if len(phrase) > 1)
        others = tuple(phrase for phrase in self if not "".join(phrase).isascii())
        return frozenset(phrase[0] for phrase in latin if len(phrase) == 1), longer, others

    def may_stand_in(self, folded: str) -> bool:
        """Whether a folded text may hold one of them: to be asked before it is read in earnest,
        which costs many times as much. Other letters than ours are written without spaces, or with
        endings."""
        words, longer, others = self._as_text
        said = folded.split()
        if not words.isdisjoint(said):
            return True
        text = f" {folded} "
        if not self.begin.isdisjoint(said) and any(phrase in text for phrase in longer):
            return True
        if folded.isascii():
            return False
        return any(all(word in folded for word in phrase) for phrase in others)

    @cached_property
    def by_first(self) -> Mapping[str, Sequence[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self:
            found.setdefault(phrase[0], []).append(phrase)
        return found
