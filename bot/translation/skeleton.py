"""The skeleton of a new language: everything a translator fills, and nothing that is offered."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog

from bot.language import SOURCE_LANGUAGE, has_dates
from bot.library.rules import Required, read_rules
from bot.library.strings import TEMPLATE, catalogue_path
from bot.words import WHOLE, WITHIN

_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


class SkeletonError(ValueError):
    """The skeleton cannot be made; the message says what to do."""


def add_language(
    content: Path, locales: Path, code: str, name: str, direction: str
) -> tuple[Path, ...]:
    """Write the blocks and files of a draft; their paths. Raises :class:`SkeletonError`."""
    if not _CODE.fullmatch(code):
        raise SkeletonError(f"{code} is no language code; write it like so, am, zh-Hant or pt-BR")
    if not name.strip() or re.search(r'["\\\\\n]', name):
        raise SkeletonError("Give the name that its speakers call it, without quotes")
    listed, words = content / "languages.toml", content / "words" / f"{code}.toml"
    catalogue = catalogue_path(locales, code)
    if f"[{code}]" in listed.read_text(encoding="utf-8") or words.exists() or catalogue.exists():
        raise SkeletonError(f"{code} is there already; see content/languages.toml")
    lines = read_rules(content).required[SOURCE_LANGUAGE]
    _append(listed, _block(code, name.strip(), direction))
    _append(content / "rules" / "required.toml", _required(code, name.strip(), lines))
    lists = "".join(f"{key} = []\n" for key in (*WHOLE, *WITHIN, "lexicon"))
    words.write_text(f"# See en.toml for what each list means.\n{lists}", encoding="utf-8")
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(_catalogue(locales, code), encoding="utf-8")
    return listed, content / "rules" / "required.toml", words, catalogue


def _append(path: Path, block: str) -> None:
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n\n{block}", encoding="utf-8")


def _block(code: str, name: str, direction: str) -> str:
    lines = [f"[{code}]", f'name = "{name}"', f'direction = "{direction}"', "offered = false"]
    if not has_dates(code):
        lines.append("# The library of dates does not know this language: write its months and")
        lines.append('# "%s days" before it is offered.')
        lines += ["months = []", 'days = ""']
    return "\n".join([*lines, f'words = ["{name.lower()}"]', ""])


def _required(code: str, name: str, lines: Required) -> str:
    """The English lines, to be written in the language; how each is used stands under [en]."""

    def listed(values: tuple[str, ...]) -> str:
        return "[" + ", ".join(f'"{value}"' for value in values) + "]"

    patterns = ", ".join(f"'{one.pattern}'" for one in lines.exceptions)
    return f"""[{code}]
# English still: write each of these in {name}; the block [en] says what each is for.
legal = {listed(lines.legal)}
emergency = {listed(lines.emergency)}
silence = '{lines.silence.pattern}'
exceptions = [{patterns}]
opening = '{lines.opening.pattern}'
invitation = '{lines.invitation.pattern}'
more = "{lines.more}"
list_date = "{lines.list_date}"
sentence = {lines.sentence}
"""


def _catalogue(locales: Path, code: str) -> str:
    text = (locales / TEMPLATE).read_text(encoding="utf-8")
    text = text.replace("Language: en", f"Language: {code}")
    plurals = Catalog(locale=code.replace("-", "_")).plural_forms
    return re.sub(r"Plural-Forms: [^\\]*", lambda _: f"Plural-Forms: {plurals};", text)
