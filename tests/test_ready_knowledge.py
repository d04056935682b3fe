"""What one start reads is kept for the next: the same answers, never an old or a strange one."""

from __future__ import annotations

import pickle
import resource
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import ready_knowledge as ready
from bot.conversation.hearing import listener
from bot.conversation.message import Channel, Message
from bot.conversation.session import BLANK
from bot.conversation.topic_ear import topic_ears
from bot.inbox import decide
from bot.knowledge import Knowledge, read_knowledge
from bot.line import Line
from bot.settings import read_settings
from bot.stamp import stamp
from bot.store.kept import DRAFT, NAME, Kept
from bot.store.sealing import Sealer

SETTINGS = read_settings(None)
TAUGHT = "en.txt"
"""The one language whose questions these starts learn: eleven take many seconds."""
SECRET = b"a secret of this installation only"
ASKED = ("jackson mi", "condado de cook illinois", "what is a detainer", "구금 요청서", "thanks")


def start(
    content: Path, folder: Path, *, secret: bytes = SECRET, organization: str = "A group"
) -> Knowledge:
    kept = Kept(folder, Sealer([secret]))
    return ready.ready_knowledge(content, SETTINGS.locales_dir, Line(organization), kept)


def answers(knowledge: Knowledge) -> list[str]:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    messages = (Message(body=asked, at=at, channel=Channel.SMS) for asked in ASKED)
    return [text.text for one in messages for text in decide(one, BLANK, knowledge).texts]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All texts, with the questions of one language."""
    copy = tmp_path_factory.mktemp("copy") / "content"
    shutil.copytree(SETTINGS.content_dir, copy)
    for file in (copy / "questions").glob("*.txt"):
        if file.name != TAUGHT:
            file.unlink()
    return copy


@pytest.fixture(scope="module")
def first(content: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Knowledge]:
    """The folder of a first start, and what it knew."""
    folder = tmp_path_factory.mktemp("first")
    return folder, start(content, folder)


@pytest.fixture
def folder(first: tuple[Path, Knowledge], tmp_path: Path) -> Path:
    """The same folder, to be spoilt."""
    shutil.copytree(first[0], tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were read anew."""
    again: list[Path] = []

    def noted(content_dir: Path, *rest: Any) -> Knowledge:
        again.append(content_dir)
        return read_knowledge(content_dir, *rest)

    monkeypatch.setattr(ready, "read_knowledge", noted)
    return again


def test_a_second_start_reads_nothing_again_and_answers_the_same(
    content: Path,
    first: tuple[Path, Knowledge],
    folder: Path,
    read: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    second = start(content, folder)
    monkeypatch.setattr("bot.conversation.hearing.learn", None)  # what the ears learned is kept too
    monkeypatch.setattr("bot.conversation.topic_ear.learn", None)
    assert listener(second).ear.codes
    assert topic_ears(second.words, second.library).of("en").ranked("hold on my brother")
    assert answers(second) == answers(first[1])
    assert read == []


def test_who_runs_the_line_comes_from_the_settings_of_today(content: Path, folder: Path) -> None:
    again = start(content, folder, organization="Another group")
    assert again.line.organization == "Another group"


def test_a_word_that_was_changed_is_read(content: Path, folder: Path, tmp_path: Path) -> None:
    changed = tmp_path / "content"
    shutil.copytree(content, changed)
    card = changed / "topics" / "detainer" / "en.md"
    card.write_text(card.read_text("utf-8").replace("ICE hold", "ICE request"), "utf-8")
    assert any("ICE request" in text for text in answers(start(changed, folder)))


@pytest.mark.parametrize("spoilt", ["byte", "cut", "empty"])
def test_a_damaged_copy_is_not_used_and_is_written_anew(
    content: Path, folder: Path, read: list[Path], spoilt: str
) -> None:
    file = folder / NAME
    whole = file.read_bytes()
    middle = len(whole) // 2
    file.write_bytes(
        {
            "byte": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "cut": whole[:middle],
            "empty": b"",
        }[spoilt]
    )
    start(content, folder)
    assert len(read) == 1
    start(content, folder)
    assert len(read) == 1


def test_a_copy_that_another_secret_vouches_for_is_never_opened(
    content: Path, folder: Path, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening it would run whatever its writer wants."""
    opened: list[object] = []
    monkeypatch.setattr(pickle, "loads", opened.append)
    start(content, folder, secret=b"the secret of somebody else, as long")
    assert (len(read), opened) == (1, [])


def test_who_starts_the_workers_knows_whether_there_is_a_copy(content: Path, folder: Path) -> None:
    kept, today = Kept(folder, Sealer([SECRET])), stamp(content, SETTINGS.locales_dir)
    assert kept.read(today) is not None
    (folder / NAME).write_bytes(b"something else")
    assert kept.read(today) is None


def test_without_a_place_to_keep_it_a_start_is_slow_and_good(
    content: Path, tmp_path: Path, first: tuple[Path, Knowledge]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert answers(start(content, nowhere)) == answers(first[1])
    assert not nowhere.exists()


def test_on_a_full_disk_no_half_copy_stays(content: Path, folder: Path) -> None:
    (folder / NAME).unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        start(content, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(folder.iterdir()) == []


def test_the_copy_is_for_its_owner_and_leaves_no_draft(content: Path, folder: Path) -> None:
    (folder / f"{DRAFT}of-a-process-that-was-killed").write_bytes(b"")
    (folder / NAME).unlink()
    start(content, folder)
    assert [each.name for each in folder.iterdir()] == [NAME]
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600
