"""The installation's secret: from the settings, or made once beside the embedded database."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

SHORTEST = 32
"""Characters. 64 hexadecimal digits are what the program makes itself."""

MAKE_ONE = 'python -c "import secrets; print(secrets.token_hex(32))"'


class SecretKeyError(ValueError):
    """The secret is missing or weak; the message says how to make one."""


def secret_keys(configured: Sequence[str], embedded: Path | None) -> tuple[bytes, ...]:
    """The secrets, newest first. ``embedded`` is the embedded database's file, None for a server.

    Without a configured one, the embedded database gets its own, in a file of mode 0600 beside
    it. Where there is such a file, its secret stays the last of those that are configured later:
    else every STOP that was kept under it would be lost. Raises :class:`SecretKeyError`.
    """
    if configured:
        made = (_read(key_file(embedded)),) if embedded and key_file(embedded).exists() else ()
        return tuple(dict.fromkeys(_strong(key) for key in (*configured, *made)))
    if embedded is None:
        raise SecretKeyError(
            f"BOT_SECRET_KEY is required with PostgreSQL: make one with {MAKE_ONE} "
            "and give every process the same"
        )
    return (_strong(_read_or_make(key_file(embedded))),)


def key_file(embedded: Path) -> Path:
    """Where the made secret lies: beside the database, named after it."""
    return embedded.with_name(f"{embedded.stem}.secret-key")


def _strong(key: str) -> bytes:
    if len(key) < SHORTEST:
        raise SecretKeyError(
            f"BOT_SECRET_KEY needs at least {SHORTEST} characters: make one with {MAKE_ONE}"
        )
    return key.encode()


def _read_or_make(path: Path) -> str:
    if not path.exists():
        _make(path)
    return _read(path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SecretKeyError(
            f"{path} cannot be read ({type(error).__name__}): it has to be of the user who runs "
            "this (chown)"
        ) from error


def _make(path: Path) -> None:
    """Write beside it, then link: of two processes that start at once, one wins whole."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)  # mode 0600
    draft = Path(name)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
