"""Short strings: none missing, none unused, the same placeholders in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.calls import LINES
from bot.knowledge import Knowledge
from bot.language import read_languages
from bot.maps.answer import LABELS
from bot.maps.words import TEXTS
from bot.printing.words import SHORT
from bot.rendering.lists import CUSTODY, LIMITS
from bot.rendering.speaking import KEYS
from bot.settings import travelling_folder
from bot.web.print_pages import BUSY, NOT_HERE

ROOT = Path(__file__).parent.parent.parent
LOCALES = travelling_folder("locales", "locales")
OFFERED = read_languages(travelling_folder("content", "content") / "languages.toml")
LANGUAGES = sorted(
    code.replace("-", "_") for code, one in OFFERED.items() if one.offered and code != "en"
)


def needed(knowledge: Knowledge) -> set[tuple[str | None, str]]:
    """Every short string that the program can ask for: (context, English)."""
    methods = [("**/templates/**", "jinja2"), ("**.py", "python")]
    keywords = {"gettext": None, "ngettext": (1, 2), "_": None}
    found = extract_from_dir(ROOT / "bot", methods, keywords=keywords)
    strings: set[tuple[str | None, str]] = {(None, str(row[2])) for row in found}
    gazetteer = knowledge.gazetteer
    strings |= {("state", state.name) for state in gazetteer.states.values()}
    strings.add(("list", ", "))
    strings |= {("limit", words) for words in LIMITS.values()}
    strings |= {("print", words) for words in (*SHORT.values(), NOT_HERE, BUSY)}
    strings |= {("map", words) for words in (*LABELS.values(), *TEXTS.values())}
    strings |= {("call", words) for words in (*LINES.values(), *KEYS.values())}
    strings |= {("held", words) for words in CUSTODY.values()}
    for county in gazetteer.counties.values():
        kind = county.name.removeprefix(county.short_name).strip()
        if kind and county.name.startswith(county.short_name):
            strings.add(("county", f"%s {kind}"))
    return strings


def catalogue(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_what_the_program_asks_for_and_nothing_else(
    language: str, knowledge: Knowledge
) -> None:
    have = {(one.context, str(one.id)) for one in catalogue(language) if one.id and one.string}
    assert needed(knowledge) - have == set(), "missing"
    assert have - needed(knowledge) == set(), "unused"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_fuzzy_and_placeholders_are_the_same(language: str) -> None:
    placeholder = re.compile(r"%\(\w+\)s|%s")
    for one in catalogue(language):
        if one.id:
            assert not one.fuzzy, one.id
            english, *_ = one.id if isinstance(one.id, tuple) else (one.id,)
            for form in one.string if isinstance(one.string, tuple) else (one.string,):
                assert placeholder.findall(str(english)) == placeholder.findall(str(form))


def test_the_template_of_all_catalogues_is_up_to_date(knowledge: Knowledge) -> None:
    with (LOCALES / "messages.pot").open("rb") as file:
        have = {(one.context, str(one.id)) for one in read_po(file) if one.id}
    assert have == needed(knowledge)
