"""One request for a page, reduced to what a page may know of it: never who asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from starlette.requests import Request

from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE, Language, language_called

_WEIGHT = re.compile(r";\s*q\s*=\s*([01](?:\.\d{1,3})?)\s*$", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")

MOST_LANGUAGES = 20
"""A browser sends a handful; what comes after these is not looked at."""


@dataclass(frozen=True, slots=True)
class Visit:
    """``path`` is the address of the page without its query; ``at`` is now, in UTC.

    ``query`` is what else belongs to the address in our own words: which place was looked for.
    """

    knowledge: Knowledge
    language: Language
    path: str
    at: datetime
    query: tuple[tuple[str, str], ...] = ()

    def in_language(self, code: str) -> Visit:
        return replace(self, language=self.knowledge.languages[code])


def read_visit(request: Request, knowledge: Knowledge) -> Visit:
    """The language is the one of ``?lang=``, else the browser's, else English."""
    offered = knowledge.catalogs.keys()
    asked = offered_language(request.query_params.get("lang", ""), offered)
    code = asked or preferred_language(request.headers.get("accept-language", ""), offered)
    return Visit(
        knowledge=knowledge,
        language=knowledge.languages[code],
        path=request.scope["path"],
        at=datetime.now(UTC),
    )


def preferred_language(header: str, offered: Collection[str]) -> str:
    """The offered language that an Accept-Language header likes best; English where none fits."""
    for code in _wanted(header):
        found = offered_language(code, offered)
        if found:
            return found
    return SOURCE_LANGUAGE


def offered_language(code: str, offered: Collection[str]) -> str:
    """The offered language of a code as people write it; else one of the same language
    (``zh-Hant`` is answered in ``zh-Hans``, ``pt`` in ``pt-BR``); else ``""``."""
    if not _CODE.fullmatch(code):
        return ""
    spoken = re.split("[-_]", code)[0]
    return language_called(code, offered) or language_called(spoken, offered)


def _wanted(header: str) -> Iterable[str]:
    """The codes of the header, the best liked first."""
    weighed = []
    for entry in header.split(",")[:MOST_LANGUAGES]:
        found = _WEIGHT.search(entry)
        weight = float(found[1]) if found else 1.0
        if weight > 0:
            weighed.append((weight, entry.partition(";")[0].strip()))
    return [code for _, code in sorted(weighed, key=lambda one: -one[0])]
