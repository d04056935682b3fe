"""How many texts a second one core answers, beside two peers in the same minutes.

    uv run python -m benchmarks.webhooks [--rounds 5] [--seconds 5]

The server runs on one core, the load (``wrk``) on another, in alternating rounds; a ratio counts,
the figures beside it are of this machine. Writes docs/performance.md and its plot. Talks only to
this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.money import money_table
from benchmarks.report import Row, write_report
from benchmarks.texts import PUBLIC, TOKEN, conversations, plain_questions, write_script
from bot.places.gazetteer import read_gazetteer
from bot.settings import travelling_folder
from bot.store import migrations
from bot.store.database import open_database
from bot.store.day_keys import DayKeys

PORT = 8790
SECRET = "k" * 64
TEXTS = 120_000
CONNECTIONS = 32
WARM_SECONDS = 2
"""Of the same kind of texts before each round: what a process learns once is not what it costs."""
OPTIONS = ("--host", "127.0.0.1", "--port", str(PORT), "--no-access-log", "--log-level", "warning")


@dataclass
class Contender:
    """One server and the texts it is asked. ``rates`` are texts a second, one a round."""

    name: str
    command: list[str]
    texts: str
    environment: dict[str, str] = field(default_factory=dict)
    port: int = PORT
    rates: list[float] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)

    @property
    def ours(self) -> bool:
        return self.command[0].endswith("bot")


@contextmanager
def running(contender: Contender, folder: Path) -> Iterator[int]:
    """Its process id, once it answers; pinned to core 0."""
    environment = {**os.environ, **contender.environment}
    log = (folder / "server.log").open("ab")
    command = ["taskset", "-c", "0", *contender.command]
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _await(server, contender.port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    """Until it answers. A first start learns, which takes a minute on a busy machine."""
    for _ in range(3000):
        time.sleep(0.1)
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1)
        except urllib.error.HTTPError:
            return
        except OSError:
            continue
        return
    raise RuntimeError("the server did not start")


def load(script: Path, seconds: float, port: int = PORT) -> tuple[float, float]:
    """(texts a second, the 99th percentile in milliseconds)."""
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command += ["--timeout", "30s"]
    done = subprocess.run(
        [*command, "-s", str(script), f"http://127.0.0.1:{port}"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    requests, microseconds, _, p99, errors = map(int, found.groups())
    assert errors == 0, f"{errors} errors"
    return requests / microseconds * 1e6, p99 / 1000


async def lived(address: str) -> None:
    """A database that is in use since yesterday, whose key is looked under as well."""
    database = open_database(address, [SECRET])
    await migrations.upgrade(database, travelling_folder("migrations", "alembic"))
    await DayKeys(database, 24).turn(datetime.now(UTC) - timedelta(days=1))
    await database.close()


def contenders(folder: Path, postgres: str | None) -> list[Contender]:
    uvicorn = [sys.executable, "-m", "uvicorn", *OPTIONS]
    ours = [str(Path(sys.executable).parent / "bot"), "serve", "--port", str(PORT)]
    common = {
        "BOT_PUBLIC_URL": PUBLIC,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "BOT_TEXTS_PER_HOUR": "100000000",
        "BOT_SAME_TEXT_LIMIT": "100000000",
        "BOT_LOG_LEVEL": "error",
        "BOT_SECRET_KEY": SECRET,
    }
    sqlite = {**common, "BOT_DATABASE_URL": f"sqlite:///{folder}/ours.sqlite3"}
    naive = {"NAIVE_DATABASE": f"sqlite:///{folder}/naive.sqlite3"}
    found = [
        Contender(
            "bare Starlette, its own form, fixed answer",
            [*uvicorn, "benchmarks.peers.bare:app"],
            "plain",
        ),
        Contender(
            "bare Starlette, the quickest form, fixed answer",
            [*uvicorn, "benchmarks.peers.bare:quickest"],
            "plain",
        ),
        Contender("Faro, plain, one raid (ten counties), SQLite", ours, "raid", sqlite),
        Contender("Faro, plain, counties of the whole country, SQLite", ours, "plain", sqlite),
        Contender("Faro, conversations, SQLite", ours, "talks", sqlite),
        Contender(
            "naive peer, plain, SQLite", [*uvicorn, "benchmarks.peers.naive:app"], "plain", naive
        ),
    ]
    if postgres:
        served = {**common, "BOT_DATABASE_URL": postgres}
        found.append(Contender("Faro, plain, one raid, PostgreSQL", ours, "raid", served))
        found.append(Contender("Faro, conversations, PostgreSQL", ours, "talks", served))
    return found


def scripts(folder: Path, rounds: int) -> dict[str, list[Path]]:
    """For each round its own texts: a delivery that comes again would cost less."""
    gazetteer = read_gazetteer()
    counties = [(c.short_name, c.state) for c in gazetteer.counties.values() if c.name.isascii()]
    each = TEXTS // rounds
    plain = list(plain_questions(TEXTS, counties))
    raid = list(plain_questions(TEXTS, counties[1000:1010], TEXTS))
    talks = [text for number in range(rounds) for text in conversations(each // 8, number * each)]
    return {
        name: [
            write_script(
                folder, f"{name}{n}", texts[n * each : (n + 1) * each], first=at + n * each
            )
            for n in range(rounds)
        ]
        for name, texts, at in (
            ("plain", plain, 0),
            ("raid", raid, 1_000_000),
            ("talks", talks, 10_000_000),
        )
    }


def measured(rounds: int, seconds: float, folder: Path, postgres: str | None) -> list[Contender]:
    found, prepared = contenders(folder, postgres), scripts(folder, rounds + 1)
    for number in range(rounds):
        for contender in found:
            with running(contender, folder):
                load(prepared[contender.texts][rounds], WARM_SECONDS)
                rate, p99 = load(prepared[contender.texts][number], seconds)
            contender.rates.append(rate)
            contender.slowest.append(p99)
            print(f"round {number + 1}: {contender.name}: {rate:.0f}/s, p99 {p99:.1f} ms")
    return found


def machine() -> str:
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    name = model[1] if model else platform.machine()
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is not here: apt-get install wrk")
    from tests.faults.__main__ import database

    with tempfile.TemporaryDirectory() as name, database("postgresql", Path(name)) as postgres:
        for address in filter(None, (f"sqlite:///{name}/ours.sqlite3", postgres)):
            asyncio.run(lived(address))
        found = measured(given.rounds, int(given.seconds), Path(name), postgres)
    base = statistics.median(found[0].rates)
    rows = [
        Row(c.name, statistics.median(c.rates), statistics.median(c.rates) / base,
            statistics.median(c.slowest))
        for c in found
    ]  # fmt: skip
    write_report(rows, machine(), datetime.now(UTC).date(), given.rounds, money_table())


if __name__ == "__main__":
    main()
