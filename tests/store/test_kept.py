"""What one start leaves for the next is found under the same stamp and secret, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.kept import NAME, Kept
from bot.store.sealing import Sealer

TODAY, OTHER_DAY = b"t" * 32, b"o" * 32
CONTENT = b"what a start has read" * 100


def kept(folder: Path, secret: bytes = b"a secret of this installation only") -> Kept:
    return Kept(folder, Sealer([secret]))


def found(kept: Kept, stamp: bytes = TODAY) -> bytes | None:
    content = kept.read(stamp)
    return None if content is None else bytes(content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept(tmp_path).write(TODAY, CONTENT)
    return tmp_path


@pytest.mark.parametrize("begun", [True, False])
def test_the_next_start_finds_it(folder: Path, begun: bool) -> None:
    again = kept(folder)
    if begun:
        again.begin()
    assert found(again) == CONTENT


@pytest.mark.parametrize("begun", [True, False])
def test_another_program_and_another_secret_find_nothing(folder: Path, begun: bool) -> None:
    for other, stamp in (
        (kept(folder), OTHER_DAY),
        (kept(folder, b"of somebody else " * 3), TODAY),
    ):
        if begun:
            other.begin()
        assert found(other, stamp) is None


def test_a_stamp_and_content_that_were_shifted_into_each_other_find_nothing(tmp_path: Path) -> None:
    kept(tmp_path).write(TODAY + b"x", CONTENT)
    assert found(kept(tmp_path)) is None
    kept(tmp_path).write(TODAY, b"x" + CONTENT)
    assert found(kept(tmp_path), TODAY + b"x") is None


@pytest.mark.parametrize("there", [b"", b"short", b"x" * 5000])
def test_what_is_not_ours_is_not_there(folder: Path, there: bytes) -> None:
    (folder / NAME).write_bytes(there)
    assert found(kept(folder)) is None


@pytest.mark.parametrize("begun", [True, False])
def test_nothing_is_found_where_nothing_is(tmp_path: Path, begun: bool) -> None:
    none = kept(tmp_path / "nowhere")
    if begun:
        none.begin()
    assert found(none) is None
    assert not none.writable


def test_what_another_process_wrote_meanwhile_is_read(tmp_path: Path) -> None:
    """A first start begins to read what is not there, and has it learned by another process."""
    first = kept(tmp_path)
    first.begin()
    assert found(first) is None
    kept(tmp_path).write(TODAY, CONTENT)
    assert found(first) == CONTENT
