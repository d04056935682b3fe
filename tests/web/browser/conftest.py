"""A real server on a free port and a real Chromium; skipped, saying so, where there is none."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from bot.knowledge import Holder, Knowledge
from bot.settings import read_settings
from bot.web.app import create_app

CHROMIUM = os.environ.get("BOT_TEST_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
LONGEST_START = 300
"""Seconds: the first server of a process learns what it knows, on a machine that has more to do."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[str]:
    """The address of a running server, as a browser reaches it."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt-get install chromium, or set BOT_TEST_CHROMIUM")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    file = tmp_path_factory.mktemp("site") / "bot.sqlite3"
    settings = read_settings(
        None,
        BOT_DATABASE_URL=f"sqlite:///{file}",
        BOT_PUBLIC_URL=address,
        BOT_TEXT_NUMBER="+15175550100",
    )
    app = create_app(settings, Holder(knowledge))
    server = uvicorn.Server(uvicorn.Config(app, port=port, access_log=False, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        _await_start(server, thread)
        yield address
    finally:
        server.should_exit = True
        thread.join()


def _await_start(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + LONGEST_START
    while not server.started and time.monotonic() < deadline:
        thread.join(timeout=0.05)
        assert thread.is_alive(), "the server ended instead of starting"
    assert server.started, "the server did not start"


@pytest.fixture(scope="module")
def chromium(site: str) -> Iterator[Browser]:
    """Of one module only: while it runs, its loop keeps asynchronous tests from theirs."""
    assert site  # it says why there is none
    with sync_playwright() as playwright:
        # Containers have no user namespaces for Chromium's own sandbox.
        browser = playwright.chromium.launch(
            executable_path=str(Path(CHROMIUM)), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """A fresh phone-sized window. Whatever it asks of another server fails the test."""
    context = chromium.new_context(base_url=site, viewport={"width": 360, "height": 740})
    foreign: list[str] = []
    context.on("request", lambda request: _note(request.url, site, foreign))
    errors: list[str] = []
    page = context.new_page()
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    cookies = context.cookies()
    context.close()
    assert not foreign
    assert not cookies
    assert not [one for one in errors if "Failed to load resource" not in one]


def _note(url: str, site: str, foreign: list[str]) -> None:
    if not url.startswith(site):
        foreign.append(url)
