"""The ``bot`` command: the same house from a terminal."""

from __future__ import annotations

import importlib
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from bot.collecting import no_collecting

COMMANDS = (
    "chat",
    "serve",
    "ask",
    "places",
    "language",
    "segments",
    "roster",
    "content",
    "legal-aid",
    "jails",
    "data",
    "database",
    "doctor",
    "print",
)
"""Each lives in the file of its name: a group as ``app``, a single command as a function."""


class OnDemand(TyperGroup):
    """Imports a command's file when it is asked for: one answer need not wait for the database,
    the web and the workbooks (a second on a small machine)."""

    # Typer's own types for a context and a command are private to it.
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        with no_collecting():
            room = importlib.import_module(f"bot.cli.{name}")
        group = getattr(room, "app", None)
        if group is None:
            group = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            group.command(cmd_name)(getattr(room, name))
        command = typer.main.get_command(group)
        command.name = cmd_name
        return command


app = typer.Typer(
    name="bot",
    cls=OnDemand,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def bot() -> None:
    """Faro: what ICE's 287(g) list says about a county, in plain words, by text message."""


def main() -> None:
    """Entry point. Exit status: 0 done, 1 refused with a reason, 2 wrong usage."""
    _speak_unicode()
    try:
        app()
    except OSError as error:
        if error.filename is None:
            raise
        _refuse(f"{error.filename}: {error.strerror}. Name another file.")
    except RecursionError:
        _refuse("a line of the input holds too many brackets within brackets")


def _speak_unicode() -> None:
    """What is piped in and out is UTF-8, whatever the machine's own encoding; a byte that is none
    becomes a mark rather than the end of the run."""
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8")):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding=encoding, errors="replace")


def _refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    sys.exit(1)
