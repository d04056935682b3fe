"""Sheets as they are printed, and what can be read from them again."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from bot.printing import Kind, MissingFontError, Reach, Sheet, typeset

REACH = Reach(text_number="+15175550100", public_url="https://faro.example.org")

reads_pdf = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not here (Debian: poppler-utils)"
)


def printed(kind: Kind, sheet: Sheet) -> bytes:
    """The PDF; a test is left out, saying so, where this machine has no font for the language."""
    pytest.importorskip("typst", reason="the extra print is not installed")
    try:
        return typeset(kind, sheet)
    except MissingFontError as error:
        pytest.skip(str(error))


def text_of(pdf: bytes, folder: Path) -> str:
    """What a reader's program finds on the paper, without spaces and marks: lines break anywhere,
    and right-to-left text comes in any order of words."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(("pdftotext", "-raw", file, "-"), capture_output=True, check=True)
    return bare(done.stdout.decode())


def bare(text: str) -> str:
    """Letters and digits only, in one form (Arabic shapes as plain letters)."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if letter.isalnum())


def pages_and_fonts(pdf: bytes, folder: Path) -> tuple[int, str]:
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    info = subprocess.run(("pdfinfo", file), capture_output=True, text=True, check=True).stdout
    fonts = subprocess.run(("pdffonts", file), capture_output=True, text=True, check=True).stdout
    (pages,) = [line for line in info.splitlines() if line.startswith("Pages:")]
    return int(pages.split()[1]), fonts
