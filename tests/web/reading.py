"""Reads a page as a program would: its facts, its words, and whether its tags are closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "img", "br"})
SHAPES = frozenset({"path", "circle"})


@dataclass
class Seen:
    """``groups`` are the entries of the list (agency, model, signed) by where they act;
    ``helps`` the phones of legal help; ``words`` the text that is shown; ``unclosed`` tags."""

    groups: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    helps: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)
    language: str = ""
    direction: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self._open: list[str] = []
        self._group = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.seen.language, self.seen.direction = found["lang"], found["dir"]
        if "data-group" in found:
            self._group = found["data-group"]
            self.seen.groups[self._group] = []
        if "data-model" in found:
            entry = (found["data-agency"], found["data-model"], found.get("data-signed", ""))
            self.seen.groups[self._group].append(entry)
        if "data-phone" in found:
            self.seen.helps.append(found["data-phone"])
        if found.get("href", "").startswith("tel:"):
            self.seen.phones.append(found["href"].removeprefix("tel:"))
        if tag not in VOID | SHAPES:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in SHAPES:
            return
        if not self._open or self._open.pop() != tag:
            self.seen.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("script", "style", "title"):
            self.seen.words.append(data)


def read(page: str) -> Seen:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.seen.unclosed += reader._open
    return reader.seen


def left_english(seen: Seen, english: set[str]) -> list[str]:
    """Sentences of the English page strings that a page in another language still shows."""
    shown = {re.sub(r"\s+", " ", one).strip() for one in seen.words}
    return sorted(shown & english)
