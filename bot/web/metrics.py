"""``GET /metrics``: counts for whoever runs the line, which can lead to nobody.

No count is by county, language or topic: on a quiet night one text in Korean about one county is
one family. Nothing is labelled with an address, a message's id or a word that was sent.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from fastapi import APIRouter, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from bot.channels.twilio.delivery import Cause, Delivery
from bot.conversation.message import Channel
from bot.knowledge import Holder
from bot.rendering.text import Text

SHARED_DIR = "PROMETHEUS_MULTIPROC_DIR"
"""Set by ``bot serve --workers``: the folder in which the workers add up their counts."""

texts = Counter("faro_texts", "Texts that came in and were signed by the carrier", ["channel"])
answers = Counter("faro_answers", "What became of them: answered, silence, failed", ["outcome"])
segments = Counter("faro_segments", "SMS segments or WhatsApp messages sent", ["channel"])
refused = Counter("faro_refused", "Requests refused: not signed, too large, too slow", ["reason"])
deliveries = Counter(
    "faro_deliveries", "The carrier's reports on our answers", ["status", "cause", "code"]
)
calls = Counter("faro_calls", "Calls that rang: taken, rejected, failed", ["outcome"])
seconds = Histogram(
    "faro_answer_seconds",
    "From the request to the answer",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


HAND_OVER_SECONDS = 1

_counted: dict[Counter, int] = {}
_waited: list[float] = []
_texts, _segments = ({each: of.labels(each) for each in Channel} for of in (texts, segments))
_answered, _silence = answers.labels("answered"), answers.labels("silence")


def count_answer(channel: Channel, sent: Sequence[Text]) -> None:
    """One text that came in, and what went out for it; in ``/metrics`` after :func:`hand_over`."""
    by_message = channel is Channel.WHATSAPP
    many = len(sent) if by_message else sum([text.segments for text in sent])
    for counter, count in (
        (_texts[channel], 1),
        (_answered if sent else _silence, 1),
        (_segments[channel], many),
    ):
        _counted[counter] = _counted.get(counter, 0) + count


def count_seconds(taken: float) -> None:
    """How long one answer took; in ``/metrics`` after :func:`hand_over`."""
    _waited.append(taken)


def hand_over() -> None:
    """Give the library what was counted since: to ask it for each text would cost half of what
    the signature does. Raises what its files raise; what was counted is lost then, and no more."""
    counted, waited = list(_counted.items()), list(_waited)
    _counted.clear()
    _waited.clear()
    for counter, count in counted:
        counter.inc(count)
    for taken in waited:
        seconds.observe(taken)


def count_delivery(delivery: Delivery) -> None:
    """One report. Codes that we do not know are counted together: a sender of forged ones could
    otherwise fill the memory with labels."""
    known = delivery.cause not in (Cause.NONE, Cause.OTHER)
    deliveries.labels(
        delivery.status, delivery.cause or "none", str(delivery.code) if known else ""
    ).inc()


class _Age(Collector):
    """The age of what is known, asked for at each look."""

    def __init__(self, holder: Holder, today: Callable[[], datetime]) -> None:
        self._holder = holder
        self._today = today

    def collect(self) -> Iterable[GaugeMetricFamily]:
        age = self._today().date() - self._holder.current.roster.list_date
        yield GaugeMetricFamily("faro_roster_age_days", "Age of ICE's list", value=age.days)


def metrics(holder: Holder) -> APIRouter:
    router = APIRouter()
    age = _Age(holder, lambda: datetime.now(UTC))

    @router.get("/metrics")
    async def report() -> Response:
        hand_over()
        registry = CollectorRegistry()
        registry.register(age)
        counts = REGISTRY
        if os.environ.get(SHARED_DIR):
            counts = CollectorRegistry()
            MultiProcessCollector(counts)  # type: ignore[no-untyped-call]
        content = generate_latest(counts) + generate_latest(registry)
        return Response(content, media_type=CONTENT_TYPE_LATEST)

    return router
