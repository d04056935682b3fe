"""Knowledge: everything the bot knows, frozen, with a version; Holder: the one cell that points at
today's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from gettext import NullTranslations
from pathlib import Path

from bot.agreements.history import History
from bot.agreements.history_tables import read_history
from bot.agreements.roster import Roster, read_roster
from bot.collecting import no_collecting
from bot.custody.corrections import JAIL_CORRECTIONS
from bot.custody.custody import Custody
from bot.custody.tables import read_custody
from bot.language import Language, read_catalogs, read_languages
from bot.legal_aid.directory import Directory, read_directory
from bot.library import Library, read_library
from bot.line import Line
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.state_rules.rules import StateRule, read_state_rules
from bot.words import Words, read_words

LIST_ADDRESS = "ice.gov/identify-and-arrest/287g"
"""Where ICE publishes its list (shared by every answer that says that ours is old)."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Knowledge:
    """One consistent snapshot, compared by identity. A reply never mixes two."""

    version: str
    line: Line
    languages: Mapping[str, Language]
    catalogs: Mapping[str, NullTranslations]
    words: Words
    library: Library
    gazetteer: Gazetteer
    roster: Roster
    history: History
    custody: Custody
    directory: Directory
    state_rules: Mapping[str, StateRule]

    def with_roster(self, roster: Roster, history: History, number: int) -> Knowledge:
        """The same knowledge with a published roster; ``number`` is its version."""
        version = f"roster-{number}-{roster.list_date.isoformat()}"
        return replace(self, roster=roster, history=history, version=version)


class Holder:
    """The one cell that points at today's knowledge. One assignment is the swap."""

    __slots__ = ("current",)

    def __init__(self, knowledge: Knowledge) -> None:
        self.current = knowledge


def read_knowledge(content_dir: Path, locales_dir: Path, line: Line) -> Knowledge:
    """Read everything that travels with the program. Raises the room's own error, which says
    what to mend, when a file cannot be used."""
    with no_collecting():
        return _read(content_dir, locales_dir, line)


class UnfinishedLanguageError(ValueError):
    """A language is offered and has not all texts; the message says which, and what to do."""


def _complete(library: Library, offered: list[str]) -> None:
    """A person must not be answered in a language whose next text is missing."""
    names = sorted((*library.topics, *library.answers))
    for code in offered:
        missing = [name for name in names if code not in library.text(name).decks]
        if missing:
            raise UnfinishedLanguageError(
                f"languages.toml: [{code}] is offered and lacks {len(missing)} texts "
                f"({', '.join(missing[:3])}, ...): set offered = false, and see "
                f"`bot content check --lang {code}`"
            )


def _read(content_dir: Path, locales_dir: Path, line: Line) -> Knowledge:
    languages = read_languages(content_dir / "languages.toml")
    offered = [code for code, language in languages.items() if language.offered]
    library = read_library(content_dir, languages)
    _complete(library, offered)
    roster = read_roster()
    return Knowledge(
        version=f"seed-{roster.list_date.isoformat()}",
        line=line,
        languages=languages,
        catalogs=read_catalogs(locales_dir, offered),
        words=read_words(content_dir / "words", offered),
        library=library,
        gazetteer=read_gazetteer(),
        roster=roster,
        history=read_history(),
        custody=read_custody(corrections=content_dir / JAIL_CORRECTIONS),
        directory=read_directory(content_dir=content_dir / "legal_aid"),
        state_rules=read_state_rules(),
    )
