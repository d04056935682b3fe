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


async def test_counts_that_cannot_be_handed_over_are_lost_and_the_next_are_not(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder in which several workers add up may have no room."""

    def full(_taken: float) -> None:
        raise OSError

    monkeypatch.setattr(metrics, "HAND_OVER_SECONDS", 0.01)
    async with serve() as server:
        with monkeypatch.context() as broken:
            broken.setattr(metrics.seconds, "observe", full)
            await server.sms("jackson mi", sender="+14045550183")
            async with asyncio.timeout(10):
                while metrics._waited:
                    await asyncio.sleep(0)
        texts, answers = sms()
        await server.sms("jackson mi", sender="+14045550184")
        async with asyncio.timeout(10):
            while sms() != (texts + 1, answers + 1):
                await asyncio.sleep(0)
