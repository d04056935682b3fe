"""A plain question beside the bare peer, on a machine that wavers.

    uv run python -m benchmarks.side_by_side [--pairs 15] [--seconds 2] [--database postgresql]

Both servers stay up on the same core, and the load goes to one and the other by turns, so that a
machine that is slower for a minute is slower for both: the ratio is taken of each pair. The same
servers, texts and load as ``benchmarks.webhooks``. Talks only to this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.webhooks import PORT, WARM_SECONDS, contenders, lived, load, running, scripts
from tests.faults.__main__ import database

BARE_PORT = PORT + 1


def ratios(pairs: int, seconds: float, folder: Path, address: str) -> list[float]:
    """Of each pair: our texts a second to the bare peer's."""
    found, prepared = contenders(folder, None), scripts(folder, pairs + 1)["raid"]
    bare = found[0]
    bare = replace(
        bare,
        port=BARE_PORT,
        command=[str(BARE_PORT) if part == str(PORT) else part for part in bare.command],
    )
    ours = next(each for each in found if each.ours)
    assert ours.texts == "raid"
    ours.environment["BOT_DATABASE_URL"] = address
    with running(bare, folder), running(ours, folder):
        load(prepared[-1], WARM_SECONDS)
        load(prepared[-1], WARM_SECONDS, BARE_PORT)
        made = []
        for script in prepared[:pairs]:
            theirs, _ = load(script, seconds, BARE_PORT)
            rate, p99 = load(script, seconds)
            made.append(rate / theirs)
            print(f"{theirs:.0f} and {rate:.0f} a second, {made[-1]:.2f}; p99 {p99:.1f} ms")
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        database(given.database, Path(folder)) as address,
    ):
        asyncio.run(lived(address))
        made = ratios(given.pairs, given.seconds, Path(folder), address)
    low, middle, high = statistics.quantiles(made, n=4)
    print(f"Faro, plain, one raid, {given.database}: {middle:.2f} of the bare peer; ", end="")
    print(f"half between {low:.2f} and {high:.2f}, of {len(made)} pairs")


if __name__ == "__main__":
    main()
