"""Conversations as files: each is replayed and must read as it is written.

A line that starts with "> " is what the person texts; the indented lines below are our answer, and
"[2 x GSM-7]" closes each message with its price. `uv run pytest tests/test_conversations.py
--update` writes them anew; the diff is to be read before it is committed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.limits import LIMITS
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.rendering.render import render

FOLDER = Path(__file__).parent / "conversations"
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_is_written(
    path: Path, knowledge: Knowledge, request: pytest.FixtureRequest
) -> None:
    written = path.read_text(encoding="utf-8")
    spoken = replay(written, knowledge)
    if request.config.getoption("--update"):
        path.write_text(spoken, encoding="utf-8")
    assert spoken == path.read_text(encoding="utf-8")


def replay(written: str, knowledge: Knowledge) -> str:
    """The same conversation with the answers that the bot gives now."""
    head = [line for line in written.splitlines() if line.startswith("#")]
    settings = dict(line[1:].split(":", 1) for line in head if ":" in line)
    channel = Channel(settings.get(" channel", "sms").strip())
    day = datetime.fromisoformat(settings.get(" on", "2026-11-22").strip()).replace(tzinfo=UTC)
    session, spoken = BLANK, [*head, ""]
    for line in written.splitlines():
        if not line.startswith("> "):
            continue
        message = Message(body=line[2:].replace("␤", "\n"), at=day, channel=channel)
        turn = respond(message, session, knowledge)
        session = turn.session
        spoken.append(line)
        for text in render(turn, knowledge, LIMITS[channel]):
            spoken += [f"    {one}".rstrip() for one in text.text.splitlines()]
            spoken.append(f"    [{text.segments} x {text.encoding}]")
        spoken.append("")
    return "\n".join(spoken)
