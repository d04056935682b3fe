"""What taking in a workbook costs: `uv run python benchmarks/roster.py FILE`.

The promise is under 5 s and 300 MB for ICE's newest workbook, in a process of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main(file: str) -> None:
    bot = str(Path(sys.executable).with_name("bot"))
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            env = {**os.environ, "BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3"}
            start = time.perf_counter()
            subprocess.run(
                [bot, "roster", "import", file], env=env, check=True, stdout=subprocess.DEVNULL
            )
            seconds = time.perf_counter() - start
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{seconds:.2f} s, at most {most:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1])
