"""A database of its own for a test, and the travelling list with one agency gone, one joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import Knowledge
from tests.cli.a_newer_list import GONE, NEW


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "var" / "bot.sqlite3"
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{file}")
    return file


@pytest.fixture(scope="module")
def listed(knowledge: Knowledge) -> list[dict[str, str]]:
    """The travelling list as rows of our own CSV: one agency gone, one joined."""
    counties = knowledge.gazetteer.counties
    rows = [
        {
            "state": row.state,
            "agency": row.agency,
            "county": counties[row.fips[0]].name if row.fips else "#N/A",
            "model": row.model,
            "signed": row.signed.isoformat() if row.signed else "",
        }
        for row in knowledge.roster.agreements
        if row.agency != GONE
    ]
    return [*rows, NEW]
