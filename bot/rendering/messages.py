"""Blocks of text become messages: one where it fits, numbered ones where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.rendering.limits import Limits
from bot.rendering.segments import measure

_NUMBER_ROOM = len("\n(10/10)")


def arrange(main: Sequence[str], follow: Sequence[str], limits: Limits) -> tuple[str, ...]:
    """The messages of a reply. ``main`` always comes first and is never cut behind ``follow``."""
    first, second = _joined(main), _joined(follow)
    whole = _joined(block for block in (first, second) if block)
    if not whole:
        return ()
    if len(whole) <= limits.max_characters and _is_short(whole, limits):
        return (whole,)
    room = limits.max_characters - _NUMBER_ROOM
    if limits.whole_up_to:
        pieces = [*_pieces(first, room), *_pieces(second, room)]
    else:
        pieces = list(_pieces(whole, room))
    return _numbered(pieces[: limits.max_messages])


def _is_short(text: str, limits: Limits) -> bool:
    if not limits.whole_up_to:
        return True
    price = measure(text)
    return price.segments <= limits.whole_up_to.get(price.encoding, price.segments)


def _joined(blocks: Iterable[str]) -> str:
    return "\n".join(block for block in blocks if block)


def _numbered(pieces: Sequence[str]) -> tuple[str, ...]:
    """Parts can arrive out of order, so each says which one it is; at its end, because the lock
    screen shows the beginning."""
    if len(pieces) == 1:
        return (pieces[0],)
    return tuple(f"{piece} ({n}/{len(pieces)})" for n, piece in enumerate(pieces, start=1))


def _pieces(text: str, room: int) -> Iterable[str]:
    """Cut between lines where possible, else between words, else anywhere."""
    while len(text) > room:
        cut = max(text.rfind("\n", 1, room), 0) or max(text.rfind(" ", 1, room), 0) or room
        yield text[:cut].strip()
        text = text[cut:].strip()
    if text:
        yield text
