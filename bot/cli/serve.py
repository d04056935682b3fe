"""``bot serve``: the webhook and the web pages."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from bot.settings import SettingsError, read_settings
from bot.store.database import DatabaseAddressError, open_database
from bot.store.secret_key import SecretKeyError


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Server processes.")] = 1,
) -> None:
    """Answer Twilio's webhooks and show a phone to try the line on."""
    _check()
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104
    shown = f"[{shown}]" if ":" in shown else shown
    typer.echo(f"Try it at http://{shown}:{port}/   (stop with Ctrl+C)", err=True)
    uvicorn.run(
        "bot.web.app:create_app",  # by name: each worker makes its own
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,  # it would keep who asked what, and when
        log_config=None,
        server_header=False,
    )


def _check() -> None:
    """Say what is wrong in one line here, not as a traceback from each worker."""
    try:
        settings = read_settings()
        open_database(
            settings.database_url, [key.get_secret_value() for key in settings.secret_keys]
        )
    except (SettingsError, DatabaseAddressError, SecretKeyError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
