"""A text table's bytes -> its text and the mark between its cells, as people save them."""

from __future__ import annotations

import codecs
import re

from bot.agreements.columns import find_columns

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_BETWEEN = ",;\t|"
_FIRST_LINES = 100


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and what a person must know of how it was read.

    Excel saves "CSV" in the letters of Windows and "Unicode text" in UTF-16. Raises
    :class:`UnicodeDecodeError` for bytes that are no letters in any of them.
    """
    name = next((name for mark, name in _MARKED.items() if data.startswith(mark)), None)
    if name is None and b"\0" in data[:2]:
        name = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    try:
        return _bare(data.decode(name or "utf-8")), None
    except UnicodeDecodeError:
        if name:
            raise
    text = _bare(data.decode("cp1252"))
    word = re.search(r"\S*[^\x00-\x7f]\S*", text)
    return text, (
        f"it is not in UTF-8 and was read in the letters of Windows "
        f'("{word[0] if word else ""}"): where they are wrong, save it as "CSV UTF-8"'
    )


def delimiter(text: str) -> str:
    """The mark that makes a header of one of the first lines; a comma where none does."""
    lines = [line for line in re.split(r"\r\n|\r|\n", text, maxsplit=_FIRST_LINES) if line]
    for line in lines[:_FIRST_LINES]:
        for mark in _BETWEEN:
            if find_columns([line.split(mark)]):
                return mark
    return ","


def _bare(text: str) -> str:
    """Without the zeros and the end-of-file mark that old programs leave at the end."""
    return text.rstrip("\0\x1a")
