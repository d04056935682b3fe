"""What a start makes ready, so that the first person to write does not wait for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation import heard, hearing
from bot.knowledge import Holder, Knowledge
from tests.web.conftest import Serve


async def test_the_first_text_after_a_start_waits_for_nothing_to_be_learned(
    serve: Serve, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = replace(knowledge, words=replace(knowledge.words), library=replace(knowledge.library))
    async with serve(Holder(new)) as server:
        monkeypatch.setattr(hearing, "learn", _too_late)
        monkeypatch.setattr(heard, "index_topics", _too_late)
        answer = await server.sms("jackson mi")
    assert "Jackson" in answer.text


def _too_late(*_: object) -> None:
    raise AssertionError("learned while a person waits")
