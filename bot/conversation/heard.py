"""One text, understood once: its words, its place, its topic, its language."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from bot.conversation.alike import Alike, read_alike
from bot.conversation.asked_language import place_in_a_language
from bot.conversation.hearing import Guess, guess, listener
from bot.conversation.intent import whole_meaning
from bot.conversation.message import Message
from bot.conversation.place_said import PlaceSaid, place_said
from bot.conversation.session import Session
from bot.conversation.taken import by_whom
from bot.conversation.topic_ear import heard_topic, topic_ear
from bot.conversation.topic_words import Strength, TopicHit, TopicIndex, find_topic, index_topics
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.library import Library
from bot.places.fold import fold
from bot.places.place import Outcome, PlaceAnswer
from bot.words import Words

SWITCH_WORDS = 3
"""A conversation changes its language by itself only on this many words: one borrowed word
("bond", "fianza") is no change of language."""


@dataclass(frozen=True, slots=True)
class Heard:
    """``meaning`` is the command or small talk that the whole text is, or ``""``; ``decided`` is
    False where the language is only the default; ``like`` are topics that may be meant where no
    phrase names one: a single one is sure; ``corrects``: the place is another than was said."""

    message: Message
    folded: str
    meaning: str
    place: PlaceAnswer
    topic: TopicHit | None
    language: str
    decided: bool
    like: tuple[str, ...] = ()
    corrects: bool = False

    @property
    def names_place(self) -> bool:
        """A place was meant; a topic word that is the whole text wins over a chance place name."""
        if self.place.outcome is Outcome.NONE or self.meaning:
            return False
        if self.topic is None:
            return True
        if _is_a_word_of(self.topic.phrase, self.place):
            return False
        return self.place.explicit or self.topic.strength is not Strength.WHOLE


def _is_a_word_of(phrase: str, place: PlaceAnswer) -> bool:
    """The place was guessed, with a slip, from words that name the topic ("беременная", Bremen)."""
    named = phrase.split()
    return all(
        one.matched.fuzzy and all(word in named for word in fold(one.matched.name).split())
        for one in place.places
    )


def hear(message: Message, session: Session, knowledge: Knowledge) -> Heard:
    """Understand one text in the light of what the conversation remembers."""
    message = place_in_a_language(message, knowledge)
    body = _chosen(message.choice, knowledge) or message.body
    folded = fold(body)
    whole = _meant(whole_meaning(folded, body, knowledge.words), folded, session, knowledge)
    said = place_said(body, message, session, knowledge)
    place = said.answer
    # A text that is a place and nothing else misspells no topic.
    slips = bool(place.rest) or place.outcome is Outcome.NONE
    topic = find_topic(folded, _topic_index(knowledge.words, knowledge.library), slips=slips)
    topic = by_whom(topic, folded, knowledge)
    language = _language(message, session, place, whole, topic, knowledge) or session.language
    like: tuple[str, ...] = ()
    if language and not whole and place.outcome is Outcome.NONE:
        ear = functools.partial(topic_ear, knowledge.words, knowledge.library, language)
        topic, like = heard_topic(folded, topic, ear, language)
    return Heard(
        message=message,
        folded=folded,
        meaning=_meaning(whole, said),
        place=place,
        topic=topic,
        language=language or SOURCE_LANGUAGE,
        decided=bool(language),
        like=like,
        corrects=said.corrects,
    )


def make_ready(knowledge: Knowledge) -> None:
    """Learn now what the first text would else wait for, most of a second: the sound of the
    languages, the phrases of the topics."""
    listener(knowledge)
    _topic_index(knowledge.words, knowledge.library)


def _meant(
    whole: tuple[str, str] | None, folded: str, session: Session, knowledge: Knowledge
) -> tuple[str, str] | None:
    """ "wi" is yes in a conversation in Creole, in all others Wisconsin."""
    is_code = folded.upper() in knowledge.gazetteer.states
    if whole and whole[0] == "yes" and is_code and session.language != whole[1]:
        return None
    return whole


def _meaning(whole: tuple[str, str] | None, said: PlaceSaid) -> str:
    """Who denies the place of the answer and names no other wants the way back."""
    if whole:
        return whole[0]
    return "other" if said.denied and said.answer.outcome is Outcome.NONE else ""


@functools.lru_cache(maxsize=4)
def _topic_index(words: Words, library: Library) -> TopicIndex:
    """Built once for all rosters."""
    return index_topics(library.topics.values(), _alike(words))


def _alike(words: Words) -> Alike:
    return read_alike(words.kin, words.alike, words.doubtful, words.own)


def _chosen(choice: str, knowledge: Knowledge) -> str:
    """What a tapped button or list line says, in words: "county:26075", "lang:es"."""
    kind, _, value = choice.partition(":")
    if kind == "county" and value in knowledge.gazetteer.counties:
        return knowledge.gazetteer.county(value).full_name
    if kind == "lang" and value in knowledge.catalogs:
        return knowledge.languages[value].words[0]
    return ""


def _language(
    message: Message,
    session: Session,
    place: PlaceAnswer,
    whole: tuple[str, str] | None,
    topic: TopicHit | None,
    knowledge: Knowledge,
) -> str | None:
    """The language that this text shows, None where it shows none (the conversation's stays)."""
    if message.language:
        return message.language
    own = _without_terms(message.body, topic)
    heard = _guess(own, place, knowledge)
    if heard.language is None:
        again = heard if own == message.body else _guess(message.body, place, knowledge)
        heard = _by_phrase(topic) or again
    if session.language is None:
        if whole and fold(message.body) not in knowledge.words.shared:
            return _offered(whole[1], knowledge)
        named = (whole[1] if whole else None) or (topic.language if topic else None)
        return _offered(heard.language, knowledge) or _offered(named, knowledge)
    return _offered(heard.language, knowledge) if _is_a_change(heard) else None


def _by_phrase(topic: TopicHit | None) -> Guess | None:
    """Where the ear is unsure, a whole phrase of a topic shows its language, except for the
    English terms that everybody borrows."""
    if topic is None or topic.language == SOURCE_LANGUAGE or topic.strength is Strength.FUZZY:
        return None
    size = len(topic.phrase.split())
    return Guess(topic.language, 1.0, size) if size >= SWITCH_WORDS else None


def _without_terms(body: str, topic: TopicHit | None) -> str:
    """The text without an English term that people of every language borrow ("Notice to Appear"):
    what stands around it shows their language."""
    if topic is None or topic.language != SOURCE_LANGUAGE or topic.strength is not Strength.WITHIN:
        return body
    term = r"\W+".join(map(re.escape, topic.phrase.split()))
    return re.sub(rf"\b{term}\b", " ", body, flags=re.IGNORECASE).strip() or body


def _guess(body: str, place: PlaceAnswer, knowledge: Knowledge) -> Guess:
    return guess(body, knowledge, None if place.outcome is Outcome.NONE else place.rest)


def _is_a_change(heard: Guess) -> bool:
    return heard.words >= SWITCH_WORDS


def _offered(code: str | None, knowledge: Knowledge) -> str | None:
    return code if code and code in knowledge.catalogs else None
