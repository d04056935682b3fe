from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.web import logs

if TYPE_CHECKING:
    from tests.web.conftest import Server


log = structlog.get_logger("bot.web")


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    out, err = capsys.readouterr()
    assert out == ""
    return [json.loads(line) for line in err.splitlines()]


@pytest.fixture(autouse=True)
def _configured() -> None:
    logs.configure("info")


@pytest.mark.parametrize(
    "number",
    ["+14045550123", "4045550123", "(404) 555-0123", "404.555.0123", "1 404 555 01 23", "5550123"],
)
def test_whatever_looks_like_a_phone_number_is_taken_out(
    capsys: pytest.CaptureFixture[str], number: str
) -> None:
    log.warning(f"failed for {number}", also=[number], n=number)
    line = lines(capsys)[0]
    assert line["event"] == "failed for [number]"
    assert "0123" not in str({**line, "timestamp": ""})


def test_a_number_that_is_not_in_text_is_taken_out_too(capsys: pytest.CaptureFixture[str]) -> None:
    log.warning("failed", sender=14045550123, port=8000, ok=True)
    line = lines(capsys)[0]
    assert (line["sender"], line["port"], line["ok"]) == ("[number]", 8000, True)


def test_an_error_is_reduced_to_its_type_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("mi esposo esta en la carcel")
    except ValueError:
        log.error("failed", exc_info=True)
        logging.getLogger("uvicorn.error").exception("failed")
    for line in lines(capsys):
        assert line["error"] == "ValueError"
        assert str(line["where"]).startswith("test_logs.py:")
        assert "esposo" not in str(line)


def test_another_librarys_words_are_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("asyncio").error("exception=ValueError('mi esposo')", exc_info=None)
    logging.getLogger("httpx").info("GET https://example.org")
    found = lines(capsys)
    assert [line["logger"] for line in found] == ["asyncio"]
    assert "esposo" not in str(found)


@pytest.mark.parametrize("trouble", ["full", "closed"])
def test_a_line_that_cannot_be_written_breaks_nothing(
    trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("w", buffering=1) as broken:
        if trouble == "closed":
            broken.close()
        monkeypatch.setattr("sys.stderr", broken)
        log.error("the database does not answer")
        monkeypatch.undo()
        with suppress(OSError):
            broken.close()


async def test_a_request_that_breaks_tells_nobody_why(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("mi esposo")

    monkeypatch.setattr("bot.web.pages.front.from_token", fail)
    response = await server.client.post("/", data={"text": "hello"})
    assert response.status_code == 500
    assert "esposo" not in response.text
    failures = [line for line in lines(capsys) if line["event"] == "request failed"]
    assert [line["error"] for line in failures] == ["ValueError"]
    assert "esposo" not in str(failures)
