"""Someone calls instead of texting: the same answers read aloud, asked for with the telephone's
keys. Pure; nothing is kept of a call, which says itself how far it has come.

A call first chooses its language, then names a place by its ZIP code, the one name that keys can
write in every language; then its keys pick from what is offered, as numbers do in a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation.message import Channel, Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.rendering.speaking import Spoken, aloud, speak

ZIP_DIGITS = 5
STAR, ANOTHER_PLACE = "*", "0"
_TEXT_OF = {STAR: "MORE"}

MOST_KEYS = 40
"""Keys of one call. A machine that presses for ever costs money by the minute."""

MOST_SILENCES = 2

LINES: Mapping[str, str] = {
    "language": "For English, press %(digit)s.",
    "zip": (
        "Where was the person arrested, or where are they held? Press the five digits of the"
        " ZIP code there. If you do not know it, hang up and text the county and state to this"
        " number."
    ),
    "unknown": "I do not know that ZIP code.",
    "another": "Press 0 for another ZIP code.",
    "goodbye": "You can call again, or text a county and state to this number. Goodbye.",
}
"""What only a call says; each is translated in locales/, the first by each language of itself."""


@dataclass(frozen=True, slots=True)
class Call:
    """How far a call has come: ``language`` is "" until it is chosen; ``pressed`` is the ZIP code
    and the keys behind it; ``silences`` how often in a row nothing was pressed."""

    language: str = ""
    pressed: tuple[str, ...] = field(default=(), repr=False)
    silences: int = 0


BEGINNING = Call()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and for how many digits the call then waits; 0: it ends."""

    said: tuple[Spoken, ...]
    digits: int
    call: Call


def answer(
    call: Call, keys: str, at: datetime, knowledge: Knowledge, languages: Sequence[str]
) -> Answer:
    """What follows when these ``keys`` were pressed ("" for none). ``languages`` are the codes
    that can be read aloud: nine for the keys 1 to 9, a tenth for 0."""
    if call.language not in languages:
        return _language(call, keys, at, knowledge, languages)
    silences = 0 if keys else call.silences + 1
    if len(call.pressed) >= MOST_KEYS or silences >= MOST_SILENCES:
        return _goodbye(call, knowledge)
    if keys == ANOTHER_PLACE:
        return _ask_zip(Call(call.language), knowledge)
    pressed = (*call.pressed, keys) if keys else call.pressed
    return _next(Call(call.language, pressed, silences), at, knowledge)


def _language(
    call: Call, keys: str, at: datetime, knowledge: Knowledge, languages: Sequence[str]
) -> Answer:
    chosen = {str(number % 10): code for number, code in enumerate(languages, start=1)}
    if keys in chosen:
        begun = Call(chosen[keys])
        return _ask_zip(begun, knowledge, speak(_turn(begun, at, knowledge), knowledge))
    if call.silences >= MOST_SILENCES:
        return _goodbye(Call(languages[0]), knowledge)
    said = (
        Spoken(code, _say("language", code, knowledge) % {"digit": digit})
        for digit, code in chosen.items()
    )
    return Answer(tuple(said), 1, Call(silences=call.silences + 1))


def _next(call: Call, at: datetime, knowledge: Knowledge) -> Answer:
    """The answer to the last key, made again from all of them."""
    if not call.pressed:
        return _ask_zip(call, knowledge)
    turn = _turn(call, at, knowledge)
    if not (turn.session.county or turn.session.asking):
        unknown = _line("unknown", call, knowledge)
        return _ask_zip(replace(call, pressed=()), knowledge, [unknown])
    another = _line("another", call, knowledge)
    return Answer((*speak(turn, knowledge), another), 1, call)


def _turn(call: Call, at: datetime, knowledge: Knowledge) -> Turn:
    """The last turn of a conversation that begins with an empty text, which is welcomed, and goes
    on with the keys."""
    told = frozenset({"languages"})  # the call has chosen
    session = replace(BLANK, language=call.language, told=told)
    for keys in ("", *call.pressed):
        text = _TEXT_OF.get(keys, keys)
        turn = respond(Message(text, at, Channel.WEB, language=call.language), session, knowledge)
        session = turn.session
    return turn


def _ask_zip(call: Call, knowledge: Knowledge, before: Sequence[Spoken] = ()) -> Answer:
    return Answer((*before, _line("zip", call, knowledge)), ZIP_DIGITS, call)


def _goodbye(call: Call, knowledge: Knowledge) -> Answer:
    return Answer((_line("goodbye", call, knowledge),), 0, call)


def _line(name: str, call: Call, knowledge: Knowledge) -> Spoken:
    return Spoken(call.language, _say(name, call.language, knowledge))


def _say(name: str, language: str, knowledge: Knowledge) -> str:
    return aloud(knowledge.catalogs[language].pgettext("call", LINES[name]))
