"""How many page views a second one core can serve, and how long each waits.

    uv run python benchmarks/pages.py [--rate 200] [--seconds 15]

Starts a server with one process (on one core, where the machine has more), asks for pages at a
fixed rate whatever the answers take, as visitors do, and prints the waits: right after the start,
when most pages are new to the server, and again. Talks only to this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

BOT = str(Path(sys.executable).parent / "bot")
PORT = 8766
LANGUAGES = {
    "en": 40, "es": 40, "zh-Hans": 4, "vi": 3, "ar": 2, "ko": 2, "fil": 2, "ht": 2, "fr": 2,
    "pt-BR": 2, "ru": 1,
}  # fmt: skip
OTHERS = ("/", "/s/tx", "/s/mi", "/t/detainer", "/t/bail-bond", "/about", "/languages", "/map")
DATA = Path(__file__).parents[1] / "bot" / "places" / "data" / "counties.csv"


def addresses(count: int) -> list[str]:
    """Of ten views eight are of a county, the oftener the more people live there, in languages as
    the people of the country speak them, roughly."""
    chance = random.Random(2026)
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = {_path(row): int(row["population"] or 0) for row in rows}
    paths = {path: weight for path, weight in people.items() if path.isascii()}
    counties = chance.choices(list(paths), list(paths.values()), k=count)
    codes = chance.choices(list(LANGUAGES), list(LANGUAGES.values()), k=count)
    return [
        f"{county if chance.random() < 0.8 else chance.choice(OTHERS)}?lang={code}"
        for county, code in zip(counties, codes, strict=True)
    ]


def _path(row: dict[str, str]) -> str:
    """Good enough a slug for most; a city beside its county is left to the county."""
    return f"/c/{row['state'].lower()}/{row['short_name'].lower().replace(' ', '-')}"


async def view(client: httpx.AsyncClient, address: str, at: float, waits: list[float]) -> None:
    """Wait for the moment, ask, note the wait from that moment on: a queue counts too."""
    await asyncio.sleep(max(0.0, at - time.perf_counter()))
    answer = await client.get(address)
    waits.append(time.perf_counter() - at)
    assert answer.status_code in (200, 308, 404), (address, answer.status_code)


async def visits(pages: Sequence[str], rate: float) -> list[float]:
    waits: list[float] = []
    limits = httpx.Limits(max_connections=64)
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{PORT}", limits=limits, timeout=30
    ) as client:
        start = time.perf_counter() + 0.2
        await asyncio.gather(
            *(view(client, page, start + n / rate, waits) for n, page in enumerate(pages))
        )
    return waits


def told(name: str, waits: Sequence[float]) -> None:
    cuts = statistics.quantiles(waits, n=100)
    print(
        f"{name}: {len(waits)} views, median {cuts[49] * 1000:.1f} ms, "
        f"p95 {cuts[94] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms, "
        f"most {max(waits) * 1000:.0f} ms"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rate", type=float, default=200)
    options.add_argument("--seconds", type=float, default=15)
    chosen = options.parse_args()
    pages = addresses(int(chosen.rate * chosen.seconds))
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3"}
        command = ["taskset", "-c", str(cores[0]), BOT, "serve", "--port", str(PORT)]
        server = subprocess.Popen(command, env=settings, stderr=subprocess.DEVNULL)
        try:
            os.sched_setaffinity(0, set(cores[1:] or cores))
            _await()
            told("one at a time, new", asyncio.run(visits(pages[:200], 20)))
            told(f"{chosen.rate:g} a second, new", asyncio.run(visits(pages, chosen.rate)))
            told(f"{chosen.rate:g} a second, again", asyncio.run(visits(pages, chosen.rate)))
        finally:
            server.terminate()
            server.wait()


def _await() -> None:
    for _ in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{PORT}/health")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
