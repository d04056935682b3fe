"""Everything that must hold of the library before it is sent to anyone. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bot.language import SOURCE_LANGUAGE, Language
from bot.library import carrying, wording
from bot.library.carrying import Measure
from bot.library.library import Library
from bot.library.reading import ANSWERS, TOPICS
from bot.library.rules import Rules
from bot.library.topic import Answer, Topic
from bot.places.fold import fold

LONGEST_LABEL = 22
"""Characters of a menu entry."""

FEWEST_CARDS, MOST_CARDS = 2, 6
FEWEST_RELATED, MOST_RELATED = 2, 3


def check_library(
    library: Library,
    languages: Mapping[str, Language],
    rules: Rules,
    measure: Measure,
    commands: Collection[str],
) -> tuple[str, ...]:
    """Every complaint, each with its file and what to do; none when all is well.

    ``measure`` prices a text (``bot.rendering.segments.measure``); ``commands`` are the folded
    words that already mean something else (MORE, STOP, …), in any language.
    """
    offered = [code for code, language in languages.items() if language.offered]
    complaints = [
        f"rules/required.toml: add a block [{code}]; the language is offered"
        for code in offered
        if code not in rules.required
    ]
    known = [code for code in offered if code in rules.required]
    heard = {fold(word): name for _, word, name in _all_words(library)}
    for topic in sorted(library.topics.values(), key=lambda one: (one.order, one.name)):
        complaints += _topic(topic, library)
        complaints += _menu_entries(topic, offered)
        for code in known:
            complaints += _text(topic, TOPICS, code, rules, measure)
            complaints += _topic_text(topic, code, rules, measure, {*heard, *commands})
    for answer in library.answers.values():
        for code in known:
            complaints += _text(answer, ANSWERS, code, rules, measure)
    return (*complaints, *_shared_words(library, commands))


def _topic(topic: Topic, library: Library) -> Iterator[str]:
    place = f"{TOPICS}/{topic.name}/topic.toml"
    if not topic.sources:
        yield f"{place}: add at least one of [[sources]]"
    for name in topic.related:
        if name not in library.topics or name == topic.name:
            yield f"{place}: related names {name}, which is no other topic"
    if not FEWEST_RELATED <= len(set(topic.related)) <= MOST_RELATED:
        yield f"{place}: name {FEWEST_RELATED} or {MOST_RELATED} different topics in related"
    if not FEWEST_CARDS <= len(topic.decks[SOURCE_LANGUAGE]) <= MOST_CARDS:
        yield f"{TOPICS}/{topic.name}: part the text into {FEWEST_CARDS} to {MOST_CARDS} cards"


def _menu_entries(topic: Topic, offered: Collection[str]) -> Iterator[str]:
    place = f"{TOPICS}/{topic.name}/topic.toml"
    for code in offered:
        if not 0 < len(topic.labels.get(code, "")) <= LONGEST_LABEL:
            yield f'{place}: under [label] add {code} = "…" of at most {LONGEST_LABEL} characters'
        if not topic.words.get(code):
            yield f"{place}: under [words] add {code} = […], what people text for it"


def _text(
    text: Topic | Answer, kind: str, code: str, rules: Rules, measure: Measure
) -> Iterator[str]:
    """What holds of topics and answers alike."""
    place = f"{kind}/{text.name}/{code}.md"
    deck, english = text.decks.get(code), text.decks[SOURCE_LANGUAGE]
    if deck is None:
        yield f"{place}: is missing; translate en.md"
        return
    complaints = [
        *carrying.wrong_placeholders(deck, english, text.placeholders),
        *carrying.dear_letters(deck, code, measure),
        *wording.forbidden_wording(deck, code, rules),
        *wording.long_sentences(deck, rules.required[code]),
        *wording.unlisted_numbers(deck, rules),
        *wording.other_numbers(deck, english),
    ]
    yield from (f"{place}: {complaint}" for complaint in complaints)


def _topic_text(
    topic: Topic, code: str, rules: Rules, measure: Measure, heard: Collection[str]
) -> Iterator[str]:
    """What holds of a topic's deck only."""
    deck, required = topic.decks.get(code), rules.required[code]
    if deck is None:
        return
    complaints = [
        *wording.first_card(topic.name, deck[0], required, rules),
        *wording.silence_without_exceptions(topic.name, deck, required, rules),
        *carrying.too_dear(deck, required, measure),
        *(
            f"card {number}: nobody can send {word}; add it to the words of a topic"
            for number, word in wording.invited_words(deck, required)
            if fold(word) not in heard
        ),
    ]
    yield from (f"{TOPICS}/{topic.name}/{code}.md: {complaint}" for complaint in complaints)


def _all_words(library: Library) -> Iterator[tuple[str, str, str]]:
    """Language, word and topic of every word that people text."""
    for topic in library.topics.values():
        for code, entries in topic.words.items():
            for word in entries:
                yield code, word, topic.name


def _shared_words(library: Library, commands: Collection[str]) -> Iterator[str]:
    """A word leads to one topic, in whatever language it is read."""
    owners: dict[str, str] = {}
    for code, word, name in _all_words(library):
        place, folded = f"{TOPICS}/{name}/topic.toml", fold(word)
        if not folded:
            yield f'{place}: the {code} word "{word}" has no letters; take it out'
        elif folded in commands:
            yield f'{place}: the {code} word "{word}" is a command (content/words); take it out'
        elif owners.setdefault(folded, name) != name:
            yield f'{place}: the {code} word "{word}" belongs to {owners[folded]} already'
