"""Names in Chinese, Korean, Arabic and Russian script, put into the letters of our tables.

Chinese has no spaces, Korean and Russian change the ends of words, Arabic writes "in" and "the"
into them: a known name is looked for inside the word, and what is left over stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.places.fold import fold, words
from bot.places.tables import lines_of, rows_of
from bot.places.vocabulary import Vocabulary

LONGEST_WORDS = 4
LONGEST_LETTERS = 14
_HAN_IN = ("在", "于", "於", "到")
_ARABIC_BEFORE = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_RUSSIAN_ENDS = (
    "ого", "ому", "ыми", "ими", "ией", "ами", "ями", "ой", "ом", "ем", "ах", "ях", "ии", "ия",
    "ию", "ие", "ая", "ое", "ые", "а", "я", "е", "и", "ы", "у", "ю", "ь",
)  # fmt: skip
_SHORTEST_STEM = 4
# Korean writes "in", "to", "of", "from" into the word, and the county word behind the name.
_KOREAN_AFTER = (
    "이래요", "래요", "이라고", "라고",
    "에서는", "에서도", "에서", "으로", "에게", "에는", "에요", "이에요", "예요", "입니다", "로",
    "에", "의", "은", "는", "이", "가", "을", "를", "도", "와", "과",
)  # fmt: skip
# "… it is": behind a name, and nothing of it.
_KOREAN_IS = frozenset(
    {"인데요", "인데", "이고요", "이구요", "이에요", "예요", "입니다", "이요", "요", "이야"}
)
_KOREAN_SIGNS = ("카운티", "교도소", "구치소", "유치장", "감옥", "경찰서", "시티", "시", "군", "주")
# Chinese: what follows makes a county, a city or a state of the letters before it.
_HAN_SIGNS = "县縣郡市"
_LONGEST_HAN = 7
# A shorter Chinese name with another letter is another name.
_SHORTEST_HAN = 4
_HAN_WORDS = "在于於到州省区區城的我他她是被和了"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, and whether it was put into our letters from another script."""

    text: str
    foreign: bool = False


@dataclass(frozen=True)
class Scripts:
    """``names``: folded names without spaces -> the English words they stand for, as the tables
    spell them; ``letters``: those with which Chinese writes foreign names; ``people``:
    Chinese words before a person's name."""

    names: Mapping[str, tuple[str, ...]]
    signs: frozenset[str]
    letters: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()
    gaps: Mapping[str, str] = field(default_factory=dict)

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
        for size in range(min(LONGEST_WORDS, len(said) - start), 0, -1):
            known = self._known("".join(stem(w) for w in said[start : start + size]))
            if known:
                return size, known
        return 1, list(self._inside(said[start]))

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
            cut = [w for w in self._cut(word, anywhere=False) if w.text not in _KOREAN_IS]
            whole = len(cut) == 1 and not cut[0].foreign
            if whole or any(_is_another_word(w.text) for w in cut):
                yield from _without_particles(word)
            else:
                yield from cut
        elif script == "arabic":
            yield from self._without_prefix(word)
        else:
            yield Word(word)

    def _without_prefix(self, word: str) -> list[Word]:
        for prefix in _ARABIC_BEFORE:
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
        at = next((i for i, letter in enumerate(left) if letter in _HAN_SIGNS), -1)
        start = at
        while start > max(0, at - _LONGEST_HAN) and left[start - 1] in self.letters:
            start -= 1
        if at - start >= 2:
            yield from self._left_over(left[:start])
            yield Word(left[start:at])
            yield Word(left[at])
            yield from self._left_over(left[at + 1 :])
        elif person := next((p for p in self.people if left.endswith(p)), ""):
            yield from self._left_over(left[: -len(person)])
            yield Word(person)
        elif left.endswith(_HAN_IN):
            yield from self._left_over(left[:-1])
            yield Word(left[-1])
        elif left:
            yield Word(left)

    def _longest(self, word: str, start: int, *, signs: bool) -> tuple[int, list[Word]]:
        last = min(len(word), start + LONGEST_LETTERS)
        for end in range(last, start, -1):
            piece = word[start:end]
            if piece in self.names or (signs and piece in self.signs and _ends(word, end)):
                return end - start, self._known(piece)
        for end in range(last, start + _SHORTEST_HAN - 1, -1):
            name = self._misspelt(word[start:end])
            if name:
                return end - start, self._known(name)
        return 0, []

    def _misspelt(self, piece: str) -> str:
        """The one name that differs in one Chinese letter (亚特兰达 for 亚特兰大); else empty."""
        found = (
            {self.gaps.get(gap, "") for gap in _gaps(piece)} if script_of(piece) == "han" else set()
        )
        found.discard("")
        return found.pop() if len(found) == 1 else ""


