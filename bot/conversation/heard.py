"""One text, understood once: its words, its place, its topic, its language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.alike import alike_in
from bot.conversation.asked import Asked, asked_for
from bot.conversation.asked_language import place_in_a_language
from bot.conversation.asking_on import asked_on
from bot.conversation.foreign_citizen import of_this_country
from bot.conversation.hearing import Listener, learned_listener, listener
from bot.conversation.intent import whole_meaning
from bot.conversation.message import Message
from bot.conversation.place_said import NOWHERE, PlaceSaid, place_said
from bot.conversation.session import Session
from bot.conversation.spoken import language_of
from bot.conversation.taken import by_whom
from bot.conversation.topic_ear import TopicEars, topic_ears
from bot.conversation.topic_words import Strength, TopicHit, TopicIndex, find_topic, index_topics
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.library import Library
from bot.once import Once
from bot.places.fold import fold
from bot.places.place import Outcome, PlaceAnswer
from bot.words import Words

AT_A_LOSS = frozenset({"unclear", "now", "other", "hard", "lost", "unsure", "yes"})
"""Meanings that hang on what was just read: "nobody answers" behind numbers asks for others, and
one word may be both "yes" and "is that so"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """``meaning`` is the command or small talk that the whole text is, or ``""``; ``decided`` is
    False where the language is only the default; ``like`` are topics that may be meant where no
    phrase names one: a single one is sure. ``card`` is the index of the topic's card that answers
    first; ``corrects``: the place is another than was said; ``on``: it asks about what was just
    read ("do they speak Vietnamese" is then no wish for a language)."""

    message: Message
    folded: str
    meaning: str
    place: PlaceAnswer
    topic: TopicHit | None
    language: str
    decided: bool
    like: tuple[str, ...] = ()
    card: int = 0
    corrects: bool = False
    on: bool = False

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


def _is_in_its_name(topic: TopicHit, place: PlaceAnswer) -> bool:
    """ "Door County, Wisconsin" asks nothing about doors, "Yellow Medicine County" about none."""
    if not place.explicit or topic.strength is Strength.WHOLE:
        return False
    names = (f" {fold(one.matched.name)} " for one in place.places)
    return any(f" {topic.phrase} " in name for name in names)


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
    topic = find_topic(folded, topic_index(knowledge.words, knowledge.library), slips=slips)
    topic = None if topic and _is_in_its_name(topic, place) else by_whom(topic, folded, knowledge)
    language = language_of(message, session, place, whole, topic, knowledge) or session.language
    if (language or session.about) and not whole:
        reads = language or SOURCE_LANGUAGE  # in which the answers before were
        asked = asked_for(folded, place, topic, session, reads, knowledge)
    else:
        asked = Asked(*of_this_country(topic, (), folded, knowledge))
    return Heard(
        message=message,
        folded=folded,
        meaning=_meaning(whole, said) if not asked.on else "" if asked.topic else "more",
        place=NOWHERE if asked.on else place,
        topic=asked.topic,
        language=language or SOURCE_LANGUAGE,
        decided=bool(language),
        like=asked.like,
        card=asked.card,
        corrects=said.corrects,
        on=asked.on,
    )


@dataclass(frozen=True, slots=True)
class Learned:
    """What hearing learns from a snapshot: how languages sound, the phrases of the topics, and
    what texts without any of them are like."""

    listener: Listener
    topics: TopicIndex
    ears: TopicEars


def learn(knowledge: Knowledge) -> Learned:
    """Learn now what the first texts would else wait for: some seconds."""
    words, library = knowledge.words, knowledge.library
    ears = topic_ears(words, library)
    ears.learn_all()
    return Learned(listener(knowledge), topic_index(words, library), ears)


def remember(learned: Learned, knowledge: Knowledge) -> None:
    """``learned`` from this very snapshot before: it need not be learned again."""
    words, library = knowledge.words, knowledge.library
    learned_listener.give(learned.listener, words, library, knowledge.gazetteer)
    topic_index.give(learned.topics, words, library)
    topic_ears.give(learned.ears, words, library)


def _meant(
    whole: tuple[str, str] | None, folded: str, session: Session, knowledge: Knowledge
) -> tuple[str, str] | None:
    """ "wi" is yes in a conversation in Creole, in all others Wisconsin; "is that legal" means
    more behind some answers than that she did not understand."""
    if whole is None:
        return None
    is_code = folded.upper() in knowledge.gazetteer.states
    if whole[0] == "yes" and is_code and session.language != whole[1]:
        return None
    spoken = {session.language or whole[1], whole[1]}
    listed = whole[0] in AT_A_LOSS and any(
        asked_on(folded, session, language, knowledge) for language in spoken
    )
    return None if listed else whole


def _meaning(whole: tuple[str, str] | None, said: PlaceSaid) -> str:
    """Who denies the place of the answer and names no other wants the way back."""
    if whole:
        return whole[0]
    if said.unsure:
        return "unsure"
    return "other" if said.denied and said.answer.outcome is Outcome.NONE else ""


@Once
def topic_index(words: Words, library: Library) -> TopicIndex:
    """The phrases of all topics, built once for all rosters."""
    return index_topics(library.topics.values(), alike_in(words))


def _chosen(choice: str, knowledge: Knowledge) -> str:
    """What a tapped button or list line says, in words: "county:26075", "lang:es"."""
    kind, _, value = choice.partition(":")
    if kind == "county" and value in knowledge.gazetteer.counties:
        return knowledge.gazetteer.county(value).full_name
    if kind == "lang" and value in knowledge.catalogs:
        return knowledge.languages[value].words[0]
    return ""
