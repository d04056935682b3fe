"""What was taken goes into the files of ``content/`` and ``locales/``; all else in them stays."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.library.cards import DIVIDER, split_cards
from bot.library.checking import folder_of
from bot.library.strings import catalogue_path
from bot.library.topic import Deck
from bot.translation.leaving import NAMES, STRINGS, WORDS
from bot.translation.row import entries
from bot.translation.shelf import Shelf
from bot.translation.taking import Taking

_WIDTH = 78
_LIST_WIDTH = 96
_ENTRY = re.compile(
    r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"\n(?:msgid_plural ".*"\n)?'
    r'msgstr(?:\[0\])? ".*"(?:\n(?:msgstr\[\d\] )?".*")*',
    re.MULTILINE,
)


def write(taking: Taking, shelf: Shelf) -> tuple[str, ...]:
    """Write everything; the names of the files that were written, each once."""
    code, written = taking.language, []
    for name, deck in taking.decks.items():
        path = shelf.folder / folder_of(shelf.library.text(name)) / f"{code}.md"
        path.write_text(as_file(deck), encoding="utf-8")
        written.append(path)
    tables: dict[Path, list[tuple[list[str], object]]] = {}
    strings: dict[tuple[str, str], str] = {}
    for key, text in taking.rows.items():
        kind, _, rest = key.partition("/")
        if kind == STRINGS:
            context, _, english = rest.partition("/")
            strings[context, english] = text
        else:
            path, where = _place(key, code, shelf.folder)
            value = text if key.endswith("/label") else entries(text)
            tables.setdefault(path, []).append((where, value))
    for path, values in tables.items():
        _write_toml(path, values)
        written.append(path)
    if strings:
        written.append(_write_strings(strings, code, shelf.locales))
    return tuple(sorted({str(path) for path in written}))


def as_file(deck: Deck) -> str:
    """The text of a file that is read back as these cards, in lines that a person can read."""
    for width in (_WIDTH, 100_000):
        cards = (
            "\n\n".join(_wrapped(paragraph, width) for paragraph in card.split("\n"))
            for card in deck
        )
        text = f"\n\n{DIVIDER}\n\n".join(cards) + "\n"
        if split_cards(text) == deck:
            return text
    raise ValueError(f"cannot be written as cards: {deck}")


def _wrapped(paragraph: str, width: int) -> str:
    lines = textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _place(key: str, code: str, folder: Path) -> tuple[Path, list[str]]:
    """The TOML file of a row, and where in it the value stands."""
    if key == NAMES:
        return folder / "languages.toml", [code, "words"]
    kind, _, rest = key.partition("/")
    if kind == WORDS:
        return folder / WORDS / f"{code}.toml", [rest]
    place, _, entry = key.rpartition("/")
    return folder / place / "topic.toml", [entry, code]


def _write_toml(path: Path, values: Iterable[tuple[list[str], object]]) -> None:
    import tomlkit  # keeps comments and order; only this command needs it

    document: Any = tomlkit.parse(path.read_text(encoding="utf-8"))
    for where, value in values:
        table = document
        for name in where[:-1]:
            table = table.setdefault(name, tomlkit.table())
        table[where[-1]] = value if isinstance(value, str) else _array(tuple(_texts(value)))
    path.write_text(tomlkit.dumps(document), encoding="utf-8")


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, tuple) else []


def _array(words: tuple[str, ...]) -> Any:
    """A list in the manner of the files: on one line, or in lines of about 96 letters."""
    import tomlkit

    quoted = [json.dumps(word, ensure_ascii=False) for word in words]
    line = ", ".join(quoted)
    if len(line) > _LIST_WIDTH or not words:
        line = "\n" + "".join(f"    {part}\n" for part in _lines(quoted)) if words else ""
    return tomlkit.parse(f"x = [{line}]")["x"]


def _lines(quoted: list[str]) -> list[str]:
    lines = [""]
    for word in quoted:
        if lines[-1] and len(lines[-1]) + len(word) + 2 > _LIST_WIDTH:
            lines.append("")
        lines[-1] += f" {word}," if lines[-1] else f"{word},"
    return lines


def _write_strings(strings: dict[tuple[str, str], str], code: str, locales: Path) -> Path:
    """Only the lines of these entries are touched; one that is not there yet is added."""
    path = catalogue_path(locales, code)
    blocks = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    left = dict(strings)
    for number, block in enumerate(blocks):
        found = _ENTRY.search(block)
        key = (_unquoted(found[1] or ""), _unquoted(found[2])) if found else ("", "")
        if found and key in left:
            head = found[0].partition("msgstr")[0]
            written = head + _forms(left.pop(key), plural="msgid_plural" in head)
            blocks[number] = block.replace(found[0], written).replace("#, fuzzy\n", "")
    for (context, english), text in left.items():
        head = f"msgctxt {_quoted(context)}\n" if context else ""
        blocks.append(f"{head}msgid {_quoted(english)}\n{_forms(text, plural=False)}")
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def _forms(text: str, *, plural: bool) -> str:
    """The lines ``msgstr``: one, or one for each plural."""
    if not plural:
        return f"msgstr {_quoted(text)}"
    lines = enumerate(text.split("\n"))
    return "\n".join(f"msgstr[{number}] {_quoted(form)}" for number, form in lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _unquoted(text: str) -> str:
    return str(json.loads(f'"{text}"'))
