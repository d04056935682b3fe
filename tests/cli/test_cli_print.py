"""``bot print``: a file for the place that was meant, or one line that says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app

run = CliRunner().invoke


@pytest.fixture(autouse=True)
def _number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BOT_TEXT_NUMBER", "+15175550100")
    monkeypatch.chdir(tmp_path)


def test_a_card_is_written_for_the_place(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra print is not installed")
    done = run(app, ["print", "card", "jackson", "mi", "--lang", "es"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "faro-card-mi-jackson-es.pdf").read_bytes().startswith(b"%PDF")
    assert "Jackson County, Michigan" in done.output


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("jackson", "Jackson County, Missouri"),
        ("michigan", "add the county"),
        ("qqqq zz", "write a county and a state"),
    ],
)
def test_a_place_that_is_not_one_county_says_what_to_write(place: str, told: str) -> None:
    done = run(app, ["print", "flyer", *place.split()])
    assert done.exit_code == 1
    assert told in done.output


def test_without_a_number_or_pages_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TEXT_NUMBER", "")
    done = run(app, ["print", "card", "jackson mi"])
    assert done.exit_code == 1
    assert "BOT_PUBLIC_URL" in done.output


def test_a_wrong_number_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TEXT_NUMBER", "555")
    done = run(app, ["print", "card", "jackson mi"])
    assert done.exit_code == 1
    assert "+15175550100" in done.output
