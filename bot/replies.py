"""The same question of the same day is worded once.

An answer is a pure function of its arguments, so a reply that was made may be given again. What
was asked is known here by a keyed hash only, under a key that dies with the process, and nothing
here knows who asked.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

from bot.conversation.message import Message
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.rendering.text import Text
from bot.store.conversations import hash_of

MOST = 4_096
"""Replies held: every county in the commonest language, some 12 MB at the most."""

LONGEST = 200
"""Characters. A longer text is one person's story, which nobody else will send again."""


@dataclass(frozen=True)
class Reply:
    """What to send and what to remember. ``session`` is None where the answer could not be made:
    nothing changes then. ``language`` is the code of what the texts are in, "" where that is no
    language of ours alone; ``name`` that of the answer or topic chosen; ``plain`` that of the
    plain word which stands in its place, if one does."""

    texts: tuple[Text, ...]
    session: Session | None
    language: str = SOURCE_LANGUAGE
    name: str = ""
    plain: str = ""

    @functools.cached_property
    def sent(self) -> str:
        """What :func:`hash_of` makes of its texts."""
        return hash_of(self.texts)


class Decide(Protocol):
    def __call__(
        self, message: Message, session: Session, knowledge: Knowledge, *, memory: bool = True
    ) -> Reply: ...


class Replies:
    """``decide``, with the last :data:`MOST` replies at hand, for one snapshot of knowledge."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._key = os.urandom(32)
        self._knowledge: Knowledge | None = None
        self._made: OrderedDict[bytes, Reply] = OrderedDict()

    def to(
        self, message: Message, session: Session, knowledge: Knowledge, *, memory: bool = True
    ) -> Reply:
        """``memory`` is False where nothing can be kept: the reply then says so."""
        if len(message.body) > LONGEST:
            return self._decide(message, session, knowledge, memory=memory)
        if knowledge is not self._knowledge:
            self._knowledge, self._made = knowledge, OrderedDict()
        asked = self._asked(message, session, memory)
        made = self._made.get(asked)
        if made is not None:
            self._made.move_to_end(asked)
            return made
        made = self._decide(message, session, knowledge, memory=memory)
        if made.session is not None:
            self._made[asked] = made
            if len(self._made) > MOST:
                self._made.popitem(last=False)
        return made

    def _asked(self, message: Message, session: Session, memory: bool) -> bytes:
        """A keyed hash of all that the reply depends on; of the time only the day."""
        parts = (
            message.body,
            message.at.toordinal(),
            str(message.channel),
            message.media,
            message.choice,
            message.location,
            message.hint_state,
            message.language,
            message.carrier,
            None if session is BLANK else session,
            memory,
        )
        plain = repr(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(plain, digest_size=16, key=self._key).digest()
