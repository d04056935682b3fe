"""The ``bot`` command: the same house from a terminal."""

from __future__ import annotations

import typer

from bot.cli import (
    ask,
    chat,
    content,
    data,
    database,
    doctor,
    language,
    legal_aid,
    places,
    roster,
    segments,
    serve,
)

app = typer.Typer(
    name="bot",
    help="Faro: what ICE's 287(g) list says about a county, in plain words, by text message.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("chat")(chat.chat)
app.command("serve")(serve.serve)
app.command("ask")(ask.ask)
app.command("segments")(segments.segments)
app.command("doctor")(doctor.doctor)
app.add_typer(places.app, name="places")
app.add_typer(language.app, name="language")
app.add_typer(roster.app, name="roster")
app.add_typer(data.app, name="data")
app.add_typer(content.app, name="content")
app.add_typer(legal_aid.app, name="legal-aid")
app.add_typer(database.app, name="database")


def main() -> None:
    """Entry point. Exit status: 0 done, 1 refused with a reason, 2 wrong usage."""
    app()
