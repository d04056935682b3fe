from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.legal_aid import app


def test_check_passes_on_what_travels_with_the_program() -> None:
    result = CliRunner().invoke(app, ["check", "--on", "2026-11-22"])
    assert result.exit_code == 0
    assert "may be sent on 2026-11-22" in result.stderr


def test_check_refuses_a_faulty_correction_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "legal_aid").mkdir()
    (tmp_path / "legal_aid" / "TX.toml").write_text('[[withdraw]]\nphone = "1"\n')
    result = CliRunner().invoke(app, ["check", "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert "TX.toml: [[withdraw]] 1: reason is missing" in result.stderr


@pytest.mark.parametrize("command", ["check", "status", "review", "publish"])
def test_a_folder_that_is_not_there_is_refused_with_what_to_do(
    tmp_path: Path, command: str
) -> None:
    result = CliRunner().invoke(app, [command, "--content", str(tmp_path / "nowhere")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{tmp_path / 'nowhere' / 'legal_aid'}: there is no such folder" in result.stderr
    assert "--content" in result.stderr


def test_check_refuses_a_correction_without_effect(tmp_path: Path) -> None:
    (tmp_path / "legal_aid").mkdir()
    (tmp_path / "legal_aid" / "TX.toml").write_text(
        '[[withdraw]]\nphone = "212-555-0100"\nreason = "gone"\nsource = "x"\ndate = 2026-11-01\n'
    )
    result = CliRunner().invoke(app, ["check", "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert "212-555-0100 is not in the directory" in result.stderr


def test_status_gives_one_object_a_state() -> None:
    result = CliRunner().invoke(app, ["status", "--json", "--on", "2026-11-22"])
    accounts = [json.loads(line) for line in result.stdout.splitlines()]
    michigan = next(account for account in accounts if account["state"] == "MI")
    assert result.exit_code == 0
    assert michigan["detained"] == 1
    assert michigan["next_expiry"] >= "2026-11-22"


def test_status_is_readable_without_json() -> None:
    result = CliRunner().invoke(app, ["status", "--on", "2026-11-22"])
    assert result.exit_code == 0
    assert any(line.startswith("MI ") for line in result.stdout.splitlines())
