"""What a language is. The one list of them is ``content/languages.toml``."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

SOURCE_LANGUAGE = "en"
_ALSO_CALLED = {"tl": "fil"}
"""Browsers of some phones, and people, still say Tagalog where CLDR says Filipino."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the line.

    ``code`` is BCP 47 (``es``, ``pt-BR``), ``name`` what its speakers call it,
    ``direction`` is ``ltr`` or ``rtl``; ``offered`` is False while it is a draft.
    ``words`` are what people text to switch to it, in lower case. ``date_form`` is Babel's
    "medium" or "long", whichever has the month in words for the fewest letters. ``months`` and
    ``days`` ("%s jou") stand in where CLDR's dates are not the language's own, and so do
    ``weekdays``, from Monday on and short. ``twelve_hours``: clock times are said with am and pm.
    """

    code: str
    name: str
    direction: str
    offered: bool
    words: tuple[str, ...]
    date_form: str = "medium"
    months: tuple[str, ...] = ()
    days: str = ""
    weekdays: tuple[str, ...] = ()
    twelve_hours: bool = False


class LanguageListError(ValueError):
    """``content/languages.toml`` or a catalogue cannot be used; the message says what to mend."""


def read_languages(path: Path) -> Mapping[str, Language]:
    """Read the list, in the order of the file. Raises :class:`LanguageListError`."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LanguageListError(f"{path}: cannot be read: {error}") from error
    languages = {code: _language(path, code, table) for code, table in tables.items()}
    if SOURCE_LANGUAGE not in languages:
        raise LanguageListError(f"{path}: add a block [{SOURCE_LANGUAGE}]; every text starts in it")
    return languages


def _language(path: Path, code: str, table: Mapping[str, object]) -> Language:
    name, direction, words = table.get("name"), table.get("direction"), table.get("words")
    if not isinstance(name, str) or direction not in ("ltr", "rtl") or not isinstance(words, list):
        raise LanguageListError(
            f'{path}: [{code}] needs name = "…", direction = "ltr" or "rtl", words = […]'
        )
    return Language(
        code=code,
        name=name,
        direction=str(direction),
        offered=bool(table.get("offered", False)),
        words=tuple(str(word) for word in words),
        date_form=str(table.get("date_form", "medium")),
        months=_names(path, code, "months", 12, table),
        days=str(table.get("days", "")),
        weekdays=_names(path, code, "weekdays", 7, table),
        twelve_hours=bool(table.get("twelve_hours", False)),
    )


def _names(
    path: Path, code: str, key: str, count: int, table: Mapping[str, object]
) -> tuple[str, ...]:
    names = table.get(key, [])
    if not isinstance(names, list) or len(names) not in (0, count):
        raise LanguageListError(f"{path}: [{code}] {key} needs all {count} names, or none")
    return tuple(str(name) for name in names)


def language_called(code: str, codes: Iterable[str]) -> str:
    """The one of ``codes`` that is meant, in any case and with ``_`` for ``-`` (``pt_BR``). A bare
    language is its first form (``pt``, ``zh``). ``""`` where there is none."""
    wanted = code.strip().lower().replace("_", "-")
    wanted = _ALSO_CALLED.get(wanted, wanted)
    there = {one.lower(): one for one in codes}
    near = (one for lower, one in there.items() if lower.partition("-")[0] == wanted)
    return there.get(wanted) or next(near, "")


def has_dates(code: str) -> bool:
    """Whether CLDR knows how this language says dates and numbers of days."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def read_catalogs(directory: Path, codes: Iterable[str]) -> Mapping[str, NullTranslations]:
    """The short strings of each language, from ``<lang>/LC_MESSAGES/messages.po``.

    Compiled in memory: no compiled catalogue can be stale. Fuzzy entries are never used. The
    source language needs no file. Raises :class:`LanguageListError`.
    """
    return catalogs(compiled_catalogs(directory, codes))


def compiled_catalogs(directory: Path, codes: Iterable[str]) -> Mapping[str, bytes]:
    """What :func:`catalogs` makes catalogues of; empty for the source language. Raises
    :class:`LanguageListError`."""
    return {code: _compiled(directory, code) for code in codes}


def catalogs(compiled: Mapping[str, bytes]) -> Mapping[str, NullTranslations]:
    return {
        code: GNUTranslations(io.BytesIO(content)) if content else NullTranslations()
        for code, content in compiled.items()
    }


def _compiled(directory: Path, code: str) -> bytes:
    if code == SOURCE_LANGUAGE:
        return b""
    path = directory / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"
    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=code.replace("-", "_"), abort_invalid=True))
    except (OSError, PoFileError) as error:
        raise LanguageListError(f"{path}: cannot be read: {error}") from error
    return compiled.getvalue()
