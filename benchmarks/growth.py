"""Does an answer cost more where there are more conversations?

    uv run python -m benchmarks.growth [--rows 1000 1000000]

For each number of rows a database of its own, filled; then batches of sixteen people who are among
them read and write theirs, and sixteen strangers are written, in turns, the databases one after the
other in each round. Prints the time of one conversation read and written, that of one stranger, and
the ratios to the smallest. Only SQLite; the file takes 2.3 kB a row.
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
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.conversation.session import BLANK, Session
from bot.settings import travelling_folder
from bot.store import migrations, sessions
from bot.store.conversations import STRANGER, Answered, Conversation
from bot.store.database import Database, open_database
from bot.store.sealing import Sender
from bot.store.sessions import Change
from bot.store.statements import Row

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


def _row(database: Database, number: int, now: datetime) -> Row:
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


async def meeting(database: Database, strangers: list[Sender], now: datetime) -> float:
    """Seconds for one stranger, written without being looked for."""
    begun = time.perf_counter()
    after = STRANGER.after(Session(language="en", county="26075"), Answered("m", BLANK))
    assert all(
        await sessions.save_all(
            database, [Change(sender, STRANGER, after, now, HOURS) for sender in strangers]
        )
    )
    return (time.perf_counter() - begun) / len(strangers)


Took = dict[int, list[float]]


async def measured(counts: Sequence[int]) -> tuple[Took, Took]:
    """By number of rows: the seconds of each conversation, and of each stranger."""
    now = datetime.now(UTC)
    took: Took = {count: [] for count in counts}
    met: Took = {count: [] for count in counts}
    new = itertools.count(1_000_000_000)
    with tempfile.TemporaryDirectory() as name:
        databases = {count: await filled(Path(name), count, now) for count in took}
        for _ in range(ROUNDS):
            for count, database in databases.items():
                everybody = [address(number) for number in range(min(count, BATCH * BATCHES))]
                random.shuffle(everybody)
                for start in range(0, len(everybody), BATCH):
                    people = [database.sealer.sender(a) for a in everybody[start : start + BATCH]]
                    took[count].append(await turn(database, people, now))
                    others = [database.sealer.sender(address(next(new))) for _ in range(BATCH)]
                    met[count].append(await meeting(database, others, now))
        for database in databases.values():
            await database.close()
    return took, met


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 1_000_000])
    found = asyncio.run(measured(parser.parse_args().rows))
    for name, took in zip(("conversation", "stranger"), found, strict=True):
        medians = {count: statistics.median(times) for count, times in sorted(took.items())}
        for count, seconds in medians.items():
            ratio = seconds / medians[min(medians)]
            print(f"{count:>10,} rows: {seconds * 1e6:6.0f} us a {name}, {ratio:.2f}")


if __name__ == "__main__":
    main()
