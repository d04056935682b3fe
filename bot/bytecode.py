"""What Python makes of each source file, kept beside it for the next start: three seconds of
waiting otherwise, each time. The installers leave that to the first import, which may not write
where a server runs (systemd's ``ProtectSystem``, a folder of root's, PYTHONDONTWRITEBYTECODE)."""

from __future__ import annotations

import compileall
import sys


def keep_bytecode() -> None:
    """Of every module that is loaded by now, ours and the libraries'. What is there and up to date
    stays; where nothing may be written nothing is."""
    for module in tuple(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file and file.endswith(".py"):
            compileall.compile_file(file, quiet=2)
