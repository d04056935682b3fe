"""Workers are killed every few seconds while people write; every text is accounted for."""

from __future__ import annotations

import asyncio
import random
import time

from tests.faults.driver import Answer, Driver, Ledger
from tests.faults.server import Server

ANSWERS_BETWEEN = 100


async def under_kills(
    server: Server, talk: list[Answer], senders: int, every: float, first: int = 0
) -> tuple[Ledger, int]:
    """The ledger, and how many workers were killed: one every so many seconds, and only while
    answers come. With all of them dead faster than one can start, nobody could answer."""
    driver = Driver(server.url, talk, first)
    kills = 0

    async def killing() -> None:
        nonlocal kills
        chance, before = random.Random(senders), 0
        while True:
            await asyncio.sleep(every)
            answered = driver.answered
            if answered - before >= ANSWERS_BETWEEN:
                before = answered
                kills += server.kill_a_worker(chance)

    killer = asyncio.create_task(killing())
    ledger = await driver.run(senders)
    killer.cancel()
    await asyncio.wait([killer])
    return ledger, kills


def told(ledger: Ledger, kills: int, begun: float) -> str:
    texts = len(ledger.accounts)
    return (
        f"{texts} texts in {time.monotonic() - begun:.0f} s, {kills} workers killed, "
        f"{ledger.retried} sent more than once: {len(ledger.lost)} lost, "
        f"{len(ledger.doubled)} doubled, {len(ledger.mixed)} wrongly or out of order "
        f"({len(ledger.forgetful)} of them where the answer said that it cannot be remembered)"
    )
