"""What one worker holds after a start, and while ever more strangers write.

    uv run python -m benchmarks.memory [--strangers 90000] [--texts raid|plain]

About ten counties (``raid``) or all of the country (``plain``), each text from another number, as
fast as they are answered. SQLite; resident memory as the system counts it, shared libraries with
it. The start is a second one: what is learned lies ready. Talks only to this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import tempfile
from pathlib import Path

from benchmarks.answers import memory
from benchmarks.steady import requests, waits
from benchmarks.webhooks import contenders, running

STEPS = 6
AT_ONCE = 1e9
"""Texts a second: all are due, and go as fast as they are answered."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strangers", type=int, default=90_000)
    parser.add_argument("--texts", choices=("raid", "plain"), default="raid")
    given = parser.parse_args()
    texts, step = requests(given.texts, given.strangers), given.strangers // STEPS
    os.sched_setaffinity(0, {1})
    with tempfile.TemporaryDirectory() as name:
        server = next(c for c in contenders(Path(name), None) if c.texts == given.texts and c.ours)
        settings = {**os.environ, **server.environment}
        subprocess.run([*server.command[:2], "--prepare"], env=settings, check=True)
        with running(server, Path(name)) as process:
            print(f"after a start: {memory(process)} MB")
            for many in range(0, step * STEPS, step):
                asyncio.run(waits(texts[many : many + step], AT_ONCE, 0))
                print(f"after {many + step} strangers: {memory(process)} MB", flush=True)


if __name__ == "__main__":
    main()
