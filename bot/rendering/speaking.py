"""A decided turn as it is said aloud on a call: the same texts, keys to press in place of words to
text, numbers digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.conversation.reply import Choice, Part, Turn
from bot.knowledge import Knowledge
from bot.library.wording import PHONE
from bot.rendering.lists import say_choice
from bot.rendering.render import word

KEYS: Mapping[str, str] = {
    "pick": "Press %(digit)s: %(what)s.",
    "more": "Press star to hear more.",
}
"""Each is translated in locales/."""

_LISTS_TO_PICK = frozenset({"menu", "choices"})
_WRITTEN = frozenset({"more", "other-languages"})
"""Words to text. On a call a key stands for MORE, and the language was its first choice."""

_ZIP = re.compile(r"\b\d{5}\b")
_MARKS = re.compile("[\u200f\u2066-\u2069]")
_ENDED = re.compile('[.?!:;。？！：؟]["”»」』)）]*$')


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a voice of one language says, a sentence or more a line."""

    language: str
    text: str


def speak(turn: Turn, knowledge: Knowledge) -> tuple[Spoken, ...]:
    """What is said, in order; the keys to press come last. Pure."""
    silent = _LISTS_TO_PICK | _WRITTEN
    said = [
        _aloud(part, turn.language, knowledge) for part in turn.parts if part.name not in silent
    ]
    keys = (Spoken(turn.language, line) for line in _keys(turn, knowledge))
    return (*said, *keys)


def _aloud(part: Part, code: str, knowledge: Knowledge) -> Spoken:
    return Spoken(part.language or code, aloud(word(part, code, knowledge)))


def aloud(text: str) -> str:
    """A written text for a voice: each line ends like a sentence, so that the voice pauses."""
    plain = _MARKS.sub("", text)
    said = _ZIP.sub(lambda found: _digits([found[0]]), PHONE.sub(_phone, plain))
    return "\n".join(_ended(line.strip()) for line in said.split("\n") if line.strip())


def _keys(turn: Turn, knowledge: Knowledge) -> Iterator[str]:
    catalog = knowledge.catalogs[turn.language]
    line = catalog.pgettext("call", KEYS["pick"])
    lists = [part for part in turn.parts if part.name in _LISTS_TO_PICK]
    for digit, choice in enumerate((one for part in lists for one in _choices(part)), start=1):
        # The full stop is that of the sentence around it.
        what = aloud(say_choice(choice, turn.language, knowledge)).removesuffix(".")
        yield line % {"digit": digit, "what": what}
    if turn.session.deck:
        yield catalog.pgettext("call", KEYS["more"])


def _choices(part: Part) -> tuple[Choice, ...]:
    choices = part.facts["choices"]
    return choices if isinstance(choices, tuple) else ()  # type: ignore[return-value]


def _phone(found: re.Match[str]) -> str:
    return _digits(re.findall(r"\d+", found[0]))


def _digits(groups: Iterable[str]) -> str:
    """ "7 3 4, 7 9 4, 9 9 6 3": no voice in any language makes one large number of it."""
    return ", ".join(" ".join(group) for group in groups)


def _ended(line: str) -> str:
    return line if _ENDED.search(line) else f"{line}."
