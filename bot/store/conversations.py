"""What is kept of one sender between two texts: the session, the last answers, two counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.conversation.session import BLANK, Session
from bot.rendering.text import Text

ANSWERS_KEPT = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that went out; ``mark`` is the keyed hash of the message it answered."""

    mark: str
    texts: tuple[Text, ...]


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
    """``version`` is 0 where no row was found; ``row`` the keyed hash under which it was."""

    session: Session = field(default=BLANK, repr=False)
    answered: tuple[Answered, ...] = field(default=(), repr=False)
    version: int = 0
    row: bytes | None = field(default=None, repr=False)
    counts: Counts = Counts()

    def answer_to(self, mark: str) -> tuple[Text, ...] | None:
        """The texts that already answered this message, if they did."""
        return next((past.texts for past in self.answered if mark and past.mark == mark), None)

    def after(self, session: Session, mark: str, texts: tuple[Text, ...]) -> Conversation:
        """With this answer added. A session that became blank takes the older answers with it:
        the sender may have asked us to forget."""
        past = () if is_blank(session) else self.answered
        if mark:
            past = (*past, Answered(mark, texts))[-ANSWERS_KEPT:]
        return Conversation(session, past, self.version, self.row, self.counts)

    def counted(self, hour: int, texts: tuple[Text, ...]) -> Conversation:
        """With one more text answered in ``hour`` by ``texts``; to be asked before :meth:`after`.
        An answer without texts repeats nothing."""
        before = self.counts.at(hour)
        again = bool(texts) and bool(self.answered) and self.answered[-1].texts == texts
        same = before.same + 1 if again and before.same else 1
        counts = Counts(hour, before.texts + 1, same if texts else 0)
        return Conversation(self.session, self.answered, self.version, self.row, counts)


_STOPPED = replace(BLANK, stopped=True)


def is_blank(session: Session) -> bool:
    """Nothing is remembered, an opt-out apart."""
    return session in (BLANK, _STOPPED)
