"""A real server of several workers, as an operator starts it, that can be hurt."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import httpx

from bot.channels.twilio.signature import sign
from bot.store.kept import NAME as READY

PUBLIC_URL = "https://bot.example.org"
TOKEN = "0123456789abcdef0123456789abcdef"
PATH = "/twilio/messages"
START_TRIES = 3000
"""A tenth of a second each: a first start learns for a minute where a machine has more to do."""

_shared = tempfile.TemporaryDirectory(prefix="faro-learned-")
_learned = Path(_shared.name) / READY
"""What a first start learned, in many seconds, for the servers of other tests."""


class Server:
    """``bot serve`` on a free port. Leaves no process behind."""

    def __init__(self, database: str, folder: Path, workers: int = 2) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._told = folder / f"server-{self.port}.log"
        self._log = self._told.open("wb")
        self._command = [
            str(Path(sys.executable).parent / "bot"),
            *("serve", "--port", str(self.port), "--workers", str(workers)),
        ]
        self._environment = {
            **os.environ,
            "BOT_DATABASE_URL": database,
            "BOT_PUBLIC_URL": PUBLIC_URL,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "BOT_SECRET_KEY": "a key that is only used in these tests",
            "BOT_TEXTS_PER_HOUR": "1000000",
            "BOT_SAME_TEXT_LIMIT": "1000000",
            "BOT_LOG_LEVEL": "warning",
        }
        self._folder = folder
        self._ready = (folder if database.startswith("sqlite") else folder / "var") / READY
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()
        self._log.close()

    def start(self) -> None:
        """Returns once it answers."""
        self._ready.parent.mkdir(exist_ok=True)
        if _learned.exists() and not self._ready.exists():
            shutil.copy(_learned, self._ready)
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        for _ in range(START_TRIES):
            if self._answers():
                if self._ready.exists() and not _learned.exists():
                    shutil.copy(self._ready, _learned)
                return
            with suppress(subprocess.TimeoutExpired):
                raise RuntimeError(f"the server ended with {self._process.wait(timeout=0.1)}")
        raise RuntimeError("the server did not start in time")

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health", timeout=10).status_code == 200
        except httpx.TransportError:
            return False

    @property
    def found_the_database_slow(self) -> bool:
        """Whether its log says that it went on without its database."""
        told = self._told.read_text("utf-8")
        return "the database does not answer" in told or "the database is slow" in told

    def kill_a_worker(self, chance: random.Random) -> bool:
        """``kill -9`` for one of the processes that answer; its supervisor starts another."""
        workers = self._workers()
        if not workers:
            return False
        os.kill(chance.choice(workers), signal.SIGKILL)
        return True

    def fill_disk(self, full: bool = True) -> None:
        """From now on no file of its one process can grow, as on a full disk; or again it can."""
        assert self._process is not None
        most = 0 if full else resource.RLIM_INFINITY
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    def stop(self) -> int:
        """Ask it to stop, as systemd does; its exit status."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=60)

    def kill(self) -> None:
        """All of it, at once."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def health(self) -> dict[str, object]:
        found: dict[str, object] = httpx.get(f"{self.url}/health", timeout=30).json()
        return found

    def _workers(self) -> list[int]:
        """Children that serve; Python's own helper of them is none."""
        assert self._process is not None
        main = self._process.pid
        listed = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return [int(pid) for pid in listed if b"spawn_main" in _command_of(pid)]


def _command_of(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def signature(fields: list[tuple[str, str]]) -> str:
    return sign(PUBLIC_URL + PATH, fields, TOKEN)