def _is_another_word(left: str) -> bool:
    """What follows a name and is no particle: 오렌지색 is a colour, no Orange."""
    return script_of(left) == "hangul" and not left.startswith(
        (*_KOREAN_AFTER, *_KOREAN_IS, *_KOREAN_SIGNS)
    )


def _ends(word: str, end: int) -> bool:
    """A Korean sign ends its word, but for a particle: no city in 시민권자."""
    return script_of(word) != "hangul" or word[end:] in ("", *_KOREAN_AFTER)


def _without_particles(word: str) -> Iterator[Word]:
    """A Korean name that we do not know, its county word and its particle: 그위넷카운티에서."""
    particle = next((p for p in _KOREAN_AFTER if word.endswith(p) and len(word) > len(p) + 1), "")
    name = word[: len(word) - len(particle)]
    sign = next((s for s in _KOREAN_SIGNS if name.endswith(s) and len(name) > len(s) + 1), "")
    yield Word(name[: len(name) - len(sign)])
    yield from (Word(part) for part in (sign, particle) if part)


def script_of(word: str) -> str:
    first = word[0]
    if "\u4e00" <= first <= "\u9fff":
        return "han"
    if "\uac00" <= first <= "\ud7a3":
        return "hangul"
    if "\u0600" <= first <= "\u06ff":
        return "arabic"
    return "cyrillic" if "\u0400" <= first <= "\u04ff" else "other"


def stem(word: str) -> str:
    """A Russian word without its ending ("в Филадельфии"); any other word as it is."""
    if script_of(word) != "cyrillic":
        return word
    for end in _RUSSIAN_ENDS:
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM:
            return word[: -len(end)]
    return word


def ways_of_reading(word: str) -> list[str]:
    """A word in another script, and what it may be without what was written into it: an Arabic
    "in" or "the", a Russian ending."""
    script = script_of(word)
    ways = [word]
    if script == "arabic":
        ways += [word[len(p) :] for p in _ARABIC_BEFORE if word.startswith(p)]
    elif script == "cyrillic":
        ways.append(stem(word))
    return [way for way in dict.fromkeys(ways) if len(way) > 1]


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
    own = frozenset(w for w in known if not w.isascii())
    longest_first = tuple(sorted(people, key=len, reverse=True))
    return Scripts(names, own, _han_letters(names), longest_first, _with_gaps(names))


def _gaps(name: str) -> Iterator[str]:
    return (f"{name[:i]}_{name[i + 1 :]}" for i in range(len(name)))


def _with_gaps(names: Iterable[str]) -> dict[str, str]:
    """Chinese names with each letter left out in turn; "" where two names then look alike."""
    found: dict[str, str] = {}
    long = (n for n in names if len(n) >= _SHORTEST_HAN and script_of(n) == "han")
    for name in long:
        for gap in _gaps(name):
            found[gap] = "" if gap in found else name
    return found


def _han_letters(names: Iterable[str]) -> frozenset[str]:
    """The Chinese letters of the names that we know, but those that are words beside them."""
    letters = {letter for name in names if script_of(name) == "han" for letter in name}
    return frozenset(letters.difference(_HAN_SIGNS, _HAN_WORDS))


def _joined(said: Iterable[str]) -> str:
    return "".join(map(stem, said))
