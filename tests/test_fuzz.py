"""A few thousand of the million hostile forms that ``python -m tests.fuzz`` drives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import OutsideTheRulesError, check, run


async def test_every_form_that_twilio_could_sign_gets_one_proper_reply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts = await run(600, 20261122, tmp_path)
    assert sum(counts.values()) == 600
    assert counts["answered"] > 400
    assert "answer failed" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (500, b"<Response/>"),
        (200, b"Something went wrong"),
        (200, b"<Response><Message></Message></Response>"),
        (200, b"<Response><Message>" + b"a" * 1601 + b"</Message></Response>"),
        (200, b"<Response>" + b"<Message>a</Message>" * 11 + b"</Response>"),
    ],
)
def test_the_check_itself_would_notice(status: int, answer: bytes) -> None:
    with pytest.raises(OutsideTheRulesError):
        check([], status, answer)
