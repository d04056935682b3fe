"""A person signs a text; a change shows; a new language begins as a draft."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.content import app as content_app
from bot.cli.language import app as language_app
from bot.language import read_catalogs, read_languages
from bot.words import read_words

ROOT = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def states(content: Path, language: str) -> dict[str, int]:
    done = CliRunner().invoke(content_app, ["status", "--json", "--content", str(content)])
    accounts = (json.loads(line) for line in done.stdout.splitlines())
    found: dict[str, int] = next(one for one in accounts if one["language"] == language)
    return found


def approve(content: Path, *arguments: str) -> int:
    command = ["approve", *arguments, "--reviewer", "Ana P.", "--on", "2026-11-22"]
    done = CliRunner().invoke(content_app, [*command, "--content", str(content)])
    return done.exit_code


def test_a_signed_text_is_approved_until_the_text_or_its_english_changes(content: Path) -> None:
    assert approve(content, "detainer", "--lang", "ES") == 0
    assert states(content, "es")["approved"] == 1
    assert approve(content, "detainer", "--lang", "zh_hans") == 0
    assert states(content, "zh-Hans")["approved"] == 1
    english = content / "topics" / "detainer" / "en.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert states(content, "es")["stale"] == 1
    spanish = content / "topics" / "detainer" / "es.md"
    spanish.write_text(spanish.read_text(encoding="utf-8") + "\nOtra.\n", encoding="utf-8")
    assert states(content, "es")["approved"] == states(content, "es")["stale"] == 0


def test_a_signature_is_added_and_none_is_lost(content: Path) -> None:
    path = content / "answers" / "status-none" / "reviews.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    for _ in range(2):
        assert approve(content, "status-none", "--lang", "es") == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[: len(before)] == before
    assert len(lines) == len(before) + 2


@pytest.mark.parametrize(
    ("reviewer", "day", "says"),
    [
        ("Ana P.", "2099-01-01", "is in the future"),
        ("Ana\nes,0,0,Eva,2026-11-22,reviewed", "2026-11-22", "line break"),
        ("Ana\x1b[31m", "2026-11-22", "control character"),
        ("  ", "2026-11-22", "give the name"),
    ],
)
def test_nobody_signs_ahead_of_time_or_with_a_name_that_is_none(
    content: Path, reviewer: str, day: str, says: str
) -> None:
    path = content / "topics" / "detainer" / "reviews.csv"
    before = path.read_bytes()
    signed = ["detainer", "--lang", "es", "--reviewer", reviewer, "--on", day]
    done = CliRunner().invoke(content_app, ["approve", *signed, "--content", str(content)])
    assert done.exit_code == 2
    assert says in " ".join(done.stderr.replace("│", " ").split())
    assert path.read_bytes() == before


@pytest.mark.parametrize("arguments", [("moon", "--lang", "es"), ("detainer", "--lang", "xx")])
def test_what_is_not_there_cannot_be_signed(content: Path, arguments: tuple[str, ...]) -> None:
    assert approve(content, *arguments) == 1


def test_a_new_language_is_a_draft_that_can_be_read(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locales = Path(shutil.copytree(ROOT / "locales", tmp_path / "locales"))
    monkeypatch.setenv("BOT_CONTENT_DIR", str(content))
    monkeypatch.setenv("BOT_LOCALES_DIR", str(locales))
    command = ["add", "so", "--name", "Soomaali"]
    assert CliRunner().invoke(language_app, command).exit_code == 0
    assert not read_languages(content / "languages.toml")["so"].offered
    assert read_words(content / "words", ["en", "so"]).whole
    assert read_catalogs(locales, ["so"])["so"].gettext("Other") == "Other"
    again = CliRunner().invoke(language_app, command)
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
