"""How long until ``bot serve`` answers, from a second start on, beside a bare server's start.

    uv run python -m benchmarks.starts [--rounds 15] [--workers 1]

By turns, from the command to the first answer (``/health``). Both find what Python compiled of
their libraries; a bare start loads Starlette and nothing else. Talks only to this machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from benchmarks.webhooks import PORT, Contender, contenders

LONGEST = 120.0
AGAIN = 0.005


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = contenders(Path(name), None)
        bare = next(c for c in found if "peers.bare:app" in c.command[-1])
        ours = next(c for c in found if c.ours)
        ours.command.extend(["--workers", str(given.workers)])
        print(f"a first start: {seconds(ours):.2f} s", flush=True)
        seconds(bare)
        pairs = [(seconds(ours), seconds(bare)) for _ in range(given.rounds)]
    taken, beside = zip(*pairs, strict=True)
    print(f"{given.rounds} starts after it: {min(taken):.2f} to {max(taken):.2f} s, ", end="")
    print(f"median {statistics.median(taken):.2f}")
    print(f"a bare server: median {statistics.median(beside):.2f} s; ", end="")
    print(f"{statistics.median(mine / other for mine, other in pairs):.1f} bare starts")


def seconds(server: Contender) -> float:
    """From the command to the first answer, whatever that says; the server is stopped again."""
    start = time.perf_counter()
    environment = {**os.environ, **server.environment}
    command, quiet = server.command, subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            return _answered(start)
        finally:
            process.terminate()


def _answered(start: float) -> float:
    while time.perf_counter() - start < LONGEST:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=5)
        except urllib.error.HTTPError:
            return time.perf_counter() - start
        except OSError:
            time.sleep(AGAIN)
        else:
            return time.perf_counter() - start
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
