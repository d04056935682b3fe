"""``bot serve``: the webhook and the web pages.

What is not needed to begin reading what an earlier start has kept is imported later: both go on
side by side, and nobody is answered until both are done.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.bytecode import keep_bytecode
from bot.collecting import no_collecting
from bot.settings import Settings, SettingsError, read_settings
from bot.stamp import stamp
from bot.store.database import Database, DatabaseAddressError, open_database
from bot.store.kept import Kept
from bot.store.secret_key import SecretKeyError
from bot.trouble import trouble

if TYPE_CHECKING:
    from bot.knowledge import Knowledge

APPLICATION = "bot.web.app:create_app"
CONNECTION = "bot.web.connections:Connection"
SHARED_COUNTS = "PROMETHEUS_MULTIPROC_DIR"
BACKLOG = 2048
"""Connections that wait in the kernel while a worker starts anew: a second of the worst night."""

FINISH_SECONDS = 15
"""For the answers that are in hand when the server is told to stop; Twilio waits no longer."""

SIGN_OF_LIFE_SECONDS = 5
"""For a worker to answer its supervisor. One that is killed just then is noticed only after this
time, and in it the last other one may die as well: a carrier waits for fifteen seconds."""

REMEDY = (
    "Mend that file, or put back the one that came with the program; words and numbers may lie in "
    "the folders that BOT_CONTENT_DIR and BOT_LOCALES_DIR name. `bot doctor` looks at all of them."
)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Server processes.")] = 1,
    prepare: Annotated[
        bool,
        typer.Option(
            "--prepare",
            help="Only learn what a start needs, and end: before an update restarts the server.",
        ),
    ] = False,
) -> None:
    """Answer Twilio's webhooks and show a phone to try the line on."""
    if prepare:
        _prepare()
        return
    with no_collecting():
        application = _application(workers)
    if workers > 1 and SHARED_COUNTS not in os.environ:
        # Read by the library of counts when a worker starts: there they add up what they counted.
        os.environ[SHARED_COUNTS] = tempfile.mkdtemp(prefix="faro-counts-")
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104
    shown = f"[{shown}]" if ":" in shown else shown
    typer.echo(f"Try it at http://{shown}:{port}/   (stop with Ctrl+C)", err=True)
    try:
        _run(application, host, port, workers)
    except SystemExit as error:  # the library's own status for a port that is taken is 3
        raise typer.Exit(1 if error.code else 0) from error


def _run(application: Any, host: str, port: int, workers: int) -> None:
    import uvicorn

    uvicorn.run(
        application,
        factory=isinstance(application, str),
        host=host,
        port=port,
        workers=workers,
        http=CONNECTION,
        ws="none",  # nobody speaks it here: its library need not be loaded
        access_log=False,  # it would keep who asked what, and when
        log_config=None,
        server_header=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=FINISH_SECONDS,
        timeout_worker_healthcheck=SIGN_OF_LIFE_SECONDS,
    )


def _prepare() -> None:
    """While the old server answers: its successor then starts within seconds."""
    with no_collecting(), _refusing():
        settings, database = _opened()
        kept = _kept(database)
        _read(settings, kept)
        _keep_program()
        ready = _is_ready(settings, kept)
    if not ready:
        typer.echo(f"Nothing can be kept in {database.folder}: make that folder.", err=True)
        raise typer.Exit(1)
    typer.echo("Ready: now restart the server.")


def _application(workers: int) -> Any:
    """The application, or for several workers its name: each makes its own."""
    with _refusing():
        settings, database = _opened()
        kept = _kept(database)
        kept.begin()  # goes on while the rest of the program is imported
        if workers == 1:
            web = import_module(APPLICATION.partition(":")[0])
            knowledge = _read(settings, kept, partial(_learn_apart, kept))
            return web.create_app(settings, web.Holder(knowledge), database)
        if not _is_ready(settings, kept):
            _learn_apart(kept)
            if not _is_ready(settings, kept):
                _try(settings)
    return APPLICATION


def _learn_apart(kept: Kept) -> None:
    """A first start. What learning takes of memory goes with the process that learned, and of
    several workers none learns for itself. Where nothing can be kept, each has to."""
    if kept.writable:
        typer.echo("A first start learns what it needs: half a minute.", err=True)
        learner = get_context("spawn").Process(target=_learn)
        learner.start()
        learner.join()


def _learn() -> None:
    with suppress(Exception), no_collecting():  # the server itself says what is wrong
        settings, database = _opened()
        _read(settings, _kept(database))
        _keep_program()


def _keep_program() -> None:
    """All that a server loads, in a process that answers nobody and ends after this."""
    os.environ.pop(SHARED_COUNTS, None)  # it has nothing to count: no file of its own
    for needed in (APPLICATION.partition(":")[0], "uvicorn", CONNECTION.partition(":")[0]):
        import_module(needed)
    keep_bytecode()


def _try(settings: Settings) -> None:
    """A file that cannot be used is told of here, not by each worker."""
    from bot.knowledge import read_knowledge

    read_knowledge(*_files(settings), settings.line())


def _read(
    settings: Settings, kept: Kept, learn_apart: Callable[[], None] | None = None
) -> Knowledge:
    from bot.ready_knowledge import ready_knowledge

    return ready_knowledge(*_files(settings), settings.line(), kept, learn_apart)


def _kept(database: Database) -> Kept:
    return Kept(database.folder, database.sealer)


def _is_ready(settings: Settings, kept: Kept) -> bool:
    """Whether the next start finds what it needs, so that these files need not be tried now."""
    return kept.read(stamp(*_files(settings))) is not None


def _opened() -> tuple[Settings, Database]:
    settings = read_settings()
    keys = [key.get_secret_value() for key in settings.secret_keys]
    return settings, open_database(settings.database_url, keys)


def _files(settings: Settings) -> tuple[Path, Path]:
    return settings.content_dir, settings.locales_dir


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be used ends here with one line that says what to do, not with a traceback from
    each worker."""
    try:
        yield
    except (SettingsError, DatabaseAddressError, SecretKeyError) as error:
        _refuse(str(error), error)
    except ValueError as error:  # each room has its own; all say what to mend
        _refuse(f"{error}\n{REMEDY}", error)
    except Exception as error:  # a file is there, and is not what it was
        _refuse(f"A file cannot be used ({_place(error)}).\n{REMEDY}", error)


def _refuse(words: str, error: Exception) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(1) from error


def _place(error: Exception) -> str:
    found = trouble(error)
    return f"{found['error']} at {found['where']}"
