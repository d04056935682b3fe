"""Everything of one language as rows for a translator. Pure but for the lists and short strings,
which are read from their files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language import SOURCE_LANGUAGE
from bot.library.carrying import MOST_SEGMENTS, PLACEHOLDER, as_sent
from bot.library.checking import LONGEST_LABEL, folder_of
from bot.library.reading import TOPICS
from bot.library.rules import Required
from bot.library.strings import MARK_OF_LIST, TEMPLATE, Strings, catalogue_path, read_strings
from bot.library.topic import Answer, Topic
from bot.rendering.direction import measured
from bot.translation.glossary import Term, read_glossary, terms_in
from bot.translation.row import Book, Row, mark_of
from bot.translation.shelf import Shelf
from bot.words import WHOLE, WITHIN

WORDS, STRINGS, NAMES = "words", "short", "words/this-language"
LISTS = (*WHOLE, *WITHIN, "lexicon")

_PART_UNITS = {"GSM-7": 153, "UCS-2": 67}
_PLACE_NOTE = "Keep {{ … }} as it is: the program puts a fact there."
_STRING_NOTES = {
    "county": "%s is the name of the county; write the kind of county around it.",
    "state": "The name of the state or territory as your readers write it.",
    "limit": "A few words in brackets behind the name of an office.",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What each row needs."""

    shelf: Shelf
    code: str
    glossary: tuple[Term, ...]

    def row(self, key: str, english: str, text: str, notes: str, room: str = "") -> Row:
        terms = "\n".join(terms_in(english, self.code, self.glossary))
        mark = mark_of(english, text)
        return Row(key, english, text, False, notes, terms, room, mark)


def leave(shelf: Shelf, code: str) -> Book:
    """The book of a language of the list. Raises ValueError, which says what to do."""
    if code == SOURCE_LANGUAGE:
        raise ValueError("English is what is translated from; change its texts in content/")
    if code not in shelf.languages:
        raise ValueError(f"languages.toml has no {code}; first: bot language add {code}")
    desk = _Desk(shelf, code, read_glossary(shelf.folder))
    rows: list[Row] = []
    for topic in sorted(shelf.library.topics.values(), key=lambda one: one.order):
        rows += _cards(topic, desk)
        rows += _menu_entry(topic, desk)
    for answer in shelf.library.answers.values():
        rows += _cards(answer, desk)
    return Book(code, (*rows, *_lists(desk), *_strings(desk)))


def _cards(text: Topic | Answer, desk: _Desk) -> Iterator[Row]:
    english, own = text.decks[SOURCE_LANGUAGE], text.decks.get(desk.code, ())
    required = desk.shelf.rules.required.get(desk.code)
    rooms = _rooms(own, required) if isinstance(text, Topic) and required else ()
    for number, card in enumerate(english):
        notes = [f"Card {number + 1} of {len(english)}."] if len(english) > 1 else []
        if PLACEHOLDER.search(card):
            notes.append(_PLACE_NOTE)
        if number == 0 and isinstance(text, Topic) and required:
            notes.append(f"Last line: {' / '.join(required.legal)}")
        here = own[number] if number < len(own) else ""
        room = rooms[number] if number < len(rooms) else ""
        yield desk.row(f"{folder_of(text)}/{number + 1}", card, here, " ".join(notes), room)


def _rooms(deck: Sequence[str], required: Required) -> list[str]:
    """The room left in each card, in letters."""
    rooms = []
    for text in as_sent(deck, required) if deck else ():
        price = measured(text)
        most = MOST_SEGMENTS[price.encoding]
        left = most * _PART_UNITS[price.encoding] - price.units
        rooms.append(f"{left} letters left ({price.segments} of {most} segments)")
    return rooms


def _menu_entry(topic: Topic, desk: _Desk) -> Iterator[Row]:
    label, english = topic.labels.get(desk.code, ""), topic.labels[SOURCE_LANGUAGE]
    room = f"{LONGEST_LABEL - len(label)} letters left" if label else f"{LONGEST_LABEL} letters"
    yield desk.row(f"{TOPICS}/{topic.name}/label", english, label, "Its name in menus.", room)
    words = "\n".join(topic.words.get(desk.code, ()))
    notes = "What people text for it, one a line, as they really write; no translation."
    english = "\n".join(topic.words.get(SOURCE_LANGUAGE, ()))
    yield desk.row(f"{TOPICS}/{topic.name}/words", english, words, notes)


def _lists(desk: _Desk) -> Iterator[Row]:
    folder = desk.shelf.folder / "words"
    english = tomllib.loads((folder / f"{SOURCE_LANGUAGE}.toml").read_text(encoding="utf-8"))
    path = folder / f"{desk.code}.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    notes = "What people text, one a line, as they really write; no translation. See words/en.toml."
    for name in LISTS:
        text = "\n".join(own.get(name, []))
        yield desk.row(f"{WORDS}/{name}", "\n".join(english[name]), text, notes)
    names = [desk.shelf.languages[code].words for code in (SOURCE_LANGUAGE, desk.code)]
    notes = "What people text to change to this language, one a line."
    yield desk.row(NAMES, "\n".join(names[0]), "\n".join(names[1]), notes)


def _strings(desk: _Desk) -> Iterator[Row]:
    path = catalogue_path(desk.shelf.locales, desk.code)
    own = read_strings(path) if path.exists() else Strings({}, 1)
    for key, template in read_strings(desk.shelf.locales / TEMPLATE).entries.items():
        if key == MARK_OF_LIST:
            continue  # a comma and a space: cells and tools lose the space
        text = "\n".join(own.entries[key].forms) if key in own.entries else ""
        notes = _STRING_NOTES.get(key[0], "Keep %(…)s as it is." if "%(" in key[1] else "")
        if template.is_plural:
            notes += f" One form a line, by number: {own.plurals} lines."
        yield desk.row(f"{STRINGS}/{key[0]}/{key[1]}", template.english, text.strip(), notes)
