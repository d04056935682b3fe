"""After DELETE the carrier's copies go too, however long it takes and whatever breaks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import outbox
from bot.channels.twilio.rest import Copies, Credentials
from bot.settings import travelling_folder
from bot.store import migrations
from bot.store.database import Database, open_database
from tests.carrier import ACCOUNT, Carrier, running_carrier

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PERSON, LINE = "+14045550123", "+14045550100"
KEY = "a key that is only used in tests, and is long enough"


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    with running_carrier() as running:
        running.kept = {"SM1": (PERSON, LINE), "SM2": (LINE, PERSON), "SM3": (LINE, "+15550000000")}
        yield running


@pytest.fixture
def copies(carrier: Carrier) -> Copies:
    return Copies(Credentials(ACCOUNT, ACCOUNT, "token", carrier.url))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path}/bot.sqlite3", [KEY])
    await migrations.upgrade(opened, travelling_folder("migrations", "alembic"))
    yield opened
    await opened.close()


async def rows(database: Database) -> int:
    async with database.engine.connect() as connection:
        return int((await connection.execute(text("SELECT count(*) FROM outbox"))).scalar_one())


async def test_nothing_is_asked_before_the_answer_itself_has_gone_out(
    database: Database, copies: Copies, carrier: Carrier
) -> None:
    await outbox.owe_forgetting(database, PERSON, NOW)
    assert await outbox.settle(database, copies, NOW + timedelta(minutes=1)) == 0
    assert carrier.asked == []


async def test_both_directions_are_deleted_and_the_errand_is_forgotten(
    database: Database, copies: Copies, carrier: Carrier
) -> None:
    await outbox.owe_forgetting(database, PERSON, NOW)
    assert await outbox.settle(database, copies, NOW + timedelta(minutes=10)) == 1
    assert set(carrier.kept) == {"SM3"}
    assert await rows(database) == 0


async def test_a_message_the_carrier_still_handles_is_tried_again_later(
    database: Database, copies: Copies, carrier: Carrier
) -> None:
    carrier.busy = {"SM2"}
    await outbox.owe_forgetting(database, PERSON, NOW)
    await outbox.settle(database, copies, NOW + timedelta(minutes=10))
    assert set(carrier.kept) == {"SM2", "SM3"}
    carrier.busy = set()
    assert await outbox.settle(database, copies, NOW + timedelta(minutes=11)) == 0
    await outbox.settle(database, copies, NOW + timedelta(hours=1))
    assert set(carrier.kept) == {"SM3"}
    assert await rows(database) == 0


async def test_after_two_weeks_it_is_given_up_and_the_address_is_gone(
    database: Database, copies: Copies, carrier: Carrier
) -> None:
    carrier.refuses = (500, 20500)
    await outbox.owe_forgetting(database, PERSON, NOW)
    for day in range(16):
        await outbox.settle(database, copies, NOW + timedelta(days=day, minutes=10))
    assert await rows(database) == 0
    assert "SM1" in carrier.kept


async def test_an_errand_is_held_by_one_worker_and_comes_back_when_that_one_dies(
    database: Database,
) -> None:
    from bot.store import outbox as table

    await outbox.owe_forgetting(database, PERSON, NOW)
    then = NOW + timedelta(minutes=10)
    assert len(await table.claim(database, then)) == 1
    assert await table.claim(database, then + timedelta(minutes=1)) == ()
    assert len(await table.claim(database, then + timedelta(minutes=20))) == 1


async def test_an_errand_under_a_secret_that_is_gone_is_dropped_rather_than_kept_for_ever(
    database: Database, copies: Copies, tmp_path: Path
) -> None:
    await outbox.owe_forgetting(database, PERSON, NOW)
    address = f"sqlite:///{tmp_path}/bot.sqlite3"
    changed = open_database(address, ["another key that is long enough for the tests"])
    await outbox.settle(changed, copies, NOW + timedelta(minutes=10))
    assert await rows(changed) == 0
    await changed.close()


async def test_the_database_shows_no_number_while_an_errand_waits(
    database: Database, tmp_path: Path
) -> None:
    await outbox.owe_forgetting(database, PERSON, NOW)
    for file in tmp_path.iterdir():
        assert b"4045550123" not in file.read_bytes()
