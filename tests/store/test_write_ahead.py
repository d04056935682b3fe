from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import write_ahead
from bot.store.write_ahead import WriteAhead


def rows(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM t").fetchone()[0])


@pytest.fixture
def writer(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(tmp_path / "a.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return connection


def without_its_log(file: Path) -> int:
    alone = file.with_name("alone.sqlite3")
    shutil.copy(file, alone)
    return rows(alone)


async def test_a_long_log_goes_into_the_file_and_nothing_is_lost(
    writer: sqlite3.Connection, tmp_path: Path
) -> None:
    file = tmp_path / "a.sqlite3"
    for _ in range(2):
        writer.execute("INSERT INTO t VALUES (randomblob(?))", [write_ahead.WORTH_BYTES])
    assert without_its_log(file) == 0
    log = WriteAhead(file)
    await log.carry_over()
    assert without_its_log(file) == 2
    writer.execute("INSERT INTO t VALUES (randomblob(?))", [write_ahead.WORTH_BYTES])
    await log.carry_over()
    assert without_its_log(file) == rows(file) == 3
    writer.close()


async def test_a_short_log_is_left_alone(writer: sqlite3.Connection, tmp_path: Path) -> None:
    writer.execute("INSERT INTO t VALUES (1)")
    await WriteAhead(tmp_path / "a.sqlite3").carry_over()
    assert without_its_log(tmp_path / "a.sqlite3") == 0
    writer.close()


async def test_a_log_that_did_not_change_is_not_looked_at_again(
    writer: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []
    monkeypatch.setattr(write_ahead, "_carry_over", looks.append)
    writer.execute("INSERT INTO t VALUES (randomblob(?))", [write_ahead.WORTH_BYTES])
    log = WriteAhead(tmp_path / "a.sqlite3")
    for _ in range(3):
        await log.carry_over()
    assert len(looks) == 1
    writer.close()


async def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    await WriteAhead(tmp_path / "gone.sqlite3").carry_over()
    log = tmp_path / "gone.sqlite3-wal"
    log.write_bytes(bytes(write_ahead.WORTH_BYTES))
    with pytest.raises(sqlite3.OperationalError):
        await WriteAhead(tmp_path / "gone.sqlite3").carry_over()
    assert list(tmp_path.iterdir()) == [log]
