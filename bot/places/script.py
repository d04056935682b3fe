"""Names in Chinese, Korean, Arabic and Russian script, put into the letters of our tables.

Chinese has no spaces, Korean and Russian change the ends of words, Arabic writes "in" and "the"
into them: a known name is looked for inside the word, and what is left over stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.places import chinese, korean
from bot.places.fold import fold, words
from bot.places.letters import ARABIC_BEFORE, script_of, stem
from bot.places.tables import lines_of, rows_of
from bot.places.vocabulary import Vocabulary

LONGEST_WORDS = 4
LONGEST_LETTERS = 14


SHORTEST_PARTED = 6
"""Letters of an Arabic name that may stand in two words: "هو ما", he does not, is not Houma."""


def _may_be_parted(name: str) -> bool:
    return len(name) >= SHORTEST_PARTED or script_of(name) != "arabic"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, and whether it was put into our letters from another script."""

    text: str
    foreign: bool = False


@dataclass(frozen=True)
class Scripts:
    """``names``: folded names without spaces -> the English words they stand for, as the tables
    spell them; ``letters``: those with which Chinese writes foreign names; ``people``:
    Chinese words before a person's name; ``gaps``: Chinese names with one letter left out;
    ``everyday``: words that are as written a name ("وين", where, is Wayne; "трак", a truck, is a
    form of Truckee), and mean it only beside one of ``counties``."""

    names: Mapping[str, tuple[str, ...]]
    signs: frozenset[str]
    letters: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()
    gaps: Mapping[str, str] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()

    def latin(self, said: Sequence[str]) -> list[Word]:
        """The words of a text with every known foreign name replaced."""
        found: list[Word] = []
        start = 0
        while start < len(said):
            if said[start].isascii():
                found.append(Word(said[start]))
                start += 1
                continue
            size, put = self._run(said, start)
            found.extend(put)
            start += size
        return found

    def _run(self, said: Sequence[str], start: int) -> tuple[int, list[Word]]:
        everyday = said[start] in self.everyday and not self._is_a_countys(said, start)
        for size in range(min(LONGEST_WORDS, len(said) - start), 1 if everyday else 0, -1):
            name = "".join(stem(w) for w in said[start : start + size])
            known = self._known(name) if size == 1 or _may_be_parted(name) else []
            if known:
                return size, known
        return 1, [Word(said[start])] if everyday else list(self._inside(said[start]))

    def _is_a_countys(self, said: Sequence[str], place: int) -> bool:
        beside = {*said[max(0, place - 1) : place], *said[place + 1 : place + 2]}
        return not self.counties.isdisjoint(beside)

    def _known(self, name: str) -> list[Word]:
        """A name; or a sign (county, jail), which the vocabulary knows as it stands."""
        if name in self.names:
            return [Word(w, True) for w in self.names[name]]
        return [Word(name)] if name in self.signs else []

    def _inside(self, word: str) -> Iterator[Word]:
        script = script_of(word)
        if script == "han":
            yield from self._cut(word, anywhere=True)
        elif script == "hangul":
            cut = [w for w in self._cut(word, anywhere=False) if w.text not in korean.IS]
            whole = len(cut) == 1 and not cut[0].foreign
            if whole or any(korean.is_another_word(w.text) for w in cut):
                yield from map(Word, korean.parts(word))
            else:
                yield from cut
        elif script == "arabic":
            yield from self._without_prefix(word)
        else:
            yield Word(word)

    def _without_prefix(self, word: str) -> list[Word]:
        for prefix in ARABIC_BEFORE:
            known = self._known(word[len(prefix) :]) if word.startswith(prefix) else []
            if known:
                return [Word("في"), *known] if prefix in ("ب", "بال") else known
        return [Word(word)]

    def _cut(self, word: str, *, anywhere: bool) -> Iterator[Word]:
        """Longest known name at each letter; the letters between names stay together."""
        left, start, after_name = "", 0, False
        while start < len(word):
            size, known = self._longest(word, start, signs=after_name or not anywhere)
            if not size:
                left, start, after_name = left + word[start], start + 1, False
                if not anywhere:
                    left, start = left + word[start:], len(word)
                continue
            yield from self._left_over(left)
            yield from known
            left, start, after_name = "", start + size, True
        yield from self._left_over(left)

    def _left_over(self, left: str) -> Iterator[Word]:
        """What stands between names. A last "in" is a word of its own, for it says "a place";
        before a county word the letters that write foreign names are one: 格威内特县."""
        at = next((i for i, letter in enumerate(left) if letter in chinese.SIGNS), -1)
        start = at
        while start > max(0, at - chinese.LONGEST) and left[start - 1] in self.letters:
            start -= 1
        if at - start >= 2:
            yield from self._left_over(left[:start])
            yield Word(left[start:at])
            yield Word(left[at])
            yield from self._left_over(left[at + 1 :])
        elif person := next((p for p in self.people if left.endswith(p)), ""):
            yield from self._left_over(left[: -len(person)])
            yield Word(person)
        elif left.endswith(chinese.IN):
            yield from self._left_over(left[:-1])
            yield Word(left[-1])
        elif left:
            yield Word(left)

    def _longest(self, word: str, start: int, *, signs: bool) -> tuple[int, list[Word]]:
        last = min(len(word), start + LONGEST_LETTERS)
        for end in range(last, start, -1):
            piece = word[start:end]
            if piece in self.names or (signs and piece in self.signs and korean.ends(word, end)):
                return end - start, self._known(piece)
        for end in range(last, start + chinese.SHORTEST - 1, -1):
            name = self._misspelt(word[start:end])
            if name:
                return end - start, self._known(name)
        return 0, []

    def _misspelt(self, piece: str) -> str:
        """The one name that differs in one Chinese letter (亚特兰达 for 亚特兰大); else empty."""
        found = (
            {self.gaps.get(gap, "") for gap in chinese.gaps(piece)}
            if script_of(piece) == "han"
            else set()
        )
        found.discard("")
        return found.pop() if len(found) == 1 else ""


