"""What every room's tests share: the knowledge that travels with the program, built once."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from hypothesis import settings

from bot.knowledge import Knowledge, read_knowledge
from bot.line import Line
from bot.settings import travelling_folder

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""The day on which the tests live; the list of 2026-07-24 is then 121 days old."""


# The servers and commands that tests start are compiled once, as on a machine that serves people:
# compiled anew at each start, workers that are killed every second leave a small machine no time
# for its database.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A loaded machine is slow, not wrong.
settings.register_profile("faro", deadline=None)
settings.load_profile("faro")


@pytest.fixture(autouse=True)
def no_database_of_this_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Commands answer from what is published in the working folder's database: tests must not."""
    folder = tmp_path_factory.getbasetemp() / "no-database"
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{folder}/bot.sqlite3")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write tests/conversations anew from what the bot says now; review the diff",
    )
    parser.addoption(
        "--all",
        action="store_true",
        help="every county's page in every language, not only each one in one of them",
    )


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    content = travelling_folder("content", "content")
    locales = travelling_folder("locales", "locales")
    return read_knowledge(content, locales, Line(organization="Casa Abierta"))


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW
