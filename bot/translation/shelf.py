"""Everything that the work on words reads: texts, rules, words, short strings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.conversation.answers import PRINTED, SENT
from bot.language import SOURCE_LANGUAGE, Language, has_dates, read_languages
from bot.library import Library, read_library
from bot.library.checking import check_library
from bot.library.finding import Complaint, complaint
from bot.library.leftovers import rules_left
from bot.library.locating import located
from bot.library.rules import Rules, read_rules
from bot.library.strings import check_strings
from bot.places.fold import fold
from bot.rendering.direction import measured
from bot.words import faults, read_words


@dataclass(frozen=True, slots=True)
class Shelf:
    """One reading of ``content/`` and ``locales/``."""

    folder: Path
    locales: Path
    languages: Mapping[str, Language]
    library: Library
    rules: Rules

    @property
    def offered(self) -> list[str]:
        return [code for code, language in self.languages.items() if language.offered]

    def as_if_offered(self, code: str) -> Shelf:
        """The same shelf on which only English and one other language count, so that a draft can
        be checked. Raises ValueError for an unknown language."""
        if code not in self.languages:
            raise ValueError(f"languages.toml: add a block [{code}] (bot language add {code})")
        chosen = {SOURCE_LANGUAGE, code}
        languages = {
            one: replace(language, offered=one in chosen)
            for one, language in self.languages.items()
        }
        return replace(self, languages=languages)

    def commands(self) -> Collection[str]:
        """The folded words that mean something else than a topic, in any language that has a
        list of them: MORE, STOP, the name of a language. Raises WordsError."""
        words = self.folder / "words"
        written = [code for code in self.languages if (words / f"{code}.toml").exists()]
        names = {fold(word) for one in self.languages.values() for word in one.words}
        return {*read_words(words, written).whole, *names}

    def complaints(self) -> tuple[Complaint, ...]:
        """Everything that keeps a text from being sent. Raises WordsError."""
        found = [
            *_orphans(self.library),
            *check_library(self.library, self.languages, self.rules, measured, self.commands()),
            *rules_left(self.rules, self.languages),
            *self._word_lists(),
            *self._unready(),
        ]
        strings = [
            one
            for code in self.offered
            if code != SOURCE_LANGUAGE
            for one in check_strings(self.locales, code)
        ]
        return (*located(found, self.folder), *strings)

    def string_gaps(self) -> dict[str, int]:
        """How many short strings each language lacks."""
        return {
            code: sum(1 for _ in check_strings(self.locales, code))
            for code in self.languages
            if code != SOURCE_LANGUAGE
        }

    def _unready(self) -> list[Complaint]:
        """What an offered language needs besides its texts."""
        found = [
            complaint("rules/forbidden.toml", f"add blocks [[{code}]]: what no text may say")
            for code in self.offered
            if not self.rules.forbidden.get(code)
        ]
        said = read_words(self.folder / "words", self.offered).whole
        for code in self.offered:
            language = self.languages[code]
            for word in language.words:
                meaning, other = said.get(fold(word), ("", code))
                if other != code:
                    what = f'"{word}" is {meaning} in words/{other}.toml already; keep one'
                    found.append(complaint("languages.toml", what, f'"{word}"'))
            if not has_dates(code) and not (language.months and language.days):
                what = f"[{code}] needs months and days: the library of dates does not know it"
                found.append(complaint("languages.toml", what, f"[{code}]"))
        return found

    def _word_lists(self) -> list[Complaint]:
        found = faults(self.folder / "words", self.offered, self.languages)
        return [complaint(f"words/{one.file}", one.what, one.quote) for one in found]


def _orphans(library: Library) -> list[Complaint]:
    unused = [
        complaint(f"answers/{name}/answer.toml", "no reply is made of it; take the folder out")
        for name in sorted(library.answers.keys() - SENT - PRINTED)
    ]
    missing = [
        complaint(f"answers/{name}/en.md", "is missing, and a reply is made of it; add it")
        for name in sorted((SENT | PRINTED) - library.answers.keys())
    ]
    return [*unused, *missing]


def read_shelf(content_dir: Path, locales_dir: Path) -> Shelf:
    """Read both folders. Raises ValueError (each room has its own), which says what to mend."""
    languages = read_languages(content_dir / "languages.toml")
    library = read_library(content_dir, languages)
    return Shelf(content_dir, locales_dir, languages, library, read_rules(content_dir))
