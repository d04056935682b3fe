from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.channels.prices import SMS_SEGMENT
from bot.cli.content import app
from bot.language import read_languages
from bot.library.checking import SEGMENT_USD
from bot.library.review import ReviewState

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_preview_shows_each_card_as_sent_with_segments_and_price() -> None:
    result = CliRunner().invoke(
        app, ["preview", "detainer", "--lang", "en", "--content", str(CONTENT)]
    )
    assert result.exit_code == 0
    assert result.stdout.startswith("detainer (en), ")
    assert "GSM-7 units, segments: 2, 0.0166 USD" in result.stdout
    assert result.stdout.count("Reply MORE.") == result.stdout.count("[") - 1


def test_preview_fills_the_places_with_sample_facts() -> None:
    result = CliRunner().invoke(
        app, ["preview", "about", "--lang", "en", "--content", str(CONTENT)]
    )
    assert "{{" not in result.stdout
    assert "ICE's list of September 30, 2026" in result.stdout


def test_preview_shows_all_languages_side_by_side_with_both_prices(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    result = CliRunner().invoke(app, ["preview", "detainer", "--content", str(CONTENT)])
    languages = list(read_languages(CONTENT / "languages.toml").values())
    assert result.exit_code == 0
    for one in languages:
        assert result.stdout.count(f"({one.code}), ") == 6, "one panel for each card"
    assert "SMS 2 of 2 GSM-7, $0.0166 | WhatsApp 1," in result.stdout
    assert "grade" in result.stdout
    beside = [line for line in result.stdout.splitlines() if "(en), " in line and "(es), " in line]
    assert len(beside) == 6


def test_preview_writes_a_page_with_every_language_in_its_own_direction(tmp_path: Path) -> None:
    page = tmp_path / "detainer.html"
    command = ["preview", "detainer", "--html", str(page), "--content", str(CONTENT)]
    assert CliRunner().invoke(app, command).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count('<div class="bubble"') == 66
    assert text.count('lang="ar" dir="rtl"') == 6
    assert "Escriba MÁS." in text
    assert 'class="figures dear"' not in text, "nothing is over its budget"
    assert "http" not in text, "a page without any outside part"


def test_prices_of_the_check_and_of_the_simulator_are_the_same() -> None:
    assert float(SMS_SEGMENT) == SEGMENT_USD


def test_preview_of_an_unknown_text_or_language_says_what_to_add() -> None:
    unknown = CliRunner().invoke(app, ["preview", "moon", "--content", str(CONTENT)])
    assert (unknown.exit_code, "no text is called moon" in unknown.stderr) == (1, True)
    foreign = CliRunner().invoke(
        app, ["preview", "detainer", "--lang", "so", "--content", str(CONTENT)]
    )
    assert (foreign.exit_code, "no text in so" in foreign.stderr) == (1, True)


def test_status_counts_every_text_of_every_language_once() -> None:
    result = CliRunner().invoke(app, ["status", "--json", "--content", str(CONTENT)])
    accounts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [account.pop("language") for account in accounts][:2] == ["en", "es"]
    folders = [
        path
        for kind in ("topics", "answers")
        for path in (CONTENT / kind).iterdir()
        if path.is_dir()
    ]
    states = [str(state) for state in ReviewState]
    assert all(sum(account[state] for state in states) == len(folders) for account in accounts)


def test_status_names_the_topics_that_should_be_read_again() -> None:
    early = CliRunner().invoke(app, ["status", "--on", "2026-11-22", "--content", str(CONTENT)])
    late = CliRunner().invoke(app, ["status", "--on", "2030-01-01", "--content", str(CONTENT)])
    assert early.stderr == ""
    assert "topics/bail-bond: was to be read again by 2027-01-15" in late.stderr


def test_check_names_a_planted_fault_and_fails(content: Path) -> None:
    path = content / "topics" / "detainer" / "en.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nYou are safe!\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "--content", str(content)])
    assert result.exit_code == 1
    line = len(path.read_text(encoding="utf-8").splitlines())
    assert f'topics/detainer/en.md:{line}: card 6: "safe" breaks rule 1' in result.stdout


def test_check_names_a_file_that_cannot_be_read(content: Path) -> None:
    (content / "topics" / "detainer" / "en.md").unlink()
    result = CliRunner().invoke(app, ["check", "--content", str(content)])
    assert result.exit_code == 1
    assert "topics/detainer: add en.md" in result.stderr
