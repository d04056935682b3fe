"""Publishing while twenty people ask at once: no failed answer, and none that mixes two lists."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot import desk
from bot.knowledge import Holder, Knowledge
from bot.refresh import Refresh
from bot.store import rosters
from bot.store.database import open_database

if TYPE_CHECKING:
    from tests.web.conftest import Serve, Server

AT_ONCE = 20
SEED = desk.seed()
WITHOUT = tuple(
    row
    for row in SEED.roster.agreements
    if (row.agency, row.state) != ("Jackson County Sheriff's Office", "MI")
)
NEWER = replace(SEED, roster=replace(SEED.roster, list_date=date(2026, 9, 28), agreements=WITHOUT))
OLD, NEW = re.compile("deal with ICE.*July 24, 2026", re.S), re.compile("September 28, 2026")


async def test_nobody_reads_half_of_each_list(serve: Serve, knowledge: Knowledge) -> None:
    done, holder = asyncio.Event(), Holder(knowledge)
    async with serve(holder) as server:
        asking = [asyncio.create_task(_ask(server, n, done)) for n in range(AT_ONCE)]
        await _publish(server, holder)
        done.set()
        answers = [answer for task in asking for answer in await task]
        after = (await server.sms("jackson mi", "+14045550999")).text
    seen = {_which(answer) for answer in answers}
    assert "old" in seen
    assert _which(after) == "new"
    assert seen <= {"old", "new"}


async def _publish(server: Server, holder: Holder) -> None:
    """Older, newer: the first changes nothing for people, the second takes Jackson off."""
    database = open_database(f"sqlite:///{server.database}")
    refresh = Refresh()
    for version, snapshot in enumerate((SEED, NEWER)):
        await _answered(server, AT_ONCE)
        await rosters.publish(database, snapshot, version, "Ann", datetime.now(UTC))
        assert await refresh.once(holder, database)
    await _answered(server, AT_ONCE)
    await database.close()


async def _answered(server: Server, count: int) -> None:
    """Until so many more answers have gone out: ours wait in the same queue."""
    for number in range(count):
        assert (await server.sms("hello", f"+1405556{number:04d}")).status_code == 200


async def _ask(server: Server, number: int, done: asyncio.Event) -> list[str]:
    answers: list[str] = []
    while not done.is_set() or not answers:
        # A new sender each time: whoever repeats one text is taken for a robot.
        response = await server.sms("jackson mi", f"+1404{number:02d}{len(answers) + 20000:05d}")
        assert response.status_code == 200
        answers.append(response.text)
        await asyncio.sleep(0)  # between two texts lies a network
    return answers


def _which(answer: str) -> str:
    listed = "deal with ICE" in answer
    if listed and OLD.search(answer) and not NEW.search(answer):
        return "old"
    return "new" if not listed and NEW.search(answer) else f"torn: {answer}"
