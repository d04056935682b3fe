"""A copy of the real texts and what a translator does to a file, for tests."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from bot.translation.leaving import leave
from bot.translation.row import Book
from bot.translation.shelf import Shelf, read_shelf

ROOT = Path(__file__).parents[2]
REAL = read_shelf(ROOT / "content", ROOT / "locales")


def copied(folder: Path) -> Path:
    """``content`` and ``locales`` below a folder."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "locales", folder / "locales")
    return folder


def shelf_of(folder: Path) -> Shelf:
    return read_shelf(folder / "content", folder / "locales")


def wiped(folder: Path, code: str) -> None:
    """Take every word of a language out of a copy, so that only a file can bring it back."""
    content = folder / "content"
    for path in content.glob(f"*/*/{code}.md"):
        path.unlink()
    for path in content.glob("topics/*/topic.toml"):
        text = path.read_text(encoding="utf-8")
        lines = re.sub(rf'^{re.escape(code)} = (".*"|\[[^\]]*\])\n', "", text, flags=re.MULTILINE)
        path.write_text(lines, encoding="utf-8")
    words = content / "words" / f"{code}.toml"
    lists = re.findall(r"^(\w+) = \[", words.read_text(encoding="utf-8"), flags=re.MULTILINE)
    words.write_text("".join(f"{name} = []\n" for name in lists), encoding="utf-8")
    strings = folder / "locales" / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"
    head, _, body = strings.read_text(encoding="utf-8").partition("\n\n")
    emptied = re.sub(r'^(msgstr(?:\[\d\])?) .*(\n".*")*$', r'\1 ""', body, flags=re.MULTILINE)
    strings.write_text(f"{head}\n\n{emptied}", encoding="utf-8")


def texts(shelf: Shelf, code: str) -> dict[str, str]:
    """Every text of a language by key."""
    return {row.key: row.text for row in leave(shelf, code).rows}


def changed(book: Book, key: str, **fields: object) -> Book:
    """The book with one row changed."""
    rows = [replace(row, **fields) if row.key == key else row for row in book.rows]  # type: ignore[arg-type]
    assert rows != list(book.rows)
    return replace(book, rows=tuple(rows))
