"""A backup brings back what must last, and nobody who wrote."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import travelling_folder
from bot.store import migrations, optouts, rosters, sessions
from bot.store.backup import LASTING, BackupError, backup, metadata, restore
from bot.store.database import Database, open_database
from bot.store.outbox import owe
from bot.store.tables import MEMORY
from tests.publishing.ground import CALHOUN, JACKSON, listed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEY = "a key that is only used in tests, and is long enough"


async def empty(folder: Path) -> Database:
    opened = open_database(f"sqlite:///{folder}/new/bot.sqlite3", [KEY])
    await migrations.upgrade(opened, travelling_folder("migrations", "alembic"))
    return opened


async def test_an_opt_out_survives_on_another_machine_and_no_conversation_does(
    database: Database, tmp_path: Path
) -> None:
    person = database.sealer.sender("whatsapp:+14045550123")
    await optouts.stop(database, person)
    await owe(database, b"somebody's address", NOW)
    file = tmp_path / "kept.backup"
    await backup(database, file)
    other = await empty(tmp_path)
    await restore(other, file)
    kept = await sessions.load(other, person, NOW)
    assert (kept.version, kept.session.stopped) == (0, True)
    await other.close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"outbox" not in file.read_bytes()
    assert b"sessions" not in file.read_bytes()


async def test_a_backup_made_under_another_secret_is_refused_before_anything_is_lost(
    database: Database, tmp_path: Path
) -> None:
    await optouts.stop(database, database.sealer.sender("whatsapp:+14045550123"))
    file = tmp_path / "kept.backup"
    await backup(database, file)
    other = open_database(f"sqlite:///{tmp_path}/other/bot.sqlite3", [KEY[::-1]])
    await migrations.upgrade(other, travelling_folder("migrations", "alembic"))
    with pytest.raises(BackupError, match="another secret"):
        await restore(other, file)
    await other.close()


def test_every_table_is_either_kept_or_memory() -> None:
    assert {table.name for table in LASTING} | MEMORY == set(metadata.tables)


async def test_nothing_is_overwritten(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "kept.backup"
    file.write_text("my only copy")
    with pytest.raises(BackupError, match="name a new file"):
        await backup(database, file)
    assert file.read_text() == "my only copy"


async def test_a_database_with_something_in_it_is_not_filled(
    database: Database, tmp_path: Path
) -> None:
    await optouts.stop(database, database.sealer.sender("whatsapp:+14045550123"))
    file = tmp_path / "kept.backup"
    await backup(database, file)
    with pytest.raises(BackupError, match="already holds"):
        await restore(database, file)


async def test_a_file_that_is_no_backup_is_refused(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all")
    with pytest.raises(BackupError, match="not a backup"):
        await restore(database, file)
    with pytest.raises(BackupError, match="not there"):
        await restore(database, tmp_path / "gone")


async def test_after_a_restore_the_next_list_can_be_kept(
    database: Database, tmp_path: Path
) -> None:
    """PostgreSQL counts its numbers beside the table: a copied row does not move that count."""
    first = await empty(tmp_path)
    await rosters.keep_list(first, listed(JACKSON), "one.xlsx", NOW)
    file = tmp_path / "kept.backup"
    await backup(first, file)
    await first.close()
    await restore(database, file)
    kept, new = await rosters.keep_list(database, listed(JACKSON, CALHOUN), "two.xlsx", NOW)
    assert (kept.id, new) == (2, True)