def read_scripts(
    folder: Path, states: Mapping[tuple[str, ...], str], vocabulary: Vocabulary
) -> Scripts:
    """``states``: folded words of a foreign state name -> the state's English name."""
    names: dict[str, tuple[str, ...]] = {}
    for line in lines_of(folder / "exonyms.csv"):  # both columns are folded already
        name, means = line.split(",")
        names[_joined(name.split())] = tuple(means.split())
    for name, means in rows_of(folder / "exonyms_more.csv"):
        names[_joined(fold(name).split())] = tuple(words(means))
    for name_words, state in states.items():
        said_to_be_one = state == "Washington" and len(name_words) > 1  # "штат Вашингтон"
        names[_joined(name_words)] = (*words(state), *(("state",) if said_to_be_one else ()))
    signs = (
        vocabulary.county_after, vocabulary.county_before, vocabulary.city_after,
        vocabulary.city_before, vocabulary.jail, vocabulary.sheriff, vocabulary.police,
        vocabulary.between, vocabulary.at,
    )  # fmt: skip
    known = frozenset(w for phrases in signs for phrase in phrases for w in phrase)
    people = {"".join(phrase) for phrase in vocabulary.person if script_of(phrase[0]) == "han"}
    counties = vocabulary.county_after | vocabulary.county_before
    return Scripts(
        names=names,
        signs=frozenset(w for w in known if not w.isascii()),
        letters=chinese.letters_of(names),
        people=tuple(sorted(people, key=len, reverse=True)),
        gaps=chinese.with_gaps(names),
        everyday=vocabulary.everyday,
        counties=frozenset(phrase[0] for phrase in counties if len(phrase) == 1),
    )


def _joined(said: Iterable[str]) -> str:
    return "".join(map(stem, said))
