from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.settings import travelling_folder
from bot.store import migrations
from bot.store.database import Database, DatabaseAddressError, _with_driver, open_database
from bot.store.secret_key import SecretKeyError
from bot.store.tables import metadata

MIGRATIONS = travelling_folder("migrations", "alembic")
KEY = "a key that is only used in tests, and is long enough"


@pytest.mark.parametrize(
    ("plain", "full"),
    [
        ("sqlite:///var/bot.sqlite3", "sqlite+aiosqlite:///var/bot.sqlite3"),
        ("sqlite:////srv/bot.sqlite3", "sqlite+aiosqlite:////srv/bot.sqlite3"),
        ("postgresql://u:p@host/name", "postgresql+asyncpg://u:p@host/name"),
        ("postgres://u:p@host:5433/name", "postgresql+asyncpg://u:p@host:5433/name"),
        ("postgresql://h/n?sslmode=require", "postgresql+asyncpg://h/n?ssl=require"),
    ],
)
def test_the_program_picks_the_driver(plain: str, full: str) -> None:
    assert _with_driver(plain).render_as_string(hide_password=False) == full


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://h/n", "sqlite+pysqlite:///x", "sqlite://"]
)
def test_an_address_that_cannot_be_used_says_what_to_put_there(address: str) -> None:
    with pytest.raises(DatabaseAddressError, match="BOT_DATABASE_URL"):
        open_database(address, [KEY])


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseAddressError, match=r"file/bot\.sqlite3 cannot be written"):
        open_database(f"sqlite:///{tmp_path}/file/bot.sqlite3", [KEY])


def test_postgresql_without_a_secret_is_refused_with_a_way_to_make_one() -> None:
    with pytest.raises(SecretKeyError, match=r"token_hex"):
        open_database("postgresql://localhost/faro")


def test_an_open_database_prints_no_address_and_no_key() -> None:
    shown = repr(open_database("postgresql://u:hidden@localhost/faro", [KEY]))
    assert "hidden" not in shown
    assert KEY not in shown


async def test_the_migrations_lead_to_exactly_the_tables_in_code(database: Database) -> None:
    def differences(connection: Connection) -> object:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    async with database.reading.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_an_upgrade_is_done_once_and_then_changes_nothing(database: Database) -> None:
    assert await migrations.is_newest(database, MIGRATIONS)
    await migrations.upgrade(database, MIGRATIONS)
    assert await migrations.is_newest(database, MIGRATIONS)


def test_the_last_migration_is_the_one_that_alembic_would_end_at() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    head = ScriptDirectory.from_config(config).get_current_head()
    assert migrations.newest(MIGRATIONS) == head


def test_a_folder_without_migrations_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        migrations.newest(tmp_path)


async def test_a_database_that_was_never_upgraded_is_noticed(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/new.sqlite3", [KEY])
    assert not await migrations.is_newest(database, MIGRATIONS)
    await database.close()


async def test_the_embedded_database_overwrites_what_it_deletes(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/bot.sqlite3", [KEY])
    async with database.reading.connect() as connection:
        assert (await connection.execute(text("PRAGMA secure_delete"))).scalar_one() == 1
        assert (await connection.execute(text("PRAGMA journal_mode"))).scalar_one() == "wal"
    await database.close()


async def test_the_embedded_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/var/bot.sqlite3")
    await migrations.upgrade(database, MIGRATIONS)
    async with database.reading.connect():
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "var").iterdir()}
    assert modes["bot.sqlite3-wal"] == 0o600
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700
    await database.close()


async def test_closing_waits_for_a_connection_whose_opening_was_given_up(tmp_path: Path) -> None:
    """SQLAlchemy closes it in a task of its own; a loop that ended first waited for it for ever."""
    database = open_database(f"sqlite:///{tmp_path}/bot.sqlite3")
    closed = asyncio.Event()

    async def _terminate_graceful_close() -> None:  # as SQLAlchemy calls it
        await closed.wait()

    task = asyncio.create_task(_terminate_graceful_close())
    asyncio.get_running_loop().call_later(0.01, closed.set)
    await database.close()
    assert task.done()
