"""A second place behind the first: "and dekalb?" after Gwinnett County, Georgia."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation.session import Session
from bot.knowledge import Knowledge
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.phrases import Phrase
from bot.places.place import MatchKind, Outcome, Place, PlaceAnswer
from bot.places.vocabulary import Vocabulary

MOST_WORDS = 3
"""Of a name: what is longer is a sentence, and read as one."""

A_QUESTION = frozenset({"bond"})
"""Counties whose bare names ask about something else here ("and bond?", in Illinois)."""


def another_there(
    text: str, found: PlaceAnswer, session: Session, knowledge: Knowledge
) -> PlaceAnswer:
    """Who asks on with "and", "y el de", "what about" means the state of the last answer, where
    such a place is: of six DeKalbs the one in Georgia. Where the bare name is a place elsewhere
    too ("and houston?"), the two are asked about. The answer offers the way back."""
    if not session.county or session.asking:
        return found
    gazetteer = knowledge.gazetteer
    name = _name_behind(fold(text), gazetteer.vocabulary)
    if not name:
        return found
    state = gazetteer.county(session.county).state
    there = find(f"{name}, {state}", gazetteer)
    place = there.found
    if place is None or not _is_meant(name, place, session, gazetteer.vocabulary):
        return found
    other = found.found
    if other is not None and (other.fips == place.fips or other.kind == "state"):
        return found
    if other is not None and not other.matched.fuzzy:
        return replace(found, outcome=Outcome.ASK, places=(place, other))
    return replace(there, explicit=False)


def _name_behind(folded: str, known: Vocabulary) -> str:
    """What is left of "and dekalb too" without its first and last words; "" where the text has
    neither, or is a sentence."""
    words = tuple(folded.split())
    if known.asking_on.begin.isdisjoint(words[:1]) and known.asking_on.end.isdisjoint(words[-1:]):
        return ""  # as nearly all
    begins = _longest(p for p in known.asking_on if words[: len(p)] == p)
    left = words[begins:]
    ends = _longest(p for p in known.asking_on if left[-len(p) :] == p)
    name = left[: len(left) - ends]
    return " ".join(name) if begins + ends and len(name) <= MOST_WORDS else ""


def _longest(phrases: Iterable[Phrase]) -> int:
    return max(map(len, phrases), default=0)


def _is_meant(name: str, place: Place, session: Session, known: Vocabulary) -> bool:
    """Spelt right, in the same state, and no question; an everyday word is a county only ("and
    wake?")."""
    if place.kind == "state" or place.matched.fuzzy or place.fips[:2] != (session.county or "")[:2]:
        return False
    if name in A_QUESTION:
        return False
    return place.matched.kind is MatchKind.COUNTY or known.ordinary.isdisjoint(name.split())
