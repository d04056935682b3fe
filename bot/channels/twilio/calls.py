"""A call as Twilio reports it, and the TwiML that reads an answer aloud and waits for keys.

Twilio keeps no state of a call for us, and we keep none: the address that it calls next says how
far the call has come.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlencode
from xml.sax.saxutils import escape, quoteattr

from bot.calls import MOST_KEYS, Answer, Call
from bot.channels.inbound import Inbound
from bot.channels.twilio.signature import Fields
from bot.conversation.message import Channel, Message
from bot.rendering.speaking import Spoken

PATH = "/twilio/voice"
REJECTED = '<?xml version="1.0" encoding="UTF-8"?><Response><Reject/></Response>'
"""The line is busy; nobody pays for a call that was not taken."""

MAX_SAID = 4096
"""Characters of one <Say> (Twilio's limit)."""

WAIT_SECONDS = 10
_KEYS = re.compile(r"[0-9*]{1,5}")
_CODE = re.compile(r"[A-Za-z-]{2,12}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Twilio's names of a language and of who reads it aloud."""

    language: str
    voice: str


def read_voices(path: Path = Path(__file__).parent / "voices.toml") -> Mapping[str, Voice]:
    """Our language code -> its voice."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: Voice(table["language"], table["voice"]) for code, table in tables.items()}


def read_caller(fields: Fields, at: datetime) -> Inbound:
    """Who calls, for the limits. The same person's texts are counted with the calls."""
    form = dict(fields)
    caller = form.get("From", "")
    address = f"sms:{caller}" if caller.startswith("+") else ""
    return Inbound(address, form.get("CallSid", ""), Message("", at, Channel.WEB))


def read_keys(fields: Fields) -> str:
    """What was pressed since the last answer; "" for nothing, or nothing that a key can be."""
    keys = dict(fields).get("Digits", "")
    return keys if _KEYS.fullmatch(keys) else ""


def read_call(query: str) -> Call:
    """How far the call has come, by the query of the address; its beginning where that is not one
    of ours."""
    named = {name: values[0] for name, values in parse_qs(query).items()}
    language, silences = named.get("lang", ""), named.get("silences", "0")
    pressed = tuple(named["keys"].split(".")) if "keys" in named else ()
    readable = len(pressed) <= MOST_KEYS and all(map(_KEYS.fullmatch, pressed))
    if not (readable and _CODE.fullmatch(language) and silences in ("0", "1", "2")):
        return Call(silences=int(silences) if silences in ("1", "2") else 0)
    return Call(language, pressed, int(silences))


def spoken(answer: Answer, voices: Mapping[str, Voice]) -> str:
    """The document that says the answer and waits for keys, or hangs up."""
    said = "".join(_say(one, voices[one.language]) for one in answer.said)
    if answer.digits:
        body = f"<Gather {_attributes(_waiting(answer))}>{said}</Gather>"
    else:
        body = f"{said}<Hangup/>"
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{body}</Response>'


def plain(text: str, voice: Voice) -> str:
    """A document that says one thing and hangs up."""
    said = _say(Spoken("", text), voice)
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{said}<Hangup/></Response>'


def _waiting(answer: Answer) -> dict[str, str]:
    return {
        "input": "dtmf",
        "numDigits": str(answer.digits),
        "timeout": str(WAIT_SECONDS),
        "actionOnEmptyResult": "true",
        "method": "POST",
        "action": _next_address(answer.call),
    }


def _next_address(call: Call) -> str:
    query = {"lang": call.language, "silences": str(call.silences)}
    if call.pressed:
        query["keys"] = ".".join(call.pressed)
    return f"{PATH}?{urlencode(query, safe='*')}"


def _say(one: Spoken, voice: Voice) -> str:
    attributes = _attributes({"language": voice.language, "voice": voice.voice})
    return "".join(f"<Say {attributes}>{escape(piece)}</Say>" for piece in _pieces(one.text))


def _pieces(text: str) -> Iterator[str]:
    """Whole lines up to the limit of one <Say>."""
    piece = ""
    for line in text.split("\n"):
        if piece and len(piece) + len(line) + 1 > MAX_SAID:
            yield piece
            piece = ""
        piece = f"{piece}\n{line}" if piece else line[:MAX_SAID]
    yield piece


def _attributes(named: Mapping[str, str]) -> str:
    return " ".join(f"{name}={quoteattr(value)}" for name, value in named.items())


def languages(voices: Mapping[str, Voice], offered: Iterable[str]) -> tuple[str, ...]:
    """The offered languages that can be read aloud, in their order; ten have a key."""
    return tuple(code for code in offered if code in voices)[:10]
