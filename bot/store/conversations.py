"""What is kept of one sender between two texts: the session, how the last answers came about, two
counts. No word that went out is among it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from bot.conversation.session import BLANK, Session
from bot.rendering.text import Text

ANSWERS_KEPT = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that went out, as what it takes to give it again: ``mark`` is the keyed hash of
    the message it answered, ``before`` the session that it was decided on, ``sent`` a short hash
    of its words ("" where nothing was said), ``plain`` the name of the plain word that went out in
    its place, if one did."""

    mark: str
    before: Session = field(default=BLANK, repr=False)
    sent: str = field(default="", repr=False)
    plain: str = ""


def hash_of(texts: tuple[Text, ...]) -> str:
    """Tells whether the same words were sent; "" for none."""
    words = "\0".join(text.text for text in texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=8).hexdigest() if texts else ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Within ``hour`` (whole hours since 1970): how many ``texts`` this sender was answered, and
    how often in a row with the ``same`` words. Kept with the conversation, so that the limits hold
    over all processes and machines."""

    hour: int = 0
    texts: int = 0
    same: int = 0

    def at(self, hour: int) -> Counts:
        """As they stand in ``hour``: another one begins at nothing."""
        return self if hour == self.hour else Counts(hour)


@dataclass(frozen=True, slots=True)
class Conversation:
    """``version`` is 0 where no row was found; ``row`` the keyed hash under which it was.
    ``assumed``: nobody looked; a stranger is assumed until it is written."""

    session: Session = field(default=BLANK, repr=False)
    answered: tuple[Answered, ...] = field(default=(), repr=False)
    version: int = 0
    row: bytes | None = field(default=None, repr=False)
    counts: Counts = Counts()
    assumed: bool = False

    def answer_to(self, mark: str) -> Answered | None:
        """What already answered this message, if something did."""
        return next((past for past in self.answered if mark and past.mark == mark), None)

    def after(
        self, session: Session, answered: Answered, counts: Counts | None = None
    ) -> Conversation:
        """With this answer added, and these counts in place of those before. A session that
        became blank takes the older answers with it, and what this one was decided on: the sender
        may have asked us to forget."""
        past = self.answered
        if is_blank(session):
            known = answered.before
            forgotten = Session(language=known.language, stopped=known.stopped)
            past, answered = (), replace(answered, before=forgotten)
        if answered.mark:
            past = (*past, answered)[-ANSWERS_KEPT:]
        return Conversation(session, past, self.version, self.row, counts or self.counts)

    def counted(self, hour: int, sent: str) -> Counts:
        """With one more text answered in ``hour`` by the words of this hash. An answer without
        words repeats nothing."""
        before = self.counts.at(hour)
        same = before.same + 1 if self.said_last(sent) and before.same else 1
        return Counts(hour, before.texts + 1, same if sent else 0)

    def said_last(self, sent: str) -> bool:
        """Whether the last answer had the words of this hash."""
        return bool(sent) and bool(self.answered) and self.answered[-1].sent == sent


STRANGER = Conversation(assumed=True)

_STOPPED = replace(BLANK, stopped=True)


def is_blank(session: Session) -> bool:
    """Nothing is remembered, an opt-out apart."""
    return session.language is None and session in (BLANK, _STOPPED)
