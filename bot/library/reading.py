"""Read ``content/``: topics, answers, how people ask; everything that is wrong is told at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from bot.language import SOURCE_LANGUAGE, Language
from bot.library.cards import split_cards
from bot.library.fields import Fields
from bot.library.follow_ups import read_follow_ups
from bot.library.library import Library
from bot.library.questions import read_questions
from bot.library.review import REVIEWS_FILE, Review, ReviewState, parse_reviews, state_of
from bot.library.topic import Answer, Deck, Topic

TOPICS, ANSWERS = "topics", "answers"
Text = TypeVar("Text", Topic, Answer)


class ContentError(ValueError):
    """Texts of ``content/`` cannot be used. ``problems`` names each file with its remedy."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def read_library(content_dir: Path, languages: Mapping[str, Language]) -> Library:
    """Read every topic and answer, and how people ask. A translation may be missing (the check says
    so, see :mod:`bot.library.checking`); English may not.

    Raises :class:`ContentError` with all the problems of all the files.
    """
    problems: list[str] = []
    states: dict[str, dict[str, ReviewState]] = {}
    shelf = _Shelf(content_dir, languages, problems, states)
    topics = shelf.read(TOPICS, "topic.toml", _topic)
    answers = shelf.read(ANSWERS, "answer.toml", _answer)
    problems += [
        f"{ANSWERS}/{name}: {TOPICS}/{name} has the same name; rename one of the folders"
        for name in sorted(topics.keys() & answers.keys())
    ]
    cards = {name: len(topic.decks.get(SOURCE_LANGUAGE, ())) for name, topic in topics.items()}
    questions = read_questions(content_dir, languages, cards, problems)
    follow_ups = read_follow_ups(content_dir, languages, cards, problems)
    if problems:
        raise ContentError(problems)
    return Library(topics, answers, states, questions, follow_ups)


class _Shelf:
    """One reading: the folder, the languages, and the problems found so far."""

    def __init__(
        self,
        content_dir: Path,
        languages: Collection[str],
        problems: list[str],
        states: dict[str, dict[str, ReviewState]],
    ) -> None:
        self._content_dir = content_dir
        self._languages = languages
        self._problems = problems
        self._states = states

    def read(
        self, kind: str, about: str, make: Callable[[str, Fields, Mapping[str, Deck]], Text]
    ) -> dict[str, Text]:
        """Every folder of a kind, by name, in alphabetical order."""
        folders = sorted(path for path in (self._content_dir / kind).glob("*") if path.is_dir())
        if not folders:
            self._problems.append(f"{kind}: no texts; check the setting BOT_CONTENT_DIR")
        texts: dict[str, Text] = {}
        for folder in folders:
            place = f"{kind}/{folder.name}"
            decks = self._decks(folder, place)
            fields = self._fields(folder / about, f"{place}/{about}")
            if fields is not None:
                texts[folder.name] = make(folder.name, fields, decks)
            reviews = self._reviews(folder / REVIEWS_FILE, f"{place}/{REVIEWS_FILE}")
            if SOURCE_LANGUAGE in decks:
                self._states[folder.name] = {
                    code: state_of(decks, code, reviews) for code in self._languages
                }
        return texts

    def _decks(self, folder: Path, place: str) -> dict[str, Deck]:
        decks: dict[str, Deck] = {}
        for path in sorted(folder.glob("*.md")):
            text = self._text(path, f"{place}/{path.name}")
            if text is None:
                continue
            if path.stem not in self._languages:
                self._problems.append(
                    f"{place}/{path.name}: add the language {path.stem} to languages.toml"
                )
            decks[path.stem] = split_cards(text)
            if not all(decks[path.stem]):
                self._problems.append(f"{place}/{path.name}: a card is empty; write it or cut ---")
        if SOURCE_LANGUAGE not in decks:
            self._problems.append(f"{place}: add en.md; every text starts in English")
        return decks

    def _fields(self, path: Path, place: str) -> Fields | None:
        text = self._text(path, place)
        try:
            return None if text is None else Fields(tomllib.loads(text), place, self._problems)
        except tomllib.TOMLDecodeError as error:
            self._problems.append(f"{place}: is not TOML ({error}); compare it with another topic")
            return None

    def _reviews(self, path: Path, place: str) -> tuple[Review, ...]:
        text = self._text(path, place) if path.exists() else None
        try:
            return parse_reviews(text) if text is not None else ()
        except ValueError as error:
            self._problems.append(f"{place}: {error}")
            return ()

    def _text(self, path: Path, place: str) -> str | None:
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self._problems.append(f"{place}: is missing; add it")
        except (OSError, UnicodeDecodeError) as error:
            self._problems.append(f"{place}: cannot be read ({error}); save it as UTF-8")
        return None


def _topic(name: str, fields: Fields, decks: Mapping[str, Deck]) -> Topic:
    return Topic(
        name=name,
        order=fields.number("order"),
        labels=fields.texts("label"),
        words=fields.lists("words"),
        placeholders=fields.names("placeholders"),
        related=fields.names("related"),
        review_by=fields.day("review_by"),
        sources=fields.sources(),
        decks=decks,
    )


def _answer(name: str, fields: Fields, decks: Mapping[str, Deck]) -> Answer:
    return Answer(
        name=name,
        placeholders=fields.names("placeholders"),
        sources=fields.sources(),
        decks=decks,
    )
