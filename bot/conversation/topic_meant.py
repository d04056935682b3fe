"""Which topic a text means: what its phrase names, weighed against what all of it is like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from bot.conversation.topic_ear import (
    AGREEMENT,
    ASKS_ON,
    EXPLAINED,
    MODELS,
    UNRELATED,
    TopicEar,
)
from bot.conversation.topic_words import Strength, TopicHit, phrase_size
from bot.places.place import PlaceAnswer
from bot.words import is_unspaced

SURE, CLEAR = 15.0, 7.0
"""A topic so likely (a logarithm, of signs that overlap), and so much likelier than the next, is
believed."""

MAYBE = 6.0
"""One so likely is worth offering by number."""

PHRASE, SLIP = 1.5, 2.0
"""What each word of a phrase that stands in the text says for its topic, and a misspelt one."""

LEAST, BESIDE, ASIDE = 10.0, 3.0, 12.0
"""The whole text overrules its phrase only where it is so likely about another topic and so much
likelier, or so much likelier about none at all: silence costs a person more than an answer that
was not asked for."""

ONE_WORD_ASIDE, ONE_WORD = 6.0, 2.0
"""A phrase of one word ("school", "boss") gives way sooner, and where the text around it is not a
little like its topic it is only offered."""

ALWAYS_MEANT = frozenset({"legal-help", "emergency"})
"""Whoever writes "lawyer", with whatever around it, is not asked whether that was meant."""

MOST_OFFERED = 3

LEAST_ASKED, BESIDE_A_PLACE = 3, 24.0
"""Words beside a place that may ask something ("jail" and "please" do not), and how likely what
they ask has to be: the place itself was surely meant."""


def heard_topic(
    folded: str,
    named: TopicHit | None,
    ear: Callable[[], TopicEar],
    language: str,
    *,
    behind: bool = False,
) -> tuple[TopicHit | None, tuple[str, ...]]:
    """The topic that a phrase ``named``, unless the whole text is likelier about another one or
    about none; and what may be meant where none is: one topic if it is sure, else some to offer.
    ``behind`` a county's answer it may be what that answer means."""
    if named and named.strength is Strength.WHOLE:
        return named, ()
    ranked = ear().ranked(folded)
    aside = {ASKS_ON} if behind else {ASKS_ON, *EXPLAINED}
    ranked = [one for one in ranked if one[1] not in aside]
    if named is None:
        return None, _liked(ranked) or _maybe(ranked)
    other = _likelier(ranked, named, folded)
    if other is None:
        return named, ()
    if other == UNRELATED:
        return None, _offered_with(named.topic, ranked)
    return TopicHit(other, language, Strength.FUZZY, named.phrase), ()


def asked_beside(
    place: PlaceAnswer, named: TopicHit | None, ear: Callable[[], TopicEar], language: str
) -> TopicHit | None:
    """What the words beside a place surely ask for; a phrase in them is believed, unless they are
    far likelier about something else ("baby daddy locked up" is no question about a baby)."""
    whole = named is not None and named.strength is Strength.WHOLE
    if whole or len(place.rest.split()) < LEAST_ASKED:
        return named
    ranked = [one for one in ear().ranked(place.rest) if one[1] not in {ASKS_ON, *EXPLAINED}]
    if not _liked(ranked) or ranked[0][0] < BESIDE_A_PLACE:
        return named
    if named is not None and _likelier(ranked, named, place.rest) in (None, UNRELATED):
        return named
    return TopicHit(ranked[0][1], language, Strength.FUZZY, "")


def _likelier(ranked: Sequence[tuple[float, str]], named: TopicHit, folded: str) -> str | None:
    """What the text is likelier about than what its phrase named; None where nothing is."""
    if named.topic in EXPLAINED:
        return None
    about = AGREEMENT if named.topic in MODELS else named.topic
    odds = next((one for one, name in ranked if name == about), 0.0)
    one_word = _is_one_word(named) and about not in ALWAYS_MEANT
    others = (each for each in ranked if each[1] != about)
    likeliest, other = next(others, (0.0, about))
    aside = ONE_WORD_ASIDE if one_word else ASIDE
    enough = _weight(named) + (aside if other == UNRELATED else BESIDE)
    if likeliest >= LEAST and likeliest - odds >= enough:
        return other
    much_else = phrase_size(folded) >= 3 * phrase_size(named.phrase)
    return UNRELATED if one_word and much_else and odds < ONE_WORD else None


def _is_one_word(named: TopicHit) -> bool:
    """Or two signs of Chinese, or misspelt: what may stand in a text by chance."""
    most = 2 if is_unspaced(named.phrase) else 1
    return named.strength is Strength.FUZZY or phrase_size(named.phrase) <= most


def _offered_with(topic: str, ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """What a phrase named is worth offering, beside the next, where the whole is about none."""
    others = (name for _, name in ranked if name not in (UNRELATED, topic))
    return (topic, *islice(others, 1))


def _weight(named: TopicHit) -> float:
    """How much a phrase says for its topic beside the whole text: the longer, the more."""
    if named.strength is Strength.FUZZY:
        return SLIP
    return PHRASE * phrase_size(named.phrase)


def _liked(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    if len(ranked) < 2 or ranked[0][0] < SURE or ranked[0][0] - ranked[1][0] < CLEAR:
        return ()
    topic = ranked[0][1]
    return () if topic == UNRELATED else (topic,)


def _maybe(ranked: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    """Two or three; one alone would be taken for sure."""
    near = [topic for _, topic in ranked[:MOST_OFFERED] if topic]
    found = tuple(topic for odds, topic in ranked[:MOST_OFFERED] if odds >= MAYBE and topic)
    if not found or ranked[0][1] == UNRELATED:
        return ()
    return found if len(found) > 1 else tuple(near[:2])
