"""Texts become TwiML: Twilio sends each <Message> of it to whoever just wrote."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from bot.channels.limits import MAX_CHARACTERS, MAX_MESSAGES

CONTENT_TYPE = "text/xml; charset=utf-8"
EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'

# XML 1.0 has no place for these, escaped or not: one of them would cost the whole answer.
_NOT_XML = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def twiml(bodies: Iterable[str]) -> str:
    """The document for these message bodies, in order; none of them: Twilio sends nothing.

    No body may be longer than 1,600 characters; one that is goes out in several messages, so
    that no caution at its end is lost. What is past ten messages is not sent.
    """
    return _document(tuple(bodies))


@functools.lru_cache(maxsize=1024)
def _document(bodies: tuple[str, ...]) -> str:
    """On the worst night the same few answers go out again and again."""
    messages = [part for body in bodies for part in _parts(_NOT_XML.sub("", body).strip())]
    inside = "".join(f"<Message>{escape(part)}</Message>" for part in messages[:MAX_MESSAGES])
    return EMPTY.replace("></", f">{inside}</", 1)


def _parts(body: str) -> Iterator[str]:
    while _units(body) > MAX_CHARACTERS:
        room = _characters_within(body, MAX_CHARACTERS)
        cut = max(body.rfind("\n", 1, room), body.rfind(" ", 1, room))
        cut = cut if cut > 0 else room
        yield body[:cut].rstrip()
        body = body[cut:].lstrip()
    if body:
        yield body


def _units(text: str) -> int:
    """UTF-16 units, the larger of the two ways in which 1,600 could be counted."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters_within(text: str, units: int) -> int:
    used = 0
    for position, character in enumerate(text):
        used += _units(character)
        if used > units:
            return position
    return len(text)
