from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.store.secret_key import SecretKeyError, key_file, secret_keys

STRONG = "0123456789abcdef0123456789abcdef"


def test_the_first_start_makes_a_secret_that_every_later_start_finds(tmp_path: Path) -> None:
    first = secret_keys((), tmp_path / "var" / "bot.sqlite3")
    assert secret_keys((), tmp_path / "var" / "bot.sqlite3") == first
    assert len(first[0]) == 64


def test_the_made_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    secret_keys((), tmp_path / "bot.sqlite3")
    assert key_file(tmp_path / "bot.sqlite3").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["bot.secret-key"]


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    assert secret_keys((), tmp_path / "a.sqlite3") != secret_keys((), tmp_path / "b.sqlite3")


def test_workers_that_start_at_once_agree_on_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: secret_keys((), tmp_path / "bot.sqlite3"), range(32)))
    assert len(found) == 1


def test_configured_secrets_win_and_make_no_file(tmp_path: Path) -> None:
    assert secret_keys((STRONG, STRONG + "2"), tmp_path / "bot.sqlite3") == (
        STRONG.encode(),
        (STRONG + "2").encode(),
    )
    assert not list(tmp_path.iterdir())


def test_a_short_secret_is_refused_without_being_repeated() -> None:
    with pytest.raises(SecretKeyError, match="at least 32 characters") as refusal:
        secret_keys(("hunter2",), None)
    assert "hunter2" not in str(refusal.value)


def test_a_secret_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    key_file(tmp_path / "bot.sqlite3").mkdir()
    with pytest.raises(SecretKeyError, match="secret-key cannot be read"):
        secret_keys((), tmp_path / "bot.sqlite3")


def test_a_secret_that_is_configured_later_does_not_forget_who_said_stop(tmp_path: Path) -> None:
    """Those are kept under the one that was made at the first start."""
    file = tmp_path / "bot.sqlite3"
    (made,) = secret_keys((), file)
    assert secret_keys((STRONG,), file) == (STRONG.encode(), made)
    assert secret_keys((STRONG, made.decode()), file) == (STRONG.encode(), made)
