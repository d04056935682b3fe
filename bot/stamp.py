"""A stamp of the program and of the files that it reads: what was made under it stays true for as
long as it is the same."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

PROGRAM = Path(__file__).parent
HIDDEN = (b".", b"__pycache__")


def stamp(*folders: Path) -> bytes:
    """32 bytes: others for each other program, library, Python, word or table. Each file is read,
    as a number that is put right has as many digits as before. Plain calls of the system: there
    are some thousand files, and nobody is answered until all are read."""
    made = hashlib.sha256(sys.version.encode())
    made.update("\n".join(_libraries()).encode())
    for folder in (PROGRAM, *folders):
        within = os.fsencode(folder)
        for file in _files(within):
            content = _content(file)
            made.update(b"%d %s\0" % (len(content), file.removeprefix(within)))
            made.update(content)
    return made.digest()


def _content(file: bytes) -> bytes:
    try:
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 (three times as fast)
            return opened.read()
    except OSError:  # an editor's lock; what is needed and cannot be read is named by its reader
        return b""


def _libraries() -> list[str]:
    """The names of what is installed, as "numpy-2.3.5.dist-info"."""
    installed = Path(sysconfig.get_path("purelib"))
    return sorted(each.name for each in installed.glob("*.dist-info"))


def _files(folder: bytes) -> Iterator[bytes]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(HIDDEN))
        yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118
