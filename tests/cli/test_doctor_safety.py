"""Every setting that works and is unsafe all the same is named, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.doctor_safety import Finding, unsafe_settings
from bot.settings import read_settings

TOKEN = "0123456789abcdef0123456789abcdef"
ACCOUNT = "AC" + "0" * 32
WELL = {
    "BOT_SECRET_KEY": "k" * 64,
    "TWILIO_AUTH_TOKEN": TOKEN,
    "BOT_BUDGET_DAY_USD": "20",
    "BOT_BUDGET_MONTH_USD": "200",
}


@pytest.fixture(autouse=True)
def ordinary_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("resource.getrlimit", lambda _which: (0, 0))
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def found(**changed: str) -> list[Finding]:
    settings = {name: value for name, value in {**WELL, **changed}.items() if value}
    return list(unsafe_settings(read_settings(None, **settings)))


def test_a_careful_installation_has_nothing_to_hear() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "verdict", "words"),
    [
        ({"TWILIO_AUTH_TOKEN": "SKsecretOfAKey"}, "unsafe", "does not look like one"),
        ({"BOT_SECRET_KEY": TOKEN}, "unsafe", "the same as TWILIO_AUTH_TOKEN"),
        ({"BOT_SECRET_KEY": ""}, "missing", "on the disk of the database"),
        ({"BOT_BUDGET_DAY_USD": ""}, "missing", "flood of texts"),
        ({"BOT_TEXTS_PER_HOUR": "5000"}, "unsafe", "5000 texts an hour"),
        ({"BOT_SESSION_HOURS": "2000"}, "unsafe", "2000 hours"),
        ({"TWILIO_ACCOUNT_SID": ACCOUNT}, "missing", "the account's own token"),
        ({"BOT_DATABASE_URL": "postgresql://u:p@db.example/f"}, "unsafe", "without encryption"),
    ],
)
def test_each_unsafe_setting_is_named_with_its_remedy(
    changed: dict[str, str], verdict: str, words: str
) -> None:
    (finding,) = found(**changed)
    assert finding.verdict == verdict
    assert words in finding.what
    assert finding.remedy
    assert TOKEN not in f"{finding}"


@pytest.mark.parametrize("address", ["localhost/f", "db.example/f?sslmode=require"])
def test_a_server_that_is_near_or_spoken_to_with_encryption_is_well(address: str) -> None:
    assert found(BOT_DATABASE_URL=f"postgresql://u:p@{address}") == []


def test_a_damaged_database_that_was_set_aside_is_to_be_deleted(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3.damaged-1").write_text("x")
    (finding,) = found(BOT_DATABASE_URL=f"sqlite:///{tmp_path}/bot.sqlite3")
    assert "delete it" in finding.remedy


def test_a_start_without_compiled_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert ["PYTHONDONTWRITEBYTECODE" in each.remedy for each in found()] == [True]


def test_root_and_core_dumps_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("resource.getrlimit", lambda _which: (1, 1))
    assert ["runs as root" in each.what or "core dumps" in each.what for each in found()] == [
        True,
        True,
    ]
