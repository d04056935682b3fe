"""Does an answer cost more where there are more conversations?

    uv run python -m benchmarks.growth [--rows 1000 1000000]

For each number of rows a database of its own, filled; then batches of sixteen people who are among
them read and write theirs, in turns, the databases one after the other in each round. Prints the
time of one conversation read and written, and the ratio to the smallest. Only SQLite; the file
takes 2.3 kB a row.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.conversation.session import BLANK, Session
from bot.settings import travelling_folder
from bot.store import migrations, sessions
from bot.store.conversations import Answered, Conversation
from bot.store.database import Database, open_database
from bot.store.sealing import Sender
from bot.store.sessions import Change

BATCH, BATCHES, ROUNDS, HOURS = 16, 60, 7, 24
FILLED_AT_ONCE = 100_000
"""Rows of one transaction: all at once the file would stand on the disk twice."""

INSERT = "INSERT INTO sessions (sender, version, expires_hour, sealed) VALUES (?, ?, ?, ?)"
KEY = "a key that is only used to measure"


def address(number: int) -> str:
    return f"sms:+1{2_000_000_000 + number}"


def conversation(mark: str) -> Conversation:
    return Conversation().after(Session(language="en", county="26075"), Answered(mark, BLANK))


def rows(database: Database, count: int, now: datetime) -> Iterator[tuple[object, ...]]:
    """Sealing a million rows would take minutes and change nothing here: all but those who will
    write hold one and the same sealed content."""
    sample = _row(database, 0, now)["sealed"]
    for number in range(count):
        if number < BATCH * BATCHES:
            yield tuple(_row(database, number, now).values())
        else:
            yield random.randbytes(32), 1, sessions.hour_of(now) + HOURS, sample


def _row(database: Database, number: int, now: datetime) -> sessions.Row:
    sender = database.sealer.sender(address(number))
    return sessions._row(Change(sender, Conversation(), conversation("m"), now, HOURS))


async def filled(folder: Path, count: int, now: datetime) -> Database:
    file = folder / f"{count}.sqlite3"
    database = open_database(f"sqlite:///{file}", [KEY])
    await migrations.upgrade(database, travelling_folder("migrations", "alembic"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -500000")  # half a gigabyte: keys come in no order
        waiting = rows(database, count, now)
        while some := list(itertools.islice(waiting, FILLED_AT_ONCE)):
            connection.executemany(INSERT, some)
            connection.commit()
    return database


async def turn(database: Database, people: list[Sender], now: datetime) -> float:
    """Seconds for one conversation read and written."""
    begun = time.perf_counter()
    found = await sessions.load_all(database, [(sender, now) for sender in people])
    changes = [
        Change(
            sender, before, before.after(before.session, Answered("n", before.session)), now, HOURS
        )
        for sender, before in zip(people, found, strict=True)
    ]
    assert all(await sessions.save_all(database, changes))
    return (time.perf_counter() - begun) / len(people)


async def measured(counts: Iterable[int]) -> dict[int, float]:
    now, took = datetime.now(UTC), {count: [] for count in counts}  # type: dict[int, list[float]]
    with tempfile.TemporaryDirectory() as name:
        databases = {count: await filled(Path(name), count, now) for count in took}
        for _ in range(ROUNDS):
            for count, database in databases.items():
                everybody = [address(number) for number in range(min(count, BATCH * BATCHES))]
                random.shuffle(everybody)
                for start in range(0, len(everybody), BATCH):
                    people = [database.sealer.sender(a) for a in everybody[start : start + BATCH]]
                    took[count].append(await turn(database, people, now))
        for database in databases.values():
            await database.close()
    return {count: statistics.median(times) for count, times in took.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 1_000_000])
    found = asyncio.run(measured(parser.parse_args().rows))
    least = found[min(found)]
    for count, seconds in sorted(found.items()):
        print(f"{count:>10,} rows: {seconds * 1e6:6.0f} us a conversation, {seconds / least:.2f}")


if __name__ == "__main__":
    main()
