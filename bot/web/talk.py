"""The conversation on the page: the reader's own form keeps it, sealed; the server nothing."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.conversation.message import Channel
from bot.conversation.session import BLANK, Session
from bot.rendering.text import Text
from bot.store.sealing import Sealer

EXCHANGES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was typed, and what came back in ``language`` over ``channel``."""

    said: str
    texts: tuple[Text, ...]
    language: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class Talk:
    session: Session = BLANK
    exchanges: tuple[Exchange, ...] = ()

    def after(self, exchange: Exchange, session: Session) -> Talk:
        return Talk(session, (*self.exchanges, exchange)[-EXCHANGES_SHOWN:])


_TALK = TypeAdapter(Talk)


def to_token(talk: Talk, sealer: Sealer) -> str:
    """Text for a hidden field. Whoever holds it can neither read nor change it."""
    return base64.urlsafe_b64encode(sealer.seal_page(zlib.compress(_TALK.dump_json(talk)))).decode(
        "ascii"
    )


def from_token(token: str, sealer: Sealer, fresh: Talk = Talk()) -> Talk:
    """The talk of a token of ours; a ``fresh`` one for anything else."""
    try:
        sealed = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
        content = sealer.open_page(sealed)
        return fresh if content is None else _TALK.validate_json(zlib.decompress(content))
    except (ValueError, ValidationError, zlib.error):
        return fresh
