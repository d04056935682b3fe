"""What a text wants, apart from its place: a command, a topic, a number, a cry for help."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.places.fold import fold
from bot.words import Words, as_written, is_unspaced

HIGHEST = 99
"""No list of ours is longer; a longer number is a ZIP code or something we do not keep."""

COURTESIES = ("now", "lost", "unsure", "unclear", "help", "hard", "greeting", "thanks")
AGAIN = frozenset({"stop", "start", "delete"})
"""What somebody wants who says it twice is what she wants who says it once."""
LONGEST_COURTESY = 6
"""Words of the longest phrase that is looked for inside a string of courtesies."""

_A_NUMBER = re.compile(r"(?<![\w])a[\s#:.-]{0,3}\d(?:[\s-]?\d){7,8}(?!\d)", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\d+-])(?!\d{5}-\d{4}(?!\d))\d(?:[\s-]?\d){7,}(?!\d)")
"""Eight digits or more, ZIP+4 apart."""


def whole_meaning(folded: str, text: str, words: Words) -> tuple[str, str] | None:
    """The command or small talk that the whole text is: (meaning, language). ``text`` is as it
    came: some words are told apart by their marks only.

    Courtesies come in strings ("thank you so much god bless"): they count together as the one of
    them that asks for most.
    """
    exact = words.written.get(as_written(text)) or words.whole.get(folded)
    exact = exact or _said_again(folded, text, words)
    if exact:
        return exact
    strung = _strung(folded.split(), words)
    for meaning in COURTESIES:
        for one in strung:
            if one[0] == meaning:
                return one
    return None


def _said_again(folded: str, text: str, words: Words) -> tuple[str, str] | None:
    """ "STOP STOP", "stop it stop it please": one command and nothing else, more than once."""
    said = [word for word in folded.split() if word not in words.please]
    marked = re.findall(r"\w+", as_written(text))
    found = words.written.get(_repeated(marked)) or words.whole.get(_repeated(said))
    return found if found and found[0] in AGAIN else None


def _repeated(said: list[str]) -> str:
    """The words that a text repeats from its first to its last, or the letters of its one word
    ("停止停止"); "" where it repeats none."""
    parts, joint = (list(said[0]), "") if len(said) == 1 else (said, " ")
    if not parts or parts[0] not in parts[1:]:
        return ""  # as nearly all
    for size in range(1, len(parts) // 2 + 1):
        times, over = divmod(len(parts), size)
        if not over and parts == parts[:size] * times:
            return joint.join(parts[:size])
    return ""


def _strung(tokens: list[str], words: Words) -> list[tuple[str, str]]:
    """The courtesies that make up a text from its first word to its last; [] where a word is
    left over."""
    found: list[tuple[str, str]] = []
    while tokens:
        for size in range(min(len(tokens), LONGEST_COURTESY), 0, -1):
            one = words.whole.get(" ".join(tokens[:size]))
            if one and one[0] in COURTESIES:
                found.append(one)
                tokens = tokens[size:]
                break
        else:
            return []
    return found


def holds(folded: str, meaning: str, words: Words) -> str | None:
    """The language of the first phrase of this meaning inside the text, or None."""
    return words.within[meaning].first_in(_without(folded, words.unless[meaning]))


def _without(folded: str, harmless: Iterable[str]) -> str:
    for phrase in harmless:
        if phrase not in folded:
            continue
        if is_unspaced(phrase):
            folded = folded.replace(phrase, " ")
        else:
            folded = f" {folded} ".replace(f" {phrase} ", " ").strip()
    return folded


def number(text: str, words: Words) -> int | None:
    """A menu answer: one or two digits of any script, with the marks and words that people put
    beside ("#3", "number 3", "3번"), or in words ("the third one")."""
    folded = fold(text)
    said = [word for word in folded.split() if word not in words.beside_numbers]
    if len(said) == 1 and said[0].isdecimal():
        return int(said[0]) if int(said[0]) <= HIGHEST else None
    return words.numbers.get(folded) or words.numbers.get(" ".join(said))


def holds_private_number(text: str) -> bool:
    """An A-number or another long number: never kept, never echoed (docs/rules.md, 21 and 22)."""
    return bool(_A_NUMBER.search(text) or _LONG_NUMBER.search(text))
