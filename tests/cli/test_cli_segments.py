from __future__ import annotations

import json

import typer
from typer.testing import CliRunner

from bot.cli.segments import segments

app = typer.Typer()
app.command()(segments)


def test_each_line_of_json_gets_one_line_of_json() -> None:
    lines = '{"text": "jackson mi"}\n{"text": "está"}\n'
    result = CliRunner().invoke(app, ["--json"], input=lines)
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"encoding": "GSM-7", "units": 10, "segments": 1},
        {"encoding": "UCS-2", "units": 4, "segments": 1},
    ]


def test_a_line_without_text_is_refused_with_its_number_and_what_to_write() -> None:
    result = CliRunner().invoke(app, [], input='{"text": "a"}\n{"body": "b"}\n')
    assert result.exit_code == 1
    assert "line 2 has no text" in result.stderr
    assert '{"text"' in result.stderr


def test_a_line_that_is_not_json_is_refused() -> None:
    result = CliRunner().invoke(app, [], input="hello\n")
    assert result.exit_code == 1
    assert "line 1 is not JSON" in result.stderr
