"""What became of our answers, as Twilio reports it: counted, and told where somebody must act.

Of whose answer it was nothing is kept: a report is known by a keyed hash, for an hour, so that one
that comes twice counts once.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import structlog

from bot.channels.twilio.delivery import Cause, Delivery, read_delivery
from bot.channels.twilio.signature import Fields
from bot.gate import Window
from bot.store.sealing import Sealer
from bot.web import metrics

HOUR = timedelta(hours=1)
SAY_AGAIN = timedelta(minutes=10)
"""One line in ten minutes for each cause: a broken sender fails for everybody at once."""

REMEDIES = {
    Cause.OPERATOR: "nobody gets answers: look up the code in Twilio's console and mend it",
    Cause.CARRIER: "filtered or over a rate: see docs/capacity.md",
    Cause.OURS: "a message was made wrongly: please report it",
}

log = structlog.get_logger()


class Deliveries:
    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer
        self._seen, self._said = Window(HOUR), Window(SAY_AGAIN)

    def take(self, form: Fields) -> None:
        """Count one report. Never raises for what a form holds."""
        now = datetime.now(UTC).timestamp()
        delivery = read_delivery(form)
        if self._seen.count(self._sealer.mark(delivery.id), now) > 1:
            return
        metrics.count_delivery(delivery)
        self._tell(delivery, now)

    def _tell(self, delivery: Delivery, now: float) -> None:
        remedy = REMEDIES.get(delivery.cause)
        if remedy and self._said.count(delivery.cause, now) == 1:
            log.error("answers do not arrive", code=delivery.code, remedy=remedy)
