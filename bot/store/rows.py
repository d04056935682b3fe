"""A conversation as one sealed row: packed small, padded, opened only with the sender's address."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, fields, replace

from pydantic import TypeAdapter, ValidationError

from bot.conversation.session import Deck, Offer, Session
from bot.store.conversations import Answered, Conversation, Counts
from bot.store.sealing import Name, open_sealed, seal

SESSIONS_AT_HAND = 1024
"""On the worst night a thousand people are left with the same session: it is written once."""


@dataclass(frozen=True, slots=True)
class Answers:
    answered: tuple[Answered, ...]
    counts: Counts


_SESSION, _ANSWERS = TypeAdapter(Session), TypeAdapter(Answers)
# Bound to the seal: a row written by a release whose nouns had other fields opens as blank
# rather than as a half-understood conversation.
_SHAPE = hashlib.sha256(
    ",".join(
        f"{noun.__name__}.{each.name}"
        for noun in (Session, Offer, Deck, Answers, Answered, Counts)
        for each in fields(noun)
    ).encode()
).digest()


def sealed(name: Name, version: int, conversation: Conversation) -> bytes:
    return seal(name.key, encoded(conversation), _bound(name, version))


def opened(name: Name, version: int, content: bytes) -> Conversation:
    """Blank, but with its version, where the row cannot be understood: it will be written over."""
    found = Conversation(version=version, row=name.index)
    plain = open_sealed(name.key, content, _bound(name, version))
    if plain is None:
        return found
    try:
        session, answers = decoded(plain)
    except ValidationError:
        return found
    return replace(found, session=session, answered=answers.answered, counts=answers.counts)


def encoded(conversation: Conversation) -> bytes:
    """Two lines of JSON: the session, then the answers and counts."""
    answers = Answers(conversation.answered, conversation.counts)
    written = _ANSWERS.serializer.to_json(answers, exclude_defaults=True)
    return _written(conversation.session) + b"\n" + written


def decoded(plain: bytes) -> tuple[Session, Answers]:
    """Raises ValidationError for anything but what :func:`encoded` wrote."""
    session, _, answers = plain.partition(b"\n")
    return (
        _SESSION.validate_json(session, strict=True),
        _ANSWERS.validate_json(answers, strict=True),
    )


@functools.lru_cache(maxsize=SESSIONS_AT_HAND)
def _written(session: Session) -> bytes:
    if session.stopped:
        session = replace(session, stopped=False)  # the opt-outs say that
    return _SESSION.serializer.to_json(session, exclude_defaults=True)


def _bound(name: Name, version: int) -> bytes:
    return b"".join((b"sessions", name.index, version.to_bytes(8, "big"), _SHAPE))
