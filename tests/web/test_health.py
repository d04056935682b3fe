from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.knowledge import Holder, Knowledge
from bot.store.database import Database

if TYPE_CHECKING:
    from tests.web.conftest import Serve, Server


def aged(knowledge: Knowledge, days: int) -> Holder:
    """What is known, with a list that is so many days old."""
    listed = datetime.now(UTC).date() - timedelta(days=days)
    return Holder(replace(knowledge, roster=replace(knowledge.roster, list_date=listed)))


async def test_health_tells_the_date_and_age_of_the_list(
    serve: Serve, knowledge: Knowledge
) -> None:
    holder = aged(knowledge, 3)
    async with serve(holder) as server:
        response = await server.client.get("/health")
    assert response.status_code == 200
    report = response.json()
    listed = holder.current.roster.list_date.isoformat()
    assert report["roster"] == {"list_date": listed, "age_days": 3}
    assert (report["status"], report["database"], report["content"]) == ("ok", "ok", "ok")


async def test_an_old_list_is_no_full_health(serve: Serve, knowledge: Knowledge) -> None:
    async with serve(aged(knowledge, 30)) as server:
        report = (await server.client.get("/health")).json()
    assert report["status"] == "degraded"


async def test_a_database_that_is_down_does_not_keep_it_from_answering_people(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: Database) -> None:
        raise OSError

    monkeypatch.setattr(Database, "ping", fail)
    response = await server.client.get("/health")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["database"] == "down"
