"""``POST /twilio/voice``: one step of a call, from its form to the document that is read aloud.

A call asks no database: the address of each step holds the keys pressed so far, and the answer is
made again from them.
"""

from __future__ import annotations

from datetime import UTC, datetime

import structlog

from bot.calls import BEGINNING, answer
from bot.channels.plain import SORRY
from bot.channels.twilio import calls
from bot.channels.twilio.signature import Fields
from bot.gate import Admission
from bot.language import SOURCE_LANGUAGE
from bot.trouble import trouble
from bot.web import metrics
from bot.web.installation import Installation

log = structlog.get_logger()


class Calls:
    """Takes the steps of calls; never raises."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._voices = calls.read_voices()

    def document(self, form: Fields, query: bytes) -> str:
        """The TwiML of this step."""
        try:
            return self._document(form, query.decode("latin-1"))
        except Exception as error:
            log.error("call failed", **trouble(error))
            metrics.calls.labels("failed").inc()
            return calls.plain(SORRY.text, self._voices[SOURCE_LANGUAGE])

    def _document(self, form: Fields, query: str) -> str:
        now, call = datetime.now(UTC), calls.read_call(query)
        if call == BEGINNING:
            taken = self._taken(form, now)
            metrics.calls.labels("taken" if taken else "rejected").inc()
            if not taken:
                return calls.REJECTED
        knowledge = self._installation.holder.current  # once: an answer never mixes two versions
        offered = [code for code, one in knowledge.languages.items() if one.offered]
        languages = calls.languages(self._voices, offered)
        step = answer(call, calls.read_keys(form), now, knowledge, languages)
        return calls.spoken(step, self._voices)

    def _taken(self, form: Fields, now: datetime) -> bool:
        """A call counts as one text of its number; over a limit, of the number's or of the
        budget's, the line is busy."""
        admitted = self._installation.gate.admit(calls.read_caller(form, now))
        return admitted is Admission.ANSWER and not self._installation.budget.over(now.date())
