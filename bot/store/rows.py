"""A conversation as one sealed row: packed small, padded, opened only with the sender's address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace

from pydantic import TypeAdapter, ValidationError

from bot.conversation.session import Deck, Offer, Session
from bot.store.conversations import Answered, Conversation, Counts
from bot.store.sealing import Name, open_sealed, seal


@dataclass(frozen=True, slots=True)
class Content:
    session: Session
    answered: tuple[Answered, ...]
    counts: Counts


_CONTENT = TypeAdapter(Content)
# Bound to the seal: a row written by a release whose nouns had other fields opens as blank
# rather than as a half-understood conversation.
_SHAPE = hashlib.sha256(
    ",".join(
        f"{noun.__name__}.{each.name}"
        for noun in (Session, Offer, Deck, Answered, Counts)
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
        kept = decoded(plain)
    except ValidationError:
        return found
    return replace(found, session=kept.session, answered=kept.answered, counts=kept.counts)


def encoded(conversation: Conversation) -> bytes:
    session = conversation.session
    if session.stopped:
        session = replace(session, stopped=False)  # the opt-outs say that
    content = Content(session, conversation.answered, conversation.counts)
    return _CONTENT.serializer.to_json(content, exclude_defaults=True)


def decoded(plain: bytes) -> Content:
    """Raises ValidationError for anything but what :func:`encoded` wrote."""
    return _CONTENT.validate_json(plain, strict=True)


def _bound(name: Name, version: int) -> bytes:
    return b"".join((b"sessions", name.index, version.to_bytes(8, "big"), _SHAPE))
