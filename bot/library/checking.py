"""Everything that must hold of the library before it is sent to anyone. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bot.language import SOURCE_LANGUAGE, Language
from bot.library import carrying, reading_level, wording
from bot.library.carrying import Measure
from bot.library.finding import Complaint, Finding, complaint
from bot.library.heard_words import heard_words, shared_words
from bot.library.leftovers import entries_left
from bot.library.letters import dear_letters
from bot.library.library import Library
from bot.library.reading import ANSWERS, TOPICS
from bot.library.review import ReviewState
from bot.library.rules import PLAIN, Rules
from bot.library.topic import Answer, Deck, Topic
from bot.places.fold import fold

LONGEST_LABEL = 22
"""Characters of a menu entry."""

FEWEST_CARDS, MOST_CARDS = 2, 6
FEWEST_RELATED, MOST_RELATED = 2, 3

SEGMENT_USD = 0.0083
"""One SMS segment in the United States before carrier fees (Twilio, read 2026-11-09)."""


def check_library(
    library: Library,
    languages: Mapping[str, Language],
    rules: Rules,
    measure: Measure,
    commands: Collection[str],
) -> tuple[Complaint, ...]:
    """Every complaint, each with its file and what to do; none when all is well.

    ``measure`` prices a text (``bot.rendering.segments.measure``); ``commands`` are the folded
    words that already mean something else (MORE, STOP, …), in any language.
    """
    offered = [code for code, language in languages.items() if language.offered]
    complaints = [
        complaint("rules/required.toml", f"add a block [{code}]; the language is offered")
        for code in offered
        if code not in rules.required
    ]
    known = [code for code in offered if code in rules.required]
    heard = {*heard_words(library), *commands}
    for topic in sorted(library.topics.values(), key=lambda one: (one.order, one.name)):
        complaints += _topic(topic, library)
        complaints += _menu_entries(topic, offered)
        for code in known:
            complaints += _text(topic, code, library, rules, measure, heard)
    for answer in library.answers.values():
        for code in known:
            complaints += _text(answer, code, library, rules, measure, ())
    complaints += entries_left(library, languages)
    return (*complaints, *shared_words(library, commands))


def folder_of(text: Topic | Answer) -> str:
    """The folder of a text, relative to ``content/``."""
    return f"{TOPICS if isinstance(text, Topic) else ANSWERS}/{text.name}"


def text_findings(
    text: Topic | Answer,
    deck: Deck,
    code: str,
    rules: Rules,
    measure: Measure,
    heard: Collection[str],
) -> Iterator[Finding]:
    """What is wrong with a deck as the text of a topic or answer in a language. ``heard`` are
    the folded words that somebody can send."""
    english, required = text.decks[SOURCE_LANGUAGE], rules.required[code]
    yield from carrying.wrong_placeholders(deck, english, text.placeholders)
    yield from dear_letters(deck, rules.letters.get(code, PLAIN), measure, SEGMENT_USD)
    yield from wording.forbidden_wording(deck, code, rules)
    yield from wording.long_sentences(deck, required)
    yield from wording.unlisted_numbers(deck, rules)
    yield from wording.other_numbers(deck, english)
    if text.name not in rules.ungraded:
        yield from reading_level.too_hard(deck, code)
    if isinstance(text, Topic):
        yield from wording.first_card(text.name, deck[0], required, rules)
        yield from wording.silence_without_exceptions(text.name, deck, required, rules)
        yield from carrying.too_dear(deck, required, measure)
        for number, word in wording.invited_words(deck, required):
            if fold(word) not in heard:
                what = f"nobody can send {word}; add it to the words of a topic"
                yield Finding(what, number, word)


def _topic(topic: Topic, library: Library) -> Iterator[Complaint]:
    place = f"{TOPICS}/{topic.name}/topic.toml"
    if not topic.sources:
        yield complaint(place, "add at least one of [[sources]]")
    for name in topic.related:
        if name not in library.topics or name == topic.name:
            yield complaint(place, f"related names {name}, which is no other topic", "related")
    if not FEWEST_RELATED <= len(set(topic.related)) <= MOST_RELATED:
        what = f"name {FEWEST_RELATED} or {MOST_RELATED} different topics in related"
        yield complaint(place, what, "related")
    if not FEWEST_CARDS <= len(topic.decks[SOURCE_LANGUAGE]) <= MOST_CARDS:
        what = f"part the text into {FEWEST_CARDS} to {MOST_CARDS} cards"
        yield complaint(f"{TOPICS}/{topic.name}/en.md", what)


def _menu_entries(topic: Topic, offered: Collection[str]) -> Iterator[Complaint]:
    place = f"{TOPICS}/{topic.name}/topic.toml"
    for code in offered:
        label = topic.labels.get(code, "")
        if not 0 < len(label) <= LONGEST_LABEL:
            what = f'under [label] add {code} = "…" of at most {LONGEST_LABEL} characters'
            yield complaint(place, what, label or "[label]")
        if not topic.words.get(code):
            what = f"under [words] add {code} = […], what people text for it"
            yield complaint(place, what, "[words]")


def _text(
    text: Topic | Answer,
    code: str,
    library: Library,
    rules: Rules,
    measure: Measure,
    heard: Collection[str],
) -> Iterator[Complaint]:
    place = f"{folder_of(text)}/{code}.md"
    deck = text.decks.get(code)
    if deck is None:
        yield complaint(place, "is missing; translate en.md")
        return
    if library.state(text.name, code) is ReviewState.STALE:
        what = (
            "en.md has changed since this was written; bring it up to date, then "
            f"bot content draft {text.name} --lang {code}"
        )
        yield complaint(place, what)
    for finding in text_findings(text, deck, code, rules, measure, heard):
        yield Complaint(place, finding)
