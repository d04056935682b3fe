"""What is counted of an answer reaches the library of counts, whoever looks."""

from __future__ import annotations

import asyncio

import pytest
from prometheus_client import REGISTRY

from bot.web import metrics
from tests.web.conftest import Serve


def held(name: str, labels: dict[str, str]) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def sms() -> tuple[float, float]:
    return held("faro_texts_total", {"channel": "sms"}), held("faro_answer_seconds_count", {})


async def test_a_worker_that_nobody_asks_hands_over_by_itself(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that is asked adds up only what the others handed over."""
    monkeypatch.setattr(metrics, "HAND_OVER_SECONDS", 0.01)
    async with serve() as server:
        texts, answers = sms()
        await server.sms("jackson mi", sender="+14045550181")
        async with asyncio.timeout(10):
            while sms() != (texts + 1, answers + 1):
                await asyncio.sleep(0)


async def test_nothing_counted_is_lost_at_a_stop(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metrics, "HAND_OVER_SECONDS", 3600)
    async with serve() as server:
        metrics.hand_over()
        texts, answers = sms()
        await server.sms("jackson mi", sender="+14045550182")
        assert sms() == (texts, answers)
    assert sms() == (texts + 1, answers + 1)
