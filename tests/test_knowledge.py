"""What is read at the start is whole, or the start is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.knowledge import UnfinishedLanguageError, read_knowledge
from bot.line import Line
from bot.settings import travelling_folder

LOCALES = travelling_folder("locales", "locales")


def test_a_language_that_is_offered_and_lacks_a_text_is_named(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(travelling_folder("content", "content"), content)
    (content / "topics" / "detainer" / "ko.md").unlink()
    with pytest.raises(UnfinishedLanguageError, match=r"\[ko\] is offered and lacks 1 texts"):
        read_knowledge(content, LOCALES, Line())
